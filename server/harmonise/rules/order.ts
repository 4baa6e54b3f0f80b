import { attributesOf } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { columnOf, type Judging, type Rule } from './rule.ts';

/** Two dates of which the first is not after the second, and the only type they hold for where it is one. */
const PERIODS: readonly (readonly [first: string, second: string, only?: string])[] = [
  ['start-date', 'end-date'],
  ['start-date', 'entry-date', 'land/brownfield-site'],
  ['start-date', 'decision-date', 'land/planning-application'],
  ['planned-start', 'planned-end'],
  ['first-input', 'last-input'],
  ['declared-date', 'revoked-date'],
  ['submitted-date', 'permission-date'],
  ['date-accepted', 'date-connected'],
];

/** Texts of dates compare in order as far as both are stated: `2019` is not after `2019-03`. */
function isAfter(first: string, second: string): boolean {
  const length = Math.min(first.length, second.length);
  return first.slice(0, length) > second.slice(0, length);
}

/** What begins does so before it ends. */
export function periodRules({ plan, tally }: Judging, type: FeatureType): readonly Rule[] {
  const named = new Map(attributesOf(type).map(({ name, title }) => [name, title]));
  return PERIODS.flatMap(([first, second, only]): readonly Rule[] => {
    const [before, after] = [named.get(first), named.get(second)];
    if (before === undefined || after === undefined) return [];
    if (only !== undefined && only !== type.id) return [];
    const column = columnOf(plan, second);
    if (column === undefined) return [];
    return [
      ({ record, fields: { attributes } }) => {
        const [start, end] = [attributes[first], attributes[second]];
        if (typeof start !== 'string' || typeof end !== 'string' || !isAfter(start, end)) return;
        tally.meet(
          { code: 'value.date-order', line: record.line, column, value: `${start} – ${end}` },
          `“${before}” is later than “${after}”: check both dates.`,
        );
      },
    ];
  });
}

/** Endings of the names of two attributes that hold the ends of one range. */
const RANGES = [
  ['-from', '-to'],
  ['-min', '-max'],
  ['-low', '-high'],
] as const;

/** The lower end of a range is not above the upper. */
export function rangeRules({ plan, tally }: Judging, type: FeatureType): readonly Rule[] {
  return attributesOf(type).flatMap((low): readonly Rule[] => {
    const high = upperEnd(low.name);
    const column = high === undefined ? undefined : columnOf(plan, high);
    if (high === undefined || column === undefined) return [];
    return [
      ({ record, fields: { attributes } }) => {
        const [from, to] = [attributes[low.name], attributes[high]];
        if (typeof from !== 'number' || typeof to !== 'number' || from <= to) return;
        tally.meet(
          { code: 'value.too-small', line: record.line, column, value: `${from} – ${to}` },
          `The upper end of ${low.title.toLowerCase()} is below the lower: check both figures.`,
        );
      },
    ];
  });
}

/** Name of the attribute that holds the upper end of a range; undefined when the name is no lower end. */
function upperEnd(name: string): string | undefined {
  if (name === 'min-net-dwellings') return 'net-dwellings-to';
  const ends = RANGES.find(([end]) => name.endsWith(end));
  return ends === undefined ? undefined : name.slice(0, -ends[0].length) + ends[1];
}
