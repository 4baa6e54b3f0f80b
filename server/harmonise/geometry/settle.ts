import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { findProjection, type Projection } from '#data/geodesy/projection.ts';
import { issue } from '#data/issues/issue.ts';
import type { IssueCode } from '#data/issues/register.ts';
import { eachPosition, type NativeGeometry } from '#data/schema/geometry.ts';
import type { Issue, Severity } from '#data/schema/issue.ts';
import type { Area } from './area.ts';
import { type Doubt, doubtOf, type Home } from './doubt.ts';
import type { Placed, Unplaced } from './locator.ts';
import type { PositionSource, Reading } from './position-source.ts';
import {
  firstPositionOf,
  isOrigin,
  type ProjectedGeometry,
  projectGeometry,
  swapAxes,
  type Unprojectable,
} from './project-geometry.ts';
import { plausible } from './vote.ts';

/** How the positions of one lane are judged. */
export type Judge = {
  readonly grid: Ostn15Grid;
  readonly source: PositionSource;
  readonly reading: Reading;
  readonly projection: Projection;
  readonly home?: Home | undefined;
  /** Set when positions outside it are worth a warning each. */
  readonly area?: Area | undefined;
};

/** Make an issue about the record in hand. */
export type Report = (
  code: IssueCode,
  message: string,
  place?: { readonly column?: string; readonly value?: unknown; readonly severity?: Severity },
) => Issue;

/** A report for one record. */
export const reportFor =
  (layer: string, line: number): Report =>
  (code, message, place = {}) =>
    issue(code, { layer, line, ...place }, message);

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
  if (trip.geometry === undefined) return { issues: [failure(trip.reason, report, judge)] };
  if (trip.atOrigin) return { issues: [originIssue(projection, native, report)] };
  const first = firstPositionOf(native);
  if (isAtHome(judge, trip, reading, first)) return placed(judge, { native, trip, reading }, []);
  const doubt = judge.home && doubtOf({ grid: judge.grid, reading, home: judge.home }, ...first);
  const mended = doubt && mend(judge, { native, reading, report, first }, doubt);
  if (mended) return mended;
  return withoutDoubt(judge, { native, trip, reading }, report);
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

function originIssue({ crs }: Projection, native: NativeGeometry, report: Report): Issue {
  const [x, y] = firstPositionOf(native);
  const value = `${x}, ${y}`;
  if (native.type !== 'Point') {
    const message = 'A vertex stands at the origin of the grid, where empty cells land: no place';
    return report('crs.false-origin', message);
  }
  return crs.kind === 'geographic' && isOrigin('projected', x, y)
    ? report('crs.null-island', `Position ${value} is where empty cells land, not a place`, {
        value,
      })
    : report('crs.false-origin', `Position ${value} is the origin of the grid, not a place`, {
        value,
      });
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

/** What follows from a doubt: the position put right, or an error with the proposal. */
function mend(
  judge: Judge,
  { native, reading, report, first }: Case,
  doubt: Doubt,
): Placed | Unplaced | undefined {
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
        ? slipped(judge, { native, reading, report, first }, doubt)
        : undefined;
  }
}

const AXIS_NAMES = {
  geographic: { x: 'longitude', y: 'latitude' },
  projected: { x: 'easting', y: 'northing' },
} as const;

function slipped(
  { source, projection }: Judge,
  { report, first }: Case,
  { axis, proposals }: Extract<Doubt, { kind: 'slip' }>,
): Unplaced {
  const name = AXIS_NAMES[projection.crs.kind][axis];
  const value = first[axis === 'x' ? 0 : 1];
  const column = source.columns[source.kind === 'columns' && axis === 'y' ? 1 : 0];
  const message = `The ${name} ${value} seems to have lost a figure or its sign: ${proposals.join(' or ')} would be in place. Neither changed nor placed; correct it in the file`;
  const place = { ...(column !== undefined && { column }), value };
  return { issues: [report('crs.digit-lost', message, place)] };
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
  if (trip.abroad === trip.vertices || !plausible(landing.reading.id, ...firstPositionOf(native))) {
    const message = `Position ${value} is outside the United Kingdom and its seas, read as ${landing.reading.id}`;
    return { issues: [report('crs.out-of-country', message, { value })] };
  }
  if (trip.abroad > 0) {
    const message = `${trip.abroad} of ${trip.vertices} vertices are outside the United Kingdom and its seas`;
    return placed(judge, landing, [report('crs.out-of-country', message, { severity: 'warning' })]);
  }
  const { area, home } = judge;
  const [west, south, east, north] = trip.bounds;
  const centre = [(west + east) / 2, (south + north) / 2] as const;
  if (!area) {
    if (!home?.excludes(...centre)) return placed(judge, landing, []);
    const message = `Position ${value} is far from ${home.name}: check both figures`;
    return placed(judge, landing, [report('crs.out-of-provider-area', message, { value })]);
  }
  const awayM = area.distanceM(...centre);
  const message = `Position ${value} is ${describeDistance(awayM)} outside ${area.name}`;
  return placed(judge, landing, [report('crs.out-of-provider-area', message, { value })]);
}

const describeDistance = (metres: number): string =>
  metres < 10_000 ? `${(metres / 1000).toFixed(1)} km` : `${Math.round(metres / 1000)} km`;
