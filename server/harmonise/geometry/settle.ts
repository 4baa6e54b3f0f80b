import { findProjection } from '#data/geodesy/projection.ts';
import type { Place } from '#data/issues/issue.ts';
import { eachPosition, type NativeGeometry } from '#data/schema/geometry.ts';
import type { Issue } from '#data/schema/issue.ts';
import { doubtOf, proposalsOf } from './doubt.ts';
import type { Judge } from './judge.ts';
import { landOf, mayBeLand } from './land.ts';
import type { Placed, Unplaced } from './locator.ts';
import type { Reading } from './position-source.ts';
import {
  firstPositionOf,
  type ProjectedGeometry,
  projectGeometry,
  swapAxes,
  type Unprojectable,
} from './project-geometry.ts';
import {
  describeDistance,
  layerSlipIssue,
  originIssue,
  type Report,
  slipIssue,
} from './record-issues.ts';
import { plausible } from './vote.ts';

/**
 * Put one geometry on the map, or say why not.
 *
 * @param geometry as written @param reading the CRS and axes it is to be read in
 */
export function settle(
  judge: Judge,
  geometry: NativeGeometry,
  reading: Reading,
  report: Report,
): Placed | Unplaced {
  const projection =
    reading.id === judge.reading.id ? judge.projection : findProjection(judge.grid, reading.id);
  if (!projection) {
    return { issues: [report('crs.unsupported', `${reading.id} is not a CRS ODIN reads`)] };
  }
  const native = reading.axis === 'xy' ? geometry : swapAxes(geometry);
  const trip = projectGeometry(native, projection);
  const first = firstPositionOf(native);
  if (trip.geometry === undefined) {
    // degrees among metres, or the other way round, are off the world when read as the rest
    const mended = trip.reason === 'no-place' && mend(judge, { native, reading, report, first });
    return mended || { issues: [failure(trip.reason, report, judge)] };
  }
  if (trip.atOrigin && (!judge.abroad || native.type === 'Point')) {
    return { issues: [originIssue(projection, native, report)] };
  }
  if (isAtHome(judge, trip, reading, first)) return placed(judge, { native, trip, reading }, []);
  if (judge.slip) return { issues: [layerSlipIssue(judge.slip, first, report)] };
  const mended = mend(judge, { native, reading, report, first });
  return mended ?? withoutDoubt(judge, { native, trip, reading }, report);
}

type Landing = {
  readonly native: NativeGeometry;
  readonly trip: ProjectedGeometry;
  readonly reading: Reading;
};

function failure(reason: Unprojectable['reason'], report: Report, { source }: Judge): Issue {
  switch (reason) {
    case 'empty':
      return report('geom.missing', `The geometry in ${source.from} has no vertices`);
    case 'not-finite':
      return report('crs.not-finite', `The position in ${source.from} is not a finite number`);
    default:
      return report('crs.out-of-country', `The position in ${source.from} is nowhere on the map`);
  }
}

/** Any vertex at home counts: lines and areas may well leave it. */
function isAtHome(
  judge: Judge,
  trip: ProjectedGeometry,
  reading: Reading,
  [x, y]: [number, number],
): boolean {
  if (trip.abroad > 0 || !plausible(reading.id, x, y)) return false;
  const { home } = judge;
  if (!home) return true;
  const [lng, lat] = firstPositionOf(trip.geometry);
  let found = home.contains(lng, lat);
  if (found || trip.vertices === 1) return found;
  eachPosition(trip.geometry, (position) => {
    found ||= home.contains(position[0] ?? Number.NaN, position[1] ?? Number.NaN);
  });
  return found;
}

function placed(
  { source }: Judge,
  { native, trip, reading }: Landing,
  issues: readonly Issue[],
): Placed {
  return {
    geometry: trip.geometry,
    ...((trip.method !== 'none' || trip.heights > 0) && { native }),
    placement: { crs: reading.id, transform: trip.method, from: source.from },
    issues,
  };
}

type Case = {
  readonly native: NativeGeometry;
  readonly reading: Reading;
  readonly report: Report;
  readonly first: [number, number];
};

/** What would bring a position home: the position put right, or an error with the proposal. */
function mend(judge: Judge, matter: Case): Placed | Unplaced | undefined {
  const { native, reading, report, first } = matter;
  const { grid, home } = judge;
  const doubt = home && doubtOf({ grid, reading, home }, ...first);
  if (!doubt) return undefined;
  const homeName = judge.home?.name ?? '';
  const value = first.join(', ');
  switch (doubt.kind) {
    case 'swapped': {
      const message = `The axes of ${judge.source.from} are exchanged in this record: as published it is far outside ${homeName}, exchanged it is inside. Placed exchanged; put them right in the file`;
      const outcome = again(judge, swapAxes(native), reading, [
        report('crs.swapped-row', message, { value }),
      ]);
      return outcome && { ...outcome, placement: { ...outcome.placement, swapped: true } };
    }
    case 'maybe-swapped': {
      if (!judge.area) return undefined;
      const message = `Position ${value} is just outside ${homeName} as published and inside with its axes exchanged: ODIN cannot tell which is meant. Correct or confirm it`;
      return { issues: [report('crs.axes-ambiguous', message, { value })] };
    }
    case 'other-crs': {
      const other = doubt.reading;
      const message = `This record is in ${other.id}, the layer in ${reading.id}. Placed by ${other.id}; use one CRS throughout`;
      const turned = other.axis === 'xy' ? native : swapAxes(native);
      return again(judge, turned, { id: other.id, axis: 'xy' }, [
        report('crs.mixed-within-file', message, { value, severity: 'warning' }),
      ]);
    }
    default:
      return native.type === 'Point'
        ? { issues: [slipIssue(judge, first, doubt, report)] }
        : undefined;
  }
}

