/** The Web Mercator world is a square of 2^30 units: 4 cm at the equator, 16 to a tile unit of zoom 14. */
export const WORLD_BITS = 30;
/** Tile units a tile is wide: 2^12. Source: MVT 2.1 practice; `extent` in the tile says so. */
export const EXTENT_BITS = 12;
export const EXTENT = 1 << EXTENT_BITS;
/** Tile units drawn beyond each edge, so that strokes and symbols meet across tiles. */
export const BUFFER = 64;

const WORLD = 2 ** WORLD_BITS;
const RADIANS = Math.PI / 180;
/** Where Web Mercator ends, degrees: atan(sinh(π)). */
const LIMIT_LATITUDE = 85.0511287798066;

const onWorld = (unit: number): number =>
  Math.min(WORLD - 1, Math.max(0, Math.round(unit * WORLD)));

/** World x of a longitude in degrees; beyond ±180 it is held at the edge. */
export const worldX = (lng: number): number => onWorld(lng / 360 + 0.5);

/** World y (southward) of a latitude in degrees; beyond ±85.05 it is held at the edge. */
export function worldY(lat: number): number {
  const held = Math.min(LIMIT_LATITUDE, Math.max(-LIMIT_LATITUDE, lat));
  const slice = Math.floor(held * SLICES);
  const at = (slice + SLICES * 90) * TERMS;
  if (!series[at]) fillSlice(slice, at);
  const d = (held - slice / SLICES) * RADIANS;
  const c1 = series[at + 1] as number;
  const c2 = series[at + 2] as number;
  const c3 = series[at + 3] as number;
  return onWorld((series[at] as number) - d * (c1 + d * (c2 + d * c3)));
}

/** Slices of a degree, each with the projection as a series of TERMS: a sine and a logarithm less a vertex. */
const SLICES = 256;
const TERMS = 4;
const series = new Float64Array(180 * SLICES * TERMS);

/**
 * Taylor series of y at the south edge of a slice: sec φ, its derivative, and that of it, each by 2π.
 * The fourth derivative, at most 2·10^7 at 85°, leaves an error below 10^−11 of the world.
 */
function fillSlice(slice: number, at: number): void {
  const south = (slice / SLICES) * RADIANS;
  const sine = Math.sin(south);
  const secant = 1 / Math.cos(south);
  series[at] = 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
  series[at + 1] = secant / (2 * Math.PI);
  series[at + 2] = (secant * secant * sine) / (4 * Math.PI);
  series[at + 3] = (secant ** 3 * (1 + sine * sine)) / (12 * Math.PI);
}

/** Longitude in degrees of a world x. */
export const longitudeOf = (x: number): number => (x / WORLD) * 360 - 180;

/** Latitude in degrees of a world y. */
export const latitudeOf = (y: number): number =>
  Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD))) / RADIANS;
