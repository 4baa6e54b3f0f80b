import { attributesOf } from '#data/features/index.ts';
import type { Readback } from '#data/schema/desk-readback.ts';
import { grouped, many } from '#data/words/figures.ts';
import type { DraftContext } from '../draft/context.ts';

/** Attributes whose sum says something to whoever knows the data. */
const SUMMED =
  /-ha$|-km$|-m2$|dwellings|homes|capacity|-mw$|-kw$|-mva$|spaces|count|length-m$|population/;
const MOST_TOTALS = 6;

/** Sums and counts to check against the publisher's own. */
export function totalsOf(context: DraftContext): Readback['totals'] {
  const { type, closer, noun } = context;
  if (!type) return [];
  const attributes = attributesOf(type);
  const sums = attributes.flatMap(({ name, title, unit }) => {
    const sum = closer.sums[name];
    if (!sum || !SUMMED.test(name)) return [];
    const rounded = Math.round(sum.sum * 100) / 100;
    return [{ title, text: `${grouped(rounded)}${unit ? ` ${unit}` : ''}` }];
  });
  const codes = attributes
    .filter(({ name, type: kind }) => kind === 'code' && /status/.test(name) && closer.codes[name])
    .flatMap(({ name, title, codes: list = [] }) =>
      Object.entries(closer.codes[name] ?? {}).map(([code, count]) => ({
        title: `${title}: ${(list.find(({ value }) => value === code)?.title ?? code).toLowerCase()}`,
        text: many(count, noun),
      })),
    );
  return [...sums, ...codes].slice(0, MOST_TOTALS);
}
