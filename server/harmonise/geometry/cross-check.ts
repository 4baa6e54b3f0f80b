import { findCrs } from '#data/geodesy/crs.ts';
import { findProjection } from '#data/geodesy/projection.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import { boundsOf, type NativeGeometry } from '#data/schema/geometry.ts';
import type { Issue } from '#data/schema/issue.ts';
import { inCountry, metresBetween } from './area.ts';
import type { Judge } from './judge.ts';
import type { Placed } from './locator.ts';
import type { GeometrySighting, Reading } from './position-source.ts';
import { isOrigin } from './project-geometry.ts';
import type { Report } from './record-issues.ts';
import type { CrsColumn } from './statement.ts';
import { plausible } from './vote.ts';

/** Two positions of one record farther apart than this contradict each other, metres. */
export const CONFLICT_M = 50;

/** A record, and what one source says of it. */
export type Witness = { readonly record: RawRecord; readonly sighting: GeometrySighting };

/** The CRS a record states for itself is used when it makes sense of the record; else the layer's. */
export function readingOf(
  judge: Judge,
  { record, sighting }: Witness,
  crsColumn: CrsColumn | undefined,
): Reading {
  const { reading, projection, source } = judge;
  const axis = sighting.reading?.axis ?? reading.axis;
  const own = sighting.reading?.id ?? crsColumn?.idOf(record.values[crsColumn.index]);
  if (own === undefined || own === reading.id || source.kind === 'native')
    return { id: reading.id, axis };
  const alike = findCrs(own)?.method === 'none' && projection.crs.method === 'none';
  return {
    id: !alike && makesSense(judge, { id: own, axis }, sighting.geometry) ? own : reading.id,
    axis,
  };
}

function makesSense({ grid }: Judge, { id, axis }: Reading, geometry: NativeGeometry): boolean {
  const [west, south, east, north] = boundsOf(geometry) ?? [];
  const [a, b] = [(Number(west) + Number(east)) / 2, (Number(south) + Number(north)) / 2];
  const [x, y] = axis === 'xy' ? [a, b] : [b, a];
  const position = plausible(id, x, y) ? findProjection(grid, id)?.toWgs84(x, y) : undefined;
  return position !== undefined && inCountry(position[0], position[1]);
}

/**
 * Compare a placed record with the point another source gives for it.
 *
 * @returns `crs.conflict` when they are more than 50 m apart
 */
export function crossCheck(
  judge: Judge,
  reading: Reading,
  sighting: GeometrySighting,
  { outcome, report }: { readonly outcome: Placed; readonly report: Report },
): Issue[] {
  if (sighting.geometry.type !== 'Point') return [];
  const [a = Number.NaN, b = Number.NaN] = sighting.geometry.coordinates;
  const [x, y] = reading.axis === 'xy' ? [a, b] : [b, a];
  const projection = findProjection(judge.grid, reading.id);
  if (!projection || !plausible(reading.id, x, y) || isOrigin(projection.crs.kind, x, y)) return [];
  const other = projection.toWgs84(x, y);
  const awayM = other && distanceToM(outcome, [other[0], other[1]]);
  if (awayM === undefined || awayM <= Math.max(CONFLICT_M, sighting.sizeM ?? 0)) return [];
  const { from } = outcome.placement;
  const message = `“${from}” and “${judge.source.from}” are ${Math.round(awayM)} m apart. Placed by ${from}`;
  return [report('crs.conflict', message, { value: `${a}, ${b}` })];
}

function distanceToM(
  { geometry }: Placed,
  [lng, lat]: readonly [number, number],
): number | undefined {
  if (geometry.type === 'Point') {
    return metresBetween(geometry.coordinates as [number, number], [lng, lat]);
  }
  const bounds = boundsOf(geometry);
  if (!bounds) return undefined;
  const [west, south, east, north] = bounds;
  const nearest = [
    Math.min(Math.max(lng, west), east),
    Math.min(Math.max(lat, south), north),
  ] as const;
  return metresBetween(nearest, [lng, lat]);
}
