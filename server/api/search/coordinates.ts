import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { formatGridReference, readGridReference } from '#data/geodesy/grid-reference.ts';
import { toNationalGrid, toWgs84 } from '#data/geodesy/ostn15.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import { readSexagesimal } from './sexagesimal.ts';

/** A position somebody typed. */
export type TypedPosition = {
  /** How it was understood, in full: `SJ 8390 9810`. */
  readonly title: string;
  readonly detail: string;
  readonly point: LngLat;
};

/** Two numbers with anything customary between and around them. */
const PAIR =
  /^\s*([NE])?\s*(-?\d+(?:\.\d+)?)\s*(?:°|m\b)?\s*([NE])?\s*[,;\s]\s*([NEW])?\s*(-?\d+(?:\.\d+)?)\s*(?:°|m\b)?\s*([NEW])?\s*$/i;

/** Words people write before the numbers: they say no more than the letter. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/\beastings?\b[:=]?|\bx\s*[:=]/gi, 'E'],
  [/\bnorthings?\b[:=]?|\by\s*[:=]/gi, 'N'],
  [/\b(?:latitude|longitude|lat|long|lng|lon)\b[:=]?|[()[\]]/gi, ' '],
];

/** Figures in threes, `383,895`: a comma that parts no two numbers. */
const GROUPED = /^\s*(\d{1,3}),(\d{3})(?:\s+|\s*[,;]\s+)(\d{1,3}),(\d{3})\s*$/;

/** Least easting or northing taken as metres and not degrees. */
const LEAST_METRES = 1_000;

/**
 * Read a position in any customary notation: National Grid reference, easting and northing in metres, latitude and
 * longitude in either order (in Great Britain one is 49–61, the other −9–2), decimal or with minutes and seconds.
 */
export function readPosition(text: string, grid: Ostn15Grid): TypedPosition | undefined {
  const plain = NAMED.reduce((left, [words, letter]) => left.replace(words, letter), text);
  return (
    readReference(text, grid) ??
    readPair(plain.replace(GROUPED, '$1$2 $3$4'), grid) ??
    readMinutes(plain, grid)
  );
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
  const [, before, one, after, beforeOther, other, afterOther] = PAIR.exec(text) ?? [];
  if (one === undefined || other === undefined) return undefined;
  const pair = [Number(one), signed(Number(other), beforeOther ?? afterOther)] as const;
  if (pair.every((value) => value >= LEAST_METRES)) {
    const isNorthFirst = (before ?? after)?.toUpperCase() === 'N';
    return fromMetres(isNorthFirst ? [pair[1], pair[0]] : pair, grid);
  }
  const point = [pair, [pair[1], pair[0]] as const].find(
    ([lng, lat]) => inLatitude(lat) && inLongitude(lng),
  );
  return point && fromDegrees(point, grid);
}

/** `53.48, 2.24 W` means a negative longitude. */
const signed = (value: number, side: string | undefined): number =>
  side?.toUpperCase() === 'W' && value > 0 ? -value : value;

function readMinutes(text: string, grid: Ostn15Grid): TypedPosition | undefined {
  const point = readSexagesimal(text);
  return point && inLatitude(point[1]) && inLongitude(point[0])
    ? fromDegrees(point, grid)
    : undefined;
}

const inLatitude = (degrees: number) => degrees >= 49 && degrees <= 61;
const inLongitude = (degrees: number) => degrees >= -9 && degrees <= 2.5;

function fromMetres(
  [easting, northing]: readonly [number, number],
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
