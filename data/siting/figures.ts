import type { SiteColumn } from '#data/schema/sites.ts';
import { grouped } from '#data/words/figures.ts';

/** Between a figure and its unit: no line may break there. */
export const SPACE = '\u00A0';

/** With so many decimals, and thousands marked. */
function plain(value: number, digits: number): string {
  const [whole = '', part] = Math.abs(value).toFixed(digits).split('.');
  const figure = part === undefined ? grouped(Number(whole)) : `${grouped(Number(whole))}.${part}`;
  return value < 0 && Number(value.toFixed(digits)) !== 0 ? `-${figure}` : figure;
}

/** A figure as short as it can be: `1`, `2.2`, `1,250`. */
export const sayNumber = (value: number): string => grouped(Number(value.toFixed(3)) + 0);

/**
 * A distance of evidence: below 1 km to 10 m (`280 m`), above with two decimals (`2.00 km`); in lists with one.
 */
export function sayDistance(metres: number, in_: 'evidence' | 'list' = 'evidence'): string {
  const tens = Math.round(metres / 10) * 10;
  if (tens < 1_000) return `${tens}${SPACE}m`;
  return `${plain(metres / 1_000, in_ === 'list' ? 1 : 2)}${SPACE}km`;
}

/** A threshold of a distance, as it was set: `100 m`, `2.2 km`. */
export const saySetDistance = (metres: number): string =>
  metres < 1_000 ? `${sayNumber(metres)}${SPACE}m` : `${sayNumber(metres / 1_000)}${SPACE}km`;

/** Decimals a measured figure is told with, by unit. */
const DECIMALS: Readonly<Record<string, number>> = { ha: 2, MVA: 1, MW: 1, '%': 1, kV: 0 };

/** A measured figure with its unit: `7.15 ha`, `11.7 MVA`, `2.00 km`, `1,204`. */
export function sayFigure(value: number, unit: SiteColumn['unit'], place?: 'list'): string {
  if (unit === 'm') return sayDistance(value, place ?? 'evidence');
  if (unit === undefined) return sayNumber(value);
  const digits = DECIMALS[unit];
  return `${digits === undefined ? sayNumber(value) : plain(value, digits)}${SPACE}${unit}`;
}

/** A figure somebody set, with its unit: `1 ha`, `30 %`, `2.2 km`. */
export const saySet = (value: number, unit: SiteColumn['unit']): string => {
  if (unit === 'm') return saySetDistance(value);
  return unit === undefined ? sayNumber(value) : `${sayNumber(value)}${SPACE}${unit}`;
};
