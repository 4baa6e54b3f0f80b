import type { Position } from 'geojson';
import { readGridReference } from '../geodesy/grid-reference.ts';
import type { LngLat } from '../schema/geometry.ts';
import { type AreaFault, type AreaGeometry, countPositions, runsOf, settleShape } from './area.ts';
import { parseArea } from './area-text.ts';
import { readGeoJsonShape } from './geojson-shape.ts';
import { readWkt } from './wkt.ts';

/** A shape as somebody typed or pasted it, and what was made of it. */
export type TypedArea = {
  /** WGS 84, six decimals. */
  readonly geometry: AreaGeometry;
  /** How it was understood, in sentences. */
  readonly notes: readonly string[];
};

/** Easting and northing of the National Grid to WGS 84; undefined outside the grid. */
export type FromGrid = (easting: number, northing: number) => LngLat | undefined;

/** Longest text that is read, characters. */
const LONGEST = 1_000_000;

/** Most positions of a shape. */
export const MOST_POSITIONS = 20_000;

/**
 * Read an area in any customary notation: longitude and latitude pairs (either order), eastings and northings,
 * National Grid references, WKT, GeoJSON, or the text of an address. Never throws.
 *
 * One position makes a point, two a line, three or more a polygon, unless `as` says otherwise.
 */
export function readTypedArea(
  text: string,
  fromGrid: FromGrid,
  as?: 'point' | 'line' | 'polygon',
): TypedArea | AreaFault {
  const trimmed = text.trim();
  if (trimmed === '') {
    return { what: 'Nothing is written.', mend: 'Write positions, as in -2.2843,53.4301.' };
  }
  if (trimmed.length > LONGEST) return tooLong(trimmed.length, 'characters');
  const own = parseArea(trimmed);
  if (!('what' in own) && own.subject.kind === 'shape') {
    return { geometry: own.subject.geometry, notes: [] };
  }
  if (trimmed.startsWith('{')) return place(readGeoJsonShape(trimmed), fromGrid);
  if (/^(?:SRID=\d+;\s*)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b/i.test(trimmed)) {
    return place(readWkt(trimmed), fromGrid);
  }
  const read = readReferences(trimmed) ?? readPairs(trimmed);
  return 'what' in read ? read : place(build(read, as), fromGrid);
}

const tooLong = (count: number, of: string): AreaFault => ({
  what: `The shape has ${count.toLocaleString('en-GB')} ${of}, which is more than ODIN reads.`,
  mend: `Simplify it to ${MOST_POSITIONS.toLocaleString('en-GB')} positions.`,
});

/** Two letters and an even number of figures, in halves or run together. */
const REFERENCE = /\b[HJNOST]\s?[A-HJ-Z]\s?(?:\d{1,5}\s+\d{1,5}|\d{2,10})(?!\d)/gi;

/** Positions in metres, when the text is grid references and nothing else. */
function readReferences(text: string): readonly Position[] | AreaFault | undefined {
  if (!/^\s*[HJNOST]\s?[A-HJ-Z]\s?\d/i.test(text)) return undefined;
  const rest = text.replaceAll(REFERENCE, '').replaceAll(/[\s,;|]+/g, '');
  const squares = [...text.matchAll(REFERENCE)].map(([match]) => readGridReference(match));
  const wrong = squares.indexOf(undefined);
  if (rest !== '' || wrong >= 0) {
    return {
      what: 'Part of this is no National Grid reference.',
      where: clip(rest === '' ? ([...text.matchAll(REFERENCE)][wrong]?.[0] ?? '') : rest),
      mend: 'Write two letters and an even number of figures, as in SJ 8143 9137, one a line.',
    };
  }
  return squares.flatMap((square) =>
    square ? [[square.easting + square.sizeM / 2, square.northing + square.sizeM / 2]] : [],
  );
}

const clip = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const NUMBER = /^-?\d{1,7}(?:\.\d{1,12})?$/;

/** Pairs of numbers, with anything customary between them. */
function readPairs(text: string): readonly Position[] | AreaFault {
  const words = text
    .replaceAll(/[()[\]°]/g, ' ')
    .split(/[\s,;|]+/)
    .filter((word) => word !== '');
  const wrong = words.find((word) => !NUMBER.test(word));
  if (wrong !== undefined) {
    return {
      what: 'Part of this is no number.',
      where: clip(wrong),
      mend: 'Write longitude,latitude or easting,northing pairs, grid references, WKT or GeoJSON.',
    };
  }
  if (words.length % 2 !== 0) {
    return {
      what: `There are ${words.length} numbers, so one position lacks its other half.`,
      where: clip(words.at(-1) ?? ''),
      mend: 'Write two numbers for every position.',
    };
  }
  return words.flatMap((word, at) => (at % 2 === 0 ? [[Number(word), Number(words[at + 1])]] : []));
}

