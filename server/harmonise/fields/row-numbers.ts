import type { ColumnFacts } from '../profile.ts';

/** Values in a row before they are taken for a count. */
const LEAST_COUNTED = 4;

/** True when the values are a count of the rows, 0 or 1 upwards in file order: a key of the export, not of the thing. */
export function isRowNumber({ values, unique, type }: ColumnFacts): boolean {
  if (type !== 'integer' || !unique || values.size < LEAST_COUNTED) return false;
  return countsUp([...values.keys()].map(Number));
}

/** True for ids a conversion made of the layer's name and a count: `libraries_bury.0`, `libraries_bury.1`. */
export function isMadeByExport({ values, unique }: ColumnFacts): boolean {
  if (!unique || values.size < LEAST_COUNTED) return false;
  const parts = [...values.keys()].map((text) => /^(.*\p{L}.*)[._](\d+)$/u.exec(text));
  const stem = parts[0]?.[1];
  if (stem === undefined || parts.some((part) => part?.[1] !== stem)) return false;
  return countsUp(parts.map((part) => Number(part?.[2])));
}

/** A long layer is sampled: its numbers rise by the same step throughout. */
function countsUp(numbers: readonly number[]): boolean {
  const [first = Number.NaN, second = Number.NaN] = numbers;
  const step = second - first;
  if (!(first === 0 || first === 1) || step < 1) return false;
  return numbers.every((number, index) => number === first + index * step);
}
