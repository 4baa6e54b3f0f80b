import { type Dispatch, useId } from 'react';
import { commercialBar, type Use } from '#client/state/commercial.ts';
import type { Action } from '#client/state/explore.ts';
import { announce } from '#client/ui/announcer.tsx';
import { formatCount } from '#client/ui/format.ts';
import type { LayerSummary } from '#data/schema/api.ts';

type CommercialSwitchProps = {
  readonly catalogue: readonly LayerSummary[];
  readonly use: Use | undefined;
  readonly dispatch: Dispatch<Action>;
};

/** Keeps the whole map to what may be used in paid work; what may not stays listed, and says why. */
export function CommercialSwitch({ catalogue, use, dispatch }: CommercialSwitchProps) {
  const noteId = useId();
  const allowed = catalogue.filter((summary) => commercialBar(summary) === undefined).length;
  const count = `${formatCount(allowed)} of ${formatCount(catalogue.length)} layers`;
  const change = (on: boolean) => {
    dispatch({ kind: 'use-chosen', use: on ? 'commercial' : undefined });
    announce(on ? `Reusable commercially: ${count}` : `All ${catalogue.length} layers`);
  };
  return (
    <div className="commercial">
      <label>
        <input
          type="checkbox"
          checked={use === 'commercial'}
          aria-describedby={noteId}
          onChange={(event) => change(event.target.checked)}
        />
        <span className="name">Reusable commercially</span>
      </label>
      <p id={noteId} className="meta-line">
        {count}. <a href="/licences#combine">What may be combined</a>
      </p>
    </div>
  );
}
