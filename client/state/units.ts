/** The measures a reader thinks in. */
export const UNITS = ['metric', 'imperial'] as const;
export type Units = (typeof UNITS)[number];

/** Metres in a foot, yard and mile, square metres in an acre. Source: the Weights and Measures Act 1985, schedule 1. */
const FOOT_M = 0.3048;
const YARD_M = 0.9144;
const MILE_M = 1609.344;
const ACRE_M2 = 4046.8564224;

const HECTARE_M2 = 10_000;

/** An area below this is said in the small unit. */
const SMALL_M2 = 1_000;

/** A figure as fine as a reader uses it, thousands marked: `7.48`, `418.4`, `1,204`. */
function figure(value: number): string {
  const decimals = value >= 1000 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');

/** A length: `145 m`, `7.48 km`; `159 yd`, `4.65 miles`. */
export function sayLength(metres: number, units: Units): string {
  if (units === 'imperial') return sayImperialLength(metres);
  if (metres < 10) return `${metres.toFixed(1)} m`;
  return metres < 1000 ? `${whole(metres)} m` : `${figure(metres / 1000)} km`;
}

function sayImperialLength(metres: number): string {
  if (metres < 10 * YARD_M) return `${(metres / FOOT_M).toFixed(1)} ft`;
  return metres < MILE_M ? `${whole(metres / YARD_M)} yd` : `${figure(metres / MILE_M)} miles`;
}

/** An area: `812 m²`, `418.4 ha`; `971 sq yd`, `1,034 acres`. */
export function sayArea(squareMetres: number, units: Units): string {
  if (units === 'imperial') {
    return squareMetres < SMALL_M2
      ? `${whole(squareMetres / YARD_M ** 2)} sq yd`
      : `${figure(squareMetres / ACRE_M2)} acres`;
  }
  return squareMetres < SMALL_M2
    ? `${whole(squareMetres)} m²`
    : `${figure(squareMetres / HECTARE_M2)} ha`;
}

/** A bearing from grid north: `047°`. */
export const sayBearing = (degrees: number): string =>
  `${String(Math.round(degrees) % 360).padStart(3, '0')}°`;