function again(
  judge: Judge,
  native: NativeGeometry,
  reading: Reading,
  issues: readonly Issue[],
): Placed | undefined {
  const projection = findProjection(judge.grid, reading.id);
  const trip = projection && projectGeometry(native, projection);
  if (!trip || trip.geometry === undefined || trip.atOrigin) return undefined;
  return placed({ ...judge, projection }, { native, trip, reading }, issues);
}

function withoutDoubt(judge: Judge, landing: Landing, report: Report): Placed | Unplaced {
  const { trip, native } = landing;
  const value = firstPositionOf(native).join(', ');
  if (judge.abroad && plausible(landing.reading.id, ...firstPositionOf(native))) {
    return placed(judge, landing, []);
  }
  if (trip.abroad === trip.vertices || !plausible(landing.reading.id, ...firstPositionOf(native))) {
    const message = `Position ${value} is outside the United Kingdom and its seas, read as ${landing.reading.id}`;
    return { issues: [report('crs.out-of-country', message, { value })] };
  }
  if (trip.abroad > 0) {
    const message = `${trip.abroad} of ${trip.vertices} vertices are outside the United Kingdom and its seas`;
    return placed(judge, landing, [report('crs.out-of-country', message, { severity: 'warning' })]);
  }
  return placedAway(judge, landing, report);
}

/** A position in the country that is not at home: drawn with a warning where it may be, else not. */
function placedAway(judge: Judge, landing: Landing, report: Report): Placed | Unplaced {
  const { trip, native } = landing;
  const value = firstPositionOf(native).join(', ');
  const { area, home } = judge;
  const [west, south, east, north] = trip.bounds;
  const centre = [(west + east) / 2, (south + north) / 2] as const;
  if (!area) {
    if (!home?.excludes(...centre)) return placed(judge, landing, []);
    if (!mayStandThere(judge, landing, centre)) {
      const message = `Position ${value} is far from ${home.name} and at sea or abroad: not placed. Check both figures`;
      return {
        issues: [report('crs.out-of-provider-area', message, { value, severity: 'error' })],
      };
    }
    const { hint, place } = proposed(judge, landing, centre);
    const message = `Position ${value} is far from ${home.name}: check both figures${hint}`;
    return placed(judge, landing, [report('crs.out-of-provider-area', message, place)]);
  }
  const awayM = area.distanceM(...centre);
  if (awayM > FAR_M && !mayStandThere(judge, landing, centre)) {
    const message = `Position ${value} is ${describeDistance(awayM)} outside ${area.name}, at sea or abroad: not placed. Check both figures`;
    return { issues: [report('crs.out-of-provider-area', message, { value, severity: 'error' })] };
  }
  const { hint, place } = proposed(judge, landing, centre);
  const message = `Position ${value} is ${describeDistance(awayM)} outside ${area.name}${hint}`;
  return placed(judge, landing, [report('crs.out-of-provider-area', message, place)]);
}

/** What a stray point may have been meant to be, said beside the warning that it is one. */
function proposed(
  { grid, home }: Judge,
  { native, reading }: Landing,
  centre: readonly [lng: number, lat: number],
): { readonly hint: string; readonly place: Pick<Place, 'value' | 'proposal'> } {
  const [x, y] = firstPositionOf(native);
  const value = `${x}, ${y}`;
  const far = native.type === 'Point' && home?.excludes(...centre) ? home : undefined;
  const slip = far && proposalsOf({ grid, reading, home: far }, x, y);
  const [only, ...more] = slip ? slip.proposals : [];
  if (!slip || only === undefined) return { hint: '', place: { value } };
  const exact = more.length === 0 && !only.includes('?');
  const whole = slip.axis === 'x' ? `${only}, ${y}` : `${x}, ${only}`;
  const hint = `; with ${slip.proposals.join(' or ')} it would be in place`;
  return { hint, place: { value, ...(exact && { proposal: whole }) } };
}

/** Farther than this from the publisher's area and at sea, a position is an error and no neighbour, metres. */
const FAR_M = 50_000;

/** A lone point at sea is no outlying site; lines and areas may cross the sea. */
function mayStandThere(
  { grid }: Judge,
  { native, reading }: Landing,
  [lng, lat]: readonly [number, number],
): boolean {
  if (native.type !== 'Point') return true;
  return mayBeLand(grid, lng, lat, landOf(reading.id));
}
