import type { SitesAnswer } from '#data/schema/sites.ts';
import type { Must, Prefer } from '#data/siting/criterion.ts';
import { columnFor } from '#data/siting/prepared.ts';
import { sayValue, whyOf } from '#data/siting/words.ts';

type CompareValueProps = {
  readonly answer: SitesAnswer;
  readonly criterion: Must | Prefer;
  readonly index: number;
};

/** A value with what it was measured to, and how thin it is. */
export function CompareValue({ answer, criterion, index }: CompareValueProps) {
  const column = columnFor(answer, criterion);
  if (column === undefined) return <em>being measured</em>;
  const words = sayValue(column, index);
  const thing = answer.things[column.thing[index] ?? -1];
  const isArea = criterion.what.kind === 'site' && criterion.what.attribute === 'area-ha';
  const details = [
    thing?.title,
    isArea && answer.sites[index]?.areaBasis === 'stated' ? 'as registered' : undefined,
    WHYS[whyOf(column, index)],
  ].filter((detail) => detail !== undefined);
  return (
    <span className="compare-value">
      <b>{words.charAt(0).toUpperCase() + words.slice(1)}</b>{' '}
      {details.length > 0 && <small>{details.join(', ')}</small>}
    </span>
  );
}

/** Why a value is thin; what is measured needs no word. */
const WHYS = {
  measured: undefined,
  'none-near': 'none within reach',
  'not-covered': 'nobody supplied it here',
  'partly-covered': 'supplied for a part of the ground',
  edge: 'something nearer may lie where nobody supplied it',
  'not-stated': 'known, its value is not',
  'no-area': 'neither boundary nor area is known',
} as const;
