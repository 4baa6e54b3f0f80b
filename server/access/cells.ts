/** A cell of a grid laid over the plane of the National Grid. */
export type PlaneCell = {
  /** Names the cell among all of its grid. */
  readonly id: string;
  /** Its corners, eastings and northings in metres, the first once more at the end, anticlockwise. */
  readonly outline: readonly (readonly [easting: number, northing: number])[];
};

/** Side of a square, metres. */
const SQUARE_M = 100;

/** Width of a hexagon from side to side, metres; from its middle to a corner; from one row to the next. */
const HEXAGON_M = 250;
const CORNER_M = HEXAGON_M / Math.sqrt(3);
const ROW_M = CORNER_M * 1.5;

/** The square of 100 m a position lies in; its south and west sides are its own. */
export function squareAt(easting: number, northing: number): PlaneCell {
  const west = Math.floor(easting / SQUARE_M) * SQUARE_M;
  const south = Math.floor(northing / SQUARE_M) * SQUARE_M;
  const [east, north] = [west + SQUARE_M, south + SQUARE_M];
  const outline = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;
  return { id: `100m-${west}-${south}`, outline };
}

/**
 * The hexagon a position lies in, 250 m from side to side, a corner to the north; rows begin at the origin of the
 * grid, every other one half a hexagon to the east.
 */
export function hexagonAt(easting: number, northing: number): PlaneCell {
  const below = Math.floor(northing / ROW_M);
  // what is nearest of the hexagons of the two rows round it
  const [row, column] = [below, below + 1]
    .map((each) => [each, Math.round(easting / HEXAGON_M - shiftOf(each))] as const)
    .map((cell) => ({ cell, apart: apartFrom(cell, easting, northing) }))
    .reduce((one, other) => (other.apart < one.apart ? other : one)).cell;
  const [x, y] = middleOf(row, column);
  const corners = [90, 150, 210, 270, 330, 390, 450].map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    return [
      centimetres(x + CORNER_M * Math.cos(angle)),
      centimetres(y + CORNER_M * Math.sin(angle)),
    ] as const;
  });
  return { id: `250m-${column}-${row}`, outline: corners };
}

/** How far a row stands to the east, in hexagons. */
const shiftOf = (row: number): number => (Math.abs(row) % 2 === 1 ? 0.5 : 0);

const middleOf = (row: number, column: number): readonly [number, number] => [
  (column + shiftOf(row)) * HEXAGON_M,
  row * ROW_M,
];

function apartFrom(
  [row, column]: readonly [number, number],
  easting: number,
  northing: number,
): number {
  const [x, y] = middleOf(row, column);
  return (x - easting) ** 2 + (y - northing) ** 2;
}

const centimetres = (metres: number): number => Math.round(metres * 100) / 100;
