import { type Caster, NOTHING } from './reading.ts';

/** A figure as written, with the words round it. */
export type Figure = {
  readonly value: number;
  /** Unit's symbol when the cell names one we know. */
  readonly unit?: string;
  /** True for `c. 20`, `approx 20`, `~20`. */
  readonly approximate: boolean;
};

/** Which of several figures in a cell is meant. */
export type Pick = 'highest' | 'lowest';

const PARTS = /\s*(?:[;/|,–]|(?<=\d)-(?=\d)|\bto\b|\band\b|&|\n)\s*/i;
/** Characters several figures take at most. */
const LONGEST = 500;
/** Most figures a cell is expected to hold. */
const MOST = 8;

/** None of a text that is too long to hold figures alone. */
const partsOf = (text: string): string[] => (text.length > LONGEST ? [] : text.split(PARTS));

/**
 * The figure meant among several in one cell: `132/33kV`, `400000;132000`, `10-15`.
 *
 * @param read reads one part; a part without a unit has that of the last
 * @returns undefined when a part is no figure, or there is only one
 */
export function pickFigure(
  text: string,
  pick: Pick,
  read: (part: string) => Figure | undefined,
): Figure | undefined {
  const parts = partsOf(text);
  if (parts.length < 2 || parts.length > MOST) return undefined;
  const figures = parts.map(read);
  const unit = figures.at(-1)?.unit;
  let best: Figure | undefined;
  for (const figure of figures) {
    if (figure === undefined || figure.value < 0) return undefined;
    const whole = figure.unit === undefined && unit !== undefined ? { ...figure, unit } : figure;
    if (best === undefined || isBetter(whole, best, pick)) best = whole;
  }
  return best;
}

const isBetter = (one: Figure, other: Figure, pick: Pick): boolean =>
  pick === 'highest' ? one.value > other.value : one.value < other.value;

const SEVERAL = /\d\s*(kv|v)?\s*[;/|–-]\s*\d/i;

/** True when some values of a column hold several figures. */
export const holdsSeveral = ({
  values,
}: {
  readonly values: ReadonlyMap<string, number>;
}): boolean => [...values.keys()].some((text) => SEVERAL.test(text));

/** The same caster where a cell holds several figures, and nothing elsewhere. */
export const onlySeveral =
  (cast: Caster): Caster =>
  (cell) => {
    if (typeof cell !== 'string' || cell.length > LONGEST || !SEVERAL.test(cell)) return NOTHING;
    const reading = cast(cell);
    // What cannot be read was said of the attribute the column is mapped to.
    return reading.value === undefined ? NOTHING : reading;
  };