function build(
  positions: readonly Position[],
  as: 'point' | 'line' | 'polygon' | undefined,
): AreaGeometry {
  const [first = []] = positions;
  const kind = as ?? (['point', 'point', 'line'] as const)[positions.length] ?? 'polygon';
  switch (kind) {
    case 'point':
      return positions.length === 1
        ? { type: 'Point', coordinates: first }
        : { type: 'MultiPoint', coordinates: [...positions] };
    case 'line':
      return { type: 'LineString', coordinates: [...positions] };
    case 'polygon':
      return { type: 'Polygon', coordinates: [[...positions, first]] };
  }
}

/** A shape in whatever coordinates it is written to WGS 84. */
function place(shape: AreaGeometry | AreaFault, fromGrid: FromGrid): TypedArea | AreaFault {
  if ('what' in shape) return shape;
  const count = countPositions(shape);
  if (count > MOST_POSITIONS) return tooLong(count, 'positions');
  const positions: Position[] = [];
  each(shape, (position) => positions.push(position));
  const reading = READINGS.find(({ holds }) => positions.every(holds));
  if (!reading) return noReading(positions);
  let outside: Position | undefined;
  const placed = map(shape, (position) => {
    const found = reading.read(position, fromGrid);
    if (!found) outside ??= position;
    return found ? [...found] : [0, 0];
  });
  if (outside) return outsideGrid(outside);
  const geometry = settleShape(placed);
  const flaw = flawOf(geometry);
  return flaw ?? { geometry, notes: [...reading.notes] };
}

type Reading = {
  readonly holds: (position: Position) => boolean;
  readonly read: (position: Position, fromGrid: FromGrid) => LngLat | undefined;
  readonly notes: readonly string[];
};

const within = (value: number | undefined, least: number, most: number): boolean =>
  value !== undefined && value >= least && value <= most;

/** In Great Britain a latitude is 49 to 61 and a longitude −9 to 2.5, so that their order shows. */
const READINGS: readonly Reading[] = [
  {
    holds: ([x, y]) => within(x, -9, 2.5) && within(y, 49, 61),
    read: ([lng = 0, lat = 0]) => [lng, lat],
    notes: [],
  },
  {
    holds: ([x, y]) => within(y, -9, 2.5) && within(x, 49, 61),
    read: ([lat = 0, lng = 0]) => [lng, lat],
    notes: ['Read as latitude, longitude: the first numbers are latitudes of Great Britain.'],
  },
  {
    holds: ([x, y]) => within(x, 1_000, 700_000) && within(y, 1_000, 1_300_000),
    read: ([easting = 0, northing = 0], fromGrid) => fromGrid(easting, northing),
    notes: ['Read as National Grid eastings and northings (OSGB36, through OSTN15).'],
  },
  {
    holds: ([x, y]) => within(x, -180, 180) && within(y, -90, 90),
    read: ([lng = 0, lat = 0]) => [lng, lat],
    notes: [],
  },
];

function noReading(positions: readonly Position[]): AreaFault {
  const odd = positions.find((position) => !READINGS.some(({ holds }) => holds(position)));
  return {
    what: odd
      ? 'A position lies nowhere on Earth.'
      : 'The positions are a mixture of degrees and metres, or of both orders.',
    where: clip((odd ?? positions[0] ?? []).join(', ')),
    mend: 'Write all as longitude,latitude in degrees, or all as easting,northing in metres.',
  };
}

const outsideGrid = (position: Position): AreaFault => ({
  what: 'A position lies outside the National Grid.',
  where: clip(position.join(', ')),
  mend: 'Write eastings from 0 to 700,000 and northings from 0 to 1,250,000 metres.',
});

function flawOf(geometry: AreaGeometry): AreaFault | undefined {
  const isLine = geometry.type === 'LineString' || geometry.type === 'MultiLineString';
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  const least = isArea ? 4 : isLine ? 2 : 1;
  if (runsOf(geometry).every((run) => run.length >= least)) return undefined;
  return {
    what: isArea
      ? 'A polygon needs three corners that are not the same.'
      : 'A line needs two positions that are not the same.',
    mend: 'Add the missing positions.',
  };
}

const each = (geometry: AreaGeometry, visit: (position: Position) => void): void => {
  for (const run of runsOf(geometry)) for (const position of run) visit(position);
};

function map(geometry: AreaGeometry, turn: (position: Position) => Position): AreaGeometry {
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: turn(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: geometry.coordinates.map(turn) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map((run) => run.map(turn)) };
    case 'MultiPolygon':
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(turn))),
      };
  }
}
