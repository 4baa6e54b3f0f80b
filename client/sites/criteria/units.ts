import type { What } from '#data/siting/criterion.ts';
import { unitOf } from '#data/siting/words.ts';

/** How a figure is shown for editing: in which unit, and what one of it is in the unit stored. */
export type ShownUnit = { readonly unit: string | undefined; readonly scale: number };

const KM: ShownUnit = { unit: 'km', scale: 1_000 };

/**
 * The unit a threshold is edited in: distances from 1 km up in kilometres, all else as it is stored.
 *
 * @param values the figures that stand together; the largest decides
 */
export function shownUnit(what: What, values: readonly number[]): ShownUnit {
  const unit = unitOf(what);
  if (unit === 'm' && Math.max(...values) >= 1_000) return KM;
  return { unit, scale: 1 };
}

/** What was typed, or why it is no figure. */
export type Typed = { readonly value: number } | { readonly fault: string };

const NUMBER = /^(-?\d{1,9}(?:\.\d{1,6})?|-?\.\d{1,6})\s*(\p{L}+|%)?$/u;

/** Units of length that may be typed after a figure, metres. */
const LENGTHS: Readonly<Record<string, number>> = {
  m: 1,
  km: 1_000,
  mi: 1609.344,
  mile: 1609.344,
  miles: 1609.344,
};

/**
 * Read a figure as it is typed: `1`, `2.2 km`, `1,250 m`, `30 %`. Without a unit it is in the one shown.
 *
 * @param least smallest that is taken, in the stored unit
 * @returns in the stored unit
 */
export function readFigure(text: string, shown: ShownUnit, least = 0): Typed {
  const [, digits, unit] = NUMBER.exec(text.trim().replaceAll(',', '')) ?? [];
  if (digits === undefined) return { fault: 'Give a number.' };
  const scale = scaleOf(unit, shown);
  if (scale === undefined) return { fault: `Give a number in ${shown.unit ?? 'figures alone'}.` };
  const value = tidy(Number(digits) * scale);
  if (value < least) return { fault: `Give a number of ${least} or more.` };
  if (shown.unit === '%' && value > 100) return { fault: 'Give a number up to 100.' };
  return { value };
}

function scaleOf(unit: string | undefined, shown: ShownUnit): number | undefined {
  if (unit === undefined || unit === shown.unit) return shown.scale;
  const isLength = shown.unit === 'm' || shown.unit === 'km';
  if (isLength && Object.hasOwn(LENGTHS, unit.toLowerCase())) return LENGTHS[unit.toLowerCase()];
  return unit.toLowerCase() === shown.unit?.toLowerCase() ? shown.scale : undefined;
}

/** Without the dust of binary fractions: 2.2 km is 2200 m. */
const tidy = (value: number): number => Number(value.toPrecision(10)) + 0;

/** A stored figure as it stands in its field. */
export const writeFigure = (value: number, { scale }: ShownUnit): string =>
  `${tidy(value / scale)}`;
