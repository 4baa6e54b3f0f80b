import { formatCount } from '#client/ui/format.ts';
import type { AttributeFigures, ColumnTotal } from '#data/schema/layer-figures.ts';

type Summed = Pick<AttributeFigures, 'name' | 'title' | 'unit' | 'type'>;

/** Amounts that many things have together; a voltage, a year or a width they do not. */
const ADDS_UP =
  /(?:^|-)(?:area|floorspace|length|capacity|storage|volume|headroom|export|import|dwellings|homes|units|premises|spaces|pitches|beds|places|pupils|jobs|plots|properties|turbines|stalls|devices|connections|amount|cost)(?:-|$)/u;

/** What one of the things has, not how much of it there is. */
const OF_ONE = /^turbine-|-percent$|-date$|-l-s$/u;

/** Totals named: more would not be read. */
const MOST = 2;

/** Whether the sum of an attribute over many things means anything. */
export const addsUp = ({ name, type }: Summed): boolean =>
  (type === 'integer' || type === 'decimal') && ADDS_UP.test(name) && !OF_ONE.test(name);

const FIGURE = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/**
 * What the listed things come to: `together 44.0 ha, at least 1,982 homes`; empty where nothing adds up. "At least",
 * where some do not state theirs.
 *
 * @param columns the attributes shown, in order
 */
export function sayTotals(
  columns: readonly Summed[],
  totals: Readonly<Record<string, ColumnTotal>>,
): string {
  const said = columns.flatMap((column) => {
    const total = totals[column.name];
    return total === undefined || total.stated === 0 || !addsUp(column)
      ? []
      : [sayTotal(column, total)];
  });
  return said.length === 0 ? '' : `together ${said.slice(0, MOST).join(', ')}`;
}

function sayTotal({ title, unit, type }: Summed, { sum, unstated }: ColumnTotal): string {
  const figure =
    type === 'integer' || sum >= 1000 ? formatCount(Math.round(sum)) : FIGURE.format(sum);
  const least = unstated > 0 || LEAST.test(title) ? 'at least ' : '';
  return `${MOST_OF.test(title) ? 'up to ' : least}${figure} ${unit ?? lowerFirst(nounOf(title))}`;
}

/** Figures that are themselves an end of a range: `Dwellings at least (2017 form)`, `Dwellings to`. */
const LEAST = /\b(?:minimum|at least|from)\b/iu;
const MOST_OF = /\b(?:maximum|at most|to)\b/iu;

const nounOf = (title: string): string =>
  title
    .replace(/\(.*\)/u, '')
    .replace(/\b(?:minimum|maximum|at least|at most|number of|from|to)\b/giu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** A title within a sentence; capitals of a short form stay: `EV charge points`. */
export const lowerFirst = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
