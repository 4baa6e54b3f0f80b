import { findProjection } from '#data/geodesy/projection.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import { metresBetween } from './area.ts';
import { CONFLICT_M } from './cross-check.ts';
import { type Lane, rankLanes } from './lane.ts';
import type { LocatorHints } from './locator.ts';
import { firstPositionOf } from './project-geometry.ts';
import type { Constituency } from './vote.ts';

/** A pair of columns found by value must land this surely to be believed. */
const SURE = 0.9;
/** Two lanes that are this close for most records tell of the same positions, metres. */
const SAME_PLACE_M = 200;

/**
 * Which lanes to read, the leading one first: all that headings, format or text vouch for, and those
 * found by values alone only where another lane, or the districts, confirm them.
 */
export function chooseLanes(
  lanes: readonly Lane[],
  sample: readonly RawRecord[],
  where: Constituency,
  hints: LocatorHints,
): readonly Lane[] {
  const vouched = lanes.filter(({ source }) => source.byValues !== true);
  const readable = vouched.filter(({ decision }) => decision.reading !== undefined);
  const byValues = lanes.filter(({ source }) => source.byValues);
  const [first] = readable;
  const confirmed = first
    ? byValues.filter((lane) => agree(first, lane, sample, where))
    : byValues.filter(landsSurely).slice(0, 1);
  const all = [...readable, ...confirmed];
  if (all.length === 0) return vouched.slice(0, 1);
  const leads = hints.geometry !== undefined || all[0]?.source.kind === 'native';
  const [lead, ...others] = rankLanes(all, leads ? 1 : 0);
  if (!lead) return [];
  return [lead, ...others.filter((other) => isOfSameThing(lead, other, sample, where))];
}

/**
 * Columns that lie elsewhere throughout tell of something else (the end of a road, the owner's
 * office, pixels of a plan) unless they are the same position in the other system.
 */
function isOfSameThing(
  lead: Lane,
  other: Lane,
  sample: readonly RawRecord[],
  where: Constituency,
): boolean {
  const offsetM = usualOffsetM(lead, other, sample, where);
  if (offsetM === undefined || offsetM <= CONFLICT_M) return true;
  const systems = new Set([lead, other].map(({ decision }) => decision.reading?.id));
  return systems.size === 2 && offsetM <= ELSEWHERE_M;
}

/** Two systems of one position never differ by more throughout, whatever the datum, metres. */
const ELSEWHERE_M = 1_000;

/** The usual distance in metres between two lanes; undefined when they never meet or one is no point. */
export function usualOffsetM(
  lead: Lane,
  other: Lane,
  sample: readonly RawRecord[],
  where: Constituency,
): number | undefined {
  if (lead.shapes.has('polygon') || lead.shapes.has('line')) return undefined;
  const offsets = sample
    .map((record) => apartM(lead, other, record, where))
    .filter((distanceM): distanceM is number => distanceM !== undefined)
    .sort((a, b) => a - b);
  return offsets[offsets.length >> 1];
}

/**
 * Degrees of this country and grid references of six figures in two groups are unlike anything else;
 * metres, codes and short references must fall in the area or the districts.
 */
function landsSurely({ source, decision, resolutionM }: Lane): boolean {
  if (!decision.reading || decision.overruled) return false;
  if (source.unit === 'degrees') return decision.countryShare >= SURE;
  if (source.kind === 'grid-reference' && resolutionM <= 100 && source.spaced) return true;
  return (decision.areaShare ?? decision.districtShare) >= SURE;
}

function agree(a: Lane, b: Lane, sample: readonly RawRecord[], where: Constituency): boolean {
  let both = 0;
  let near = 0;
  for (const record of sample) {
    const distanceM = apartM(a, b, record, where);
    if (distanceM === undefined) continue;
    both++;
    if (distanceM <= SAME_PLACE_M) near++;
  }
  return both > 0 && near >= 0.8 * both;
}

/** Metres between the positions two lanes give for a record; undefined unless both give one. */
function apartM(a: Lane, b: Lane, record: RawRecord, where: Constituency): number | undefined {
  const here = positionOf(a, record, where);
  const there = positionOf(b, record, where);
  return here && there && metresBetween(here, there);
}

function positionOf(
  { source, decision }: Lane,
  record: RawRecord,
  { grid }: Constituency,
): readonly [number, number] | undefined {
  const sighting = source.sight(record);
  if (sighting.kind !== 'geometry' || !decision.reading) return undefined;
  const [x, y] = firstPositionOf(sighting.geometry);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  const { id, axis } = decision.reading;
  const toWgs84 = findProjection(grid, id)?.toWgs84;
  const position = axis === 'xy' ? toWgs84?.(x, y) : toWgs84?.(y, x);
  return position && [position[0], position[1]];
}
