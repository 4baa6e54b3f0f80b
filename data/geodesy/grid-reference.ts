/** Side of the squares two letters name, metres. */
const SQUARE_M = 100_000;
/** Letters of the 25 squares in a row-by-row block, north-west first; there is no I. */
const LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ';
/** The grid's south-west corner lies in 500 km square S: two blocks east and one north of V's corner. */
const FALSE_EAST_M = 1_000_000;
const FALSE_NORTH_M = 500_000;
/** Extent of the National Grid, metres. */
const EAST_END_M = 700_000;
const NORTH_END_M = 1_300_000;

/** The square a grid reference names. */
export type GridSquare = {
  /** South-west corner, metres of the grid it is of: the National Grid, or the Irish Grid. */
  readonly easting: number;
  readonly northing: number;
  /** Side of the square, metres: 1 for ten figures, 100 for six, 100,000 for letters alone. */
  readonly sizeM: number;
};

/**
 * Read a National Grid reference in any customary spelling: `SJ 81429 91372`, `SJ814913`,
 * `sd 80000,12000`, `SJ 81 91`, `(SJ) 81429.91372`, `NGR: SJ 814 913`.
 *
 * @returns undefined when it is none, names no square of the grid, has halves of different length,
 * or names a tetrad or quadrant (`SJ89A`, `SJ89NE`), which are areas of recording, not positions
 */
export function readGridReference(text: string): GridSquare | undefined {
  const match = /^\(?([HJNOST]\s?[A-HJ-Z])\)?([\d\s,;./:-]*)$/.exec(bareOf(text));
  if (!match) return undefined;
  const [, letters = '', rest = ''] = match;
  return squareOf(cornerOf(letters.replace(/\s/, '')), rest);
}

/**
 * Read an Irish Grid reference, which has one letter: `J 33800 74000`, `J338740`, `IJ 338 740`.
 *
 * @returns metres of the Irish Grid (EPSG:29903); undefined when it is none, or a letter alone
 */
export function readIrishGridReference(text: string): GridSquare | undefined {
  const match = /^\(?I?([A-HJ-Z])\)?([\d\s,;./:-]+)$/.exec(bareOf(text));
  if (!match) return undefined;
  const [, letter = '', rest = ''] = match;
  const place = LETTERS.indexOf(letter);
  const corner = {
    easting: (place % 5) * SQUARE_M,
    northing: (4 - Math.floor(place / 5)) * SQUARE_M,
  };
  return /\d/.test(rest) ? squareOf(corner, rest) : undefined;
}

/** Without the words that stand before a reference. */
const bareOf = (text: string): string =>
  text
    .trim()
    .toUpperCase()
    .replace(/^(?:OS\s*)?(?:NGR|GRID\s*REF(?:ERENCE)?|OSGR|REF)\b\s*[.:=-]?\s*/, '');

function squareOf(
  corner: { readonly easting: number; readonly northing: number } | undefined,
  rest: string,
): GridSquare | undefined {
  const digits = digitsOf(rest);
  if (corner === undefined || digits === undefined) return undefined;
  const half = digits.length / 2;
  const sizeM = SQUARE_M / 10 ** half;
  return {
    easting: corner.easting + Number(`0${digits.slice(0, half)}`) * sizeM,
    northing: corner.northing + Number(`0${digits.slice(half)}`) * sizeM,
    sizeM,
  };
}

/** The figures of a reference run together; undefined unless two halves of 0 to 5 can be told. */
function digitsOf(rest: string): string | undefined {
  const groups = rest.split(/[^\d]+/).filter((group) => group !== '');
  const digits = groups.join('');
  if (digits.length % 2 !== 0 || digits.length > 10 || groups.length > 2) return undefined;
  const [first, second] = groups;
  return second !== undefined && first?.length !== second.length ? undefined : digits;
}

function cornerOf(letters: string): { easting: number; northing: number } | undefined {
  const large = LETTERS.indexOf(letters[0] ?? '');
  const small = LETTERS.indexOf(letters[1] ?? '');
  const easting = (large % 5) * 5 * SQUARE_M + (small % 5) * SQUARE_M - FALSE_EAST_M;
  const northing =
    (4 - Math.floor(large / 5)) * 5 * SQUARE_M +
    (4 - Math.floor(small / 5)) * SQUARE_M -
    FALSE_NORTH_M;
  const inside = easting >= 0 && easting < EAST_END_M && northing >= 0 && northing < NORTH_END_M;
  return inside ? { easting, northing } : undefined;
}

/**
 * Write a position as a National Grid reference: `SJ 81429 91372`. Figures are cut, not rounded,
 * since a reference names the square the position is in.
 *
 * @param easting metres @param northing metres
 * @param digits figures in all: 0, 2, 4, 6, 8 or 10
 * @returns undefined outside the grid
 * @throws RangeError when `digits` is another number
 */
export function formatGridReference(
  easting: number,
  northing: number,
  digits: number,
): string | undefined {
  if (![0, 2, 4, 6, 8, 10].includes(digits)) {
    throw new RangeError(`Cannot format grid reference: want 0 to 10 even figures, got ${digits}`);
  }
  if (!(easting >= 0 && easting < EAST_END_M && northing >= 0 && northing < NORTH_END_M)) {
    return undefined;
  }
  // whole metres first: the false origin added to 699,999.9999999999 would round it up a square
  const column = Math.floor((Math.floor(easting) + FALSE_EAST_M) / SQUARE_M);
  const row = Math.floor((Math.floor(northing) + FALSE_NORTH_M) / SQUARE_M);
  const large = (4 - Math.floor(row / 5)) * 5 + Math.floor(column / 5);
  const small = (4 - (row % 5)) * 5 + (column % 5);
  const letters = `${LETTERS[large]}${LETTERS[small]}`;
  const half = digits / 2;
  const figures = (metres: number) =>
    String(Math.floor(metres % SQUARE_M))
      .padStart(5, '0')
      .slice(0, half);
  return half === 0 ? letters : `${letters} ${figures(easting)} ${figures(northing)}`;
}
