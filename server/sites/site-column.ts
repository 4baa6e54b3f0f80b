import type { Attribute } from '#data/schema/attribute.ts';
import type { Candidates } from './candidates.ts';
import { type Entries, type Entry, fillColumn } from './column.ts';
import type { MeasureContext } from './context.ts';
import { findValue, isStated } from './things.ts';
import { kindOf, textOf } from './value-column.ts';

/** What the candidates state themselves; their area is measured where a boundary is drawn. */
export function siteColumn(
  candidates: Candidates,
  attribute: string,
  known: Attribute | undefined,
  { register }: Pick<MeasureContext, 'register'>,
): Entries {
  const { all, figures } = candidates;
  if (attribute === 'area-ha') {
    return fillColumn('number', candidates, register, (at): Entry => {
      const areaHa = figures[at]?.areaHa;
      return areaHa === undefined
        ? { low: 0, why: 'no-area' }
        : { low: areaHa, high: areaHa, why: 'measured' };
    });
  }
  const kind = kindOf(known);
  return fillColumn(kind, candidates, register, (at): Entry => {
    const value = findValue(all[at] ?? { attributes: {} }, attribute);
    if (!isStated(value)) return { why: 'not-stated' };
    if (kind === 'text') return { text: textOf(value), why: 'measured' };
    return typeof value === 'number'
      ? { low: value, high: value, why: 'measured' }
      : { why: 'not-stated' };
  });
}
