import type { Attribute } from '#data/schema/attribute.ts';
import type { Candidates } from './candidates.ts';
import { type Entries, fillColumn, WHY } from './column.ts';
import type { MeasureContext } from './context.ts';
import type { Steps } from './steps.ts';
import { findValue, isStated } from './things.ts';
import { kindOf, textOf } from './value-column.ts';

/** What the candidates state themselves; their area is measured where a boundary is drawn. */
export function siteColumn(
  candidates: Candidates,
  attribute: string,
  known: Attribute | undefined,
  { register }: Pick<MeasureContext, 'register'>,
): Steps<Entries> {
  const { all, figures } = candidates;
  if (attribute === 'area-ha') {
    return fillColumn('number', candidates, register, (at, entry) => {
      const areaHa = figures[at]?.areaHa;
      entry.low = areaHa ?? 0;
      entry.high = areaHa ?? Number.NaN;
      if (areaHa === undefined) entry.why = WHY['no-area'];
    });
  }
  const kind = kindOf(known);
  return fillColumn(kind, candidates, register, (at, entry) => {
    const value = findValue(all[at] ?? { attributes: {} }, attribute);
    if (isStated(value) && kind === 'text') entry.text = textOf(value);
    else if (typeof value === 'number') entry.low = entry.high = value;
    else entry.why = WHY['not-stated'];
  });
}
