import { areaOfSketch } from '#client/state/area.ts';
import type { AreaFault, AreaGeometry } from '#data/query/area.ts';
import { type FromGrid, readTypedArea } from '#data/query/area-typed.ts';
import type { LngLat } from '#data/schema/geometry.ts';

/** What corners are joined to; `number`: one is a point, two a line, three or more an area. */
export const JOININGS = ['number', 'polygon', 'line'] as const;
export type Joining = (typeof JOININGS)[number];

/** What is wrong, and in which line, from 1; no line where it is the text as a whole. */
export type LineFault = AreaFault & { readonly line?: number };

/** Texts that are a shape as a whole, whatever lines they are broken into. */
const WHOLE =
  /^(?:\{|(?:SRID=\d+;\s*)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b|(?:point|line|polygon):)/iu;

/** Faults told at once. */
const MOST_FAULTS = 5;

/**
 * Read what somebody typed or pasted: one corner a line in any customary notation, each line in its own; or WKT,
 * GeoJSON, or the text of an address. Never throws.
 */
export function readCoordinates(
  text: string,
  fromGrid: FromGrid,
  joining: Joining,
): AreaGeometry | readonly LineFault[] {
  const trimmed = text.trim();
  if (trimmed === '' || WHOLE.test(trimmed)) {
    const read = readTypedArea(trimmed, fromGrid);
    return 'what' in read ? [read] : read.geometry;
  }
  const corners: LngLat[] = [];
  const faults: LineFault[] = [];
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue;
    const read = readTypedArea(line, fromGrid, 'point');
    if ('what' in read) faults.push({ ...read, line: index + 1 });
    else corners.push(...positionsOf(read.geometry));
  }
  return faults.length > 0 ? faults.slice(0, MOST_FAULTS) : join(corners, joining);
}

function positionsOf(geometry: AreaGeometry): LngLat[] {
  const positions =
    geometry.type === 'Point'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPoint'
        ? geometry.coordinates
        : [];
  return positions.map(([lng = Number.NaN, lat = Number.NaN]) => [lng, lat]);
}

function join(corners: readonly LngLat[], joining: Joining): AreaGeometry | readonly LineFault[] {
  const byNumber = corners.length === 1 ? 'point' : corners.length === 2 ? 'line' : 'polygon';
  const shape = joining === 'number' ? byNumber : joining;
  const area = areaOfSketch({ shape, corners: open(corners) });
  if (area?.subject.kind === 'shape') return area.subject.geometry;
  return [
    {
      what: shape === 'line' ? 'A line needs two corners.' : 'An area needs three corners.',
      mend: 'Add the missing corners, one a line.',
    },
  ];
}

/** A ring often comes with its first corner again at its end. */
function open(corners: readonly LngLat[]): readonly LngLat[] {
  const [first, last] = [corners[0], corners.at(-1)];
  const isClosed = corners.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return isClosed ? corners.slice(0, -1) : corners;
}
