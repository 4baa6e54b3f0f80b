import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { formatGridReference, readGridReference } from '#data/geodesy/grid-reference.ts';
import { toNationalGrid, toWgs84 } from '#data/geodesy/ostn15.ts';
import type { LngLat } from '#data/schema/geometry.ts';

/** A position somebody typed. */
export type TypedPosition = {
  /** How it was understood, in full: `SJ 8390 9810`. */
  readonly title: string;
  readonly detail: string;
  readonly point: LngLat;
};

/** Two numbers with anything customary between and around them. */
const PAIR =
  /^\s*(-?\d+(?:\.\d+)?)\s*°?\s*([NE])?\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*°?\s*([WE])?\s*$/i;

/** Least easting or northing taken as metres and not degrees. */
const LEAST_METRES = 1_000;

/**
 * Read a position in any customary notation: National Grid reference, easting and northing in metres, latitude and
 * longitude in either order (in Great Britain one is 49–61, the other −9–2).
 */
export function readPosition(text: string, grid: Ostn15Grid): TypedPosition | undefined {
  return readReference(text, grid) ?? readPair(text, grid);
}

function readReference(text: string, grid: Ostn15Grid): TypedPosition | undefined {
  const square = readGridReference(text);
  // Two letters alone are the beginning of a word more often than a square of 100 km.
  if (!square || square.sizeM > 10_000) return undefined;
  const half = square.sizeM / 2;
  const point = toWgs84(grid, square.easting + half, square.northing + half);
  return (
    point && {
      title: text.trim().toUpperCase(),
      detail: `National Grid reference, middle of a ${sizeText(square.sizeM)} square`,
      point,
    }
  );
}

const sizeText = (sizeM: number): string => (sizeM >= 1_000 ? `${sizeM / 1_000} km` : `${sizeM} m`);

function readPair(text: string, grid: Ostn15Grid): TypedPosition | undefined {
  const [, one, , other, side] = PAIR.exec(text) ?? [];
  if (one === undefined || other === undefined) return undefined;
  const first = Number(one);
  // `53.48, 2.24 W` means a negative longitude
  const second = Number(other) * (side?.toUpperCase() === 'W' && Number(other) > 0 ? -1 : 1);
  if (first >= LEAST_METRES && second >= LEAST_METRES) return fromMetres(first, second, grid);
  if (inLatitude(first) && inLongitude(second)) return fromDegrees([second, first], grid);
  if (inLatitude(second) && inLongitude(first)) return fromDegrees([first, second], grid);
  return undefined;
}

const inLatitude = (degrees: number) => degrees >= 49 && degrees <= 61;
const inLongitude = (degrees: number) => degrees >= -9 && degrees <= 2.5;

function fromMetres(
  easting: number,
  northing: number,
  grid: Ostn15Grid,
): TypedPosition | undefined {
  const point = toWgs84(grid, easting, northing);
  const reference = point && formatGridReference(easting, northing, 10);
  return (
    point && { title: `${easting}, ${northing}`, detail: `Easting, northing: ${reference}`, point }
  );
}

function fromDegrees(point: LngLat, grid: Ostn15Grid): TypedPosition {
  const metres = toNationalGrid(grid, point[0], point[1]);
  const reference = metres && formatGridReference(metres[0], metres[1], 10);
  return {
    title: `${point[1]}, ${point[0]}`,
    detail: reference ? `Latitude, longitude: ${reference}` : 'Latitude, longitude',
    point,
  };
}
