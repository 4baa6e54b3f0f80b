import type {
  LineString,
  MultiLineString,
  MultiPoint,
  MultiPolygon,
  Point,
  Polygon,
} from 'geojson';

/** Shapes an area may have; in WGS 84, longitude first. */
export type AreaGeometry =
  | Point
  | MultiPoint
  | LineString
  | MultiLineString
  | Polygon
  | MultiPolygon;

/** What is asked about: a shape somebody drew or typed, a feature of the map, or a shape the server keeps. */
export type AreaSubject =
  | { readonly kind: 'shape'; readonly geometry: AreaGeometry }
  | {
      readonly kind: 'feature';
      /** `odin:energy/substation:…`, or `layerId/key` as the tiles have it. */
      readonly id: string;
    }
  | {
      readonly kind: 'kept';
      /** What its shape hashes to: 26 characters. */
      readonly id: string;
    };

/** A place somebody asks about, as one plain value; `area-text.ts` writes it into addresses. */
export type Area = {
  readonly subject: AreaSubject;
  /** Everything within so many metres of the subject belongs to the area too: whole, 1 to `MOST_BUFFER_M`. */
  readonly bufferM?: number;
  /** What its maker calls it; at most `MOST_TITLE` characters. */
  readonly title?: string;
};

/** Decimals of a degree an area is kept to: a tenth of a metre. */
export const AREA_DECIMALS = 6;

/** Widest buffer, metres. */
export const MOST_BUFFER_M = 5_000;

/** Longest title, characters. */
export const MOST_TITLE = 120;

/** Most positions of a shape that travels in an address; larger ones are sent to the server to keep. */
export const MOST_TEXT_POSITIONS = 200;

/** Why a text is no area, for whoever wrote it. */
export type AreaFault = {
  /** What is wrong, as a sentence. */
  readonly what: string;
  /** The part of the text that is. */
  readonly where?: string;
  /** What to do about it, as a sentence. */
  readonly mend: string;
};

/** Every position of a shape on the grid an area is kept to; rings closed, repeated positions dropped. */
export function settleShape(geometry: AreaGeometry): AreaGeometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: settle(geometry.coordinates) };
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: geometry.coordinates.map(settle) };
    case 'LineString':
      return { type: 'LineString', coordinates: settleRun(geometry.coordinates) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map(settleRun) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map(settleRing) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map(settleRing)),
      };
  }
}

type Position = number[];

const SCALE = 10 ** AREA_DECIMALS;

/** `+ 0` turns −0 into 0, which is written alike. */
const round = (degrees: number): number => Math.round(degrees * SCALE) / SCALE + 0;

const settle = ([lng = Number.NaN, lat = Number.NaN]: Position): Position => [
  round(lng),
  round(lat),
];

function settleRun(run: readonly Position[]): Position[] {
  const settled: Position[] = [];
  for (const position of run.map(settle)) {
    const last = settled.at(-1);
    if (!(last && isSame(last, position))) settled.push(position);
  }
  return settled;
}

function settleRing(ring: readonly Position[]): Position[] {
  const settled = settleRun(ring);
  const [first] = settled;
  const last = settled.at(-1);
  return first && last && !isSame(first, last) ? [...settled, [...first]] : settled;
}

const isSame = (one: Position, other: Position): boolean =>
  one[0] === other[0] && one[1] === other[1];

/** Its positions run by run: a point each, a line each, a ring each. */
export function runsOf(geometry: AreaGeometry): readonly Position[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
  }
}

/** How many positions a shape has; the closing one of a ring is not counted. */
export function countPositions(geometry: AreaGeometry): number {
  switch (geometry.type) {
    case 'Point':
      return 1;
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates.length;
    case 'MultiLineString':
      return sum(geometry.coordinates.map((run) => run.length));
    case 'Polygon':
      return sum(geometry.coordinates.map((ring) => ring.length - 1));
    case 'MultiPolygon':
      return sum(geometry.coordinates.flat().map((ring) => ring.length - 1));
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
