import { type Dispatch, useId } from 'react';
import type { Action } from '#client/state/explore.ts';
import { kindsOf } from '#client/state/gaps.ts';
import type { LayerSummary } from '#data/schema/api.ts';

type GapChoiceProps = {
  readonly catalogue: readonly LayerSummary[];
  /** Layer or kind whose gaps are hatched now. */
  readonly gaps: string | undefined;
  readonly dispatch: Dispatch<Action>;
};

/** Coverage as a map layer: hatches the districts where nobody has supplied a kind of thing. */
export function GapChoice({ catalogue, gaps, dispatch }: GapChoiceProps) {
  const id = useId();
  const kinds = kindsOf(catalogue);
  const chosen = kinds.some(({ featureType }) => featureType === gaps) ? gaps : '';
  return (
    <div className="gap-choice">
      <label htmlFor={id}>Hatch where nobody has supplied</label>
      <select
        id={id}
        value={chosen}
        onChange={({ target: { value } }) =>
          dispatch({ kind: 'gaps-shown', layer: value === '' ? undefined : value })
        }
      >
        <option value="">nothing hatched</option>
        {kinds.map(({ featureType, title }) => (
          <option key={featureType} value={featureType}>
            {title}
          </option>
        ))}
      </select>
      <a href="/coverage">Who has supplied what</a>
    </div>
  );
}
