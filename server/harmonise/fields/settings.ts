import type { Attribute } from '#data/schema/attribute.ts';
import type { ColumnFacts } from '../profile.ts';
import type { Tally } from '../tally.ts';
import {
  chooseOrder,
  countVotes,
  type DateOrder,
  type OrderVotes,
  orderOfHeading,
} from './date-order.ts';
import { pickFigure } from './figures.ts';
import { fold } from './heading.ts';
import { readFigure } from './number.ts';
import { conversionOf, readUnit, unitOfHeading } from './unit.ts';

/** Votes on the order of day and month from all the columns of a layer. */
export function votesOfLayer(columns: readonly ColumnFacts[]): OrderVotes {
  const sum: OrderVotes = { dayFirst: 0, monthFirst: 0, either: 0 };
  for (const column of columns) {
    if (column.type !== 'date' && column.type !== 'text' && column.type !== 'mixed') continue;
    const votes = countVotes(column.values.keys());
    sum.dayFirst += votes.dayFirst;
    sum.monthFirst += votes.monthFirst;
    sum.either += votes.either;
  }
  return sum;
}

/** Decide how a column's dates are read; says so where both orders fit or both are met. */
export function orderOf(
  column: ColumnFacts,
  stated: DateOrder | undefined,
  layer: OrderVotes,
  tally: Tally,
): DateOrder {
  const votes = countVotes(column.values.keys());
  const verdict = chooseOrder(stated ?? orderOfHeading(column.name), votes, layer);
  const words = verdict.order === 'mdy' ? 'month first' : 'day first';
  if (verdict.basis === 'conflict') {
    tally.note(
      { code: 'value.date-ambiguous-order', column: column.name },
      `This column holds dates with the day first and dates with the month first; they are read ${words}, the others are left as published. Write dates as year-month-day.`,
    );
  } else if (verdict.basis === 'assumed' && votes.either > 0) {
    tally.note(
      { code: 'value.date-ambiguous-order', column: column.name },
      `Nothing says whether day or month comes first in this column: read ${words}. Write dates as year-month-day, or put dd/mm/yyyy in the heading.`,
    );
  }
  return verdict.order;
}

/**
 * The unit a column's figures are in: stated, in the heading, in a column of units beside it, or told by
 * their size. Undefined: the attribute's own.
 */
export function unitOf(
  column: ColumnFacts,
  attribute: Attribute,
  stated: string | undefined,
  layer: { readonly columns: readonly ColumnFacts[]; readonly tally: Tally },
): string | undefined {
  if (attribute.unit === undefined) return undefined;
  if (stated !== undefined) return readUnit(stated) ?? stated;
  const said = unitOfHeading(column.name) ?? unitBeside(column, layer.columns);
  if (said !== undefined && isBracketed(column.name, said, attribute)) return said;
  if (attribute.convertible === undefined || column.sampled === 0) return undefined;
  const guessed = unitBySize(column, attribute);
  const unit = guessed ?? readUnit(attribute.unit) ?? attribute.unit;
  const why = guessed === undefined ? '' : ' by the size of its figures';
  layer.tally.note(
    { code: 'column.unit-assumed', column: column.name },
    `The heading states no unit: read as ${unit}${why}. Put the unit in the heading, such as “${column.name} (${unit})”.`,
  );
  return guessed;
}

/** A unit at the end of a heading counts only when the attribute takes it; one in brackets always does. */
function isBracketed(heading: string, unit: string, attribute: Attribute): boolean {
  if (conversionOf(unit, attribute.unit, attribute.convertible) !== undefined) return true;
  return /[([][^)\]]*[)\]]/.test(heading);
}

/** `area` with `area_units` beside it, the same unit all the way down. */
function unitBeside(column: ColumnFacts, columns: readonly ColumnFacts[]): string | undefined {
  const name = fold(column.name);
  const beside = columns.find(({ name: other }) =>
    ['unit', 'units', 'uom', 'unitofmeasure'].some((end) => fold(other) === `${name}${end}`),
  );
  if (beside === undefined || beside.values.size !== 1) return undefined;
  return readUnit([...beside.values.keys()][0] ?? '');
}

/** Share of figures a unit must bring into the attribute's range. */
const FITTING = 0.95;
/** Share of figures that must be out of range as they stand before another unit is thought of. */
const UNFITTING = 0.5;

/** The only unit that brings nearly all figures into the attribute's range, when its own does not. */
function unitBySize(column: ColumnFacts, attribute: Attribute): string | undefined {
  if (attribute.max === undefined) return undefined;
  const figures = [...column.values.keys()].slice(0, 200).flatMap((text) => {
    const value = (readFigure(text) ?? pickFigure(text, 'highest', readFigure))?.value;
    return value === undefined ? [] : [value];
  });
  const fits = (factor: number): number =>
    figures.filter((value) => inRange(attribute, value * factor)).length / figures.length;
  if (figures.length === 0 || fits(1) > 1 - UNFITTING) return undefined;
  const units = new Set<string>();
  for (const [unit, factor] of Object.entries(attribute.convertible ?? {})) {
    if (fits(factor) >= FITTING) units.add(readUnit(unit) ?? unit);
  }
  return units.size === 1 ? [...units][0] : undefined;
}

const inRange = ({ min, max }: Attribute, value: number): boolean =>
  value >= (min ?? -Infinity) && value <= (max ?? Infinity);
