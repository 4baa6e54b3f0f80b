import { findCrs } from '#data/geodesy/crs.ts';
import { findProjection } from '#data/geodesy/projection.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import { boundsOf, type NativeGeometry } from '#data/schema/geometry.ts';
import type { Issue } from '#data/schema/issue.ts';
import { type Area, inCountry, metresBetween } from './area.ts';
import { findCrossing } from './crossing.ts';
import { type Home, homeOfArea, homeOfCrowd, locateSample } from './doubt.ts';
import type { CrsColumn, Lane } from './lane.ts';
import type { Locator, Placed, Unplaced } from './locator.ts';
import type { Reading, Sighting } from './position-source.ts';
import { isOrigin, swapAxes } from './project-geometry.ts';
import { type Judge, type Report, reportFor, settle } from './settle.ts';
import { splitCollection, tidy } from './shape.ts';
import { type Constituency, plausible } from './vote.ts';

/** Two positions of one record farther apart than this contradict each other, metres. */
export const CONFLICT_M = 50;
/** A position on whole kilometres (or two decimals of a degree) is a rough one. */
const ROUGH_M = 1_000;

/** What placing the records of a layer needs. */
export type Placing = {
  readonly layer: string;
  readonly lanes: readonly Lane[];
  readonly where: Constituency;
  readonly crsColumn?: CrsColumn | undefined;
  /** True when the layer as a whole is rough: then single records are not blamed for it. */
  readonly rough?: boolean;
  /** True when two systems of the layer differ throughout: then single records are not blamed for it. */
  readonly offset?: boolean;
};

type OpenLane = { readonly lane: Lane; readonly judge: Judge };
type GeometrySighting = Extract<Sighting, { kind: 'geometry' }>;

/** Ready everything once a layer; the function returned places one record after another. */
export function openPlacing(placing: Placing): Locator['place'] {
  const open = placing.lanes
    .map((lane) => ({ lane, judge: judgeOf(lane, placing.where) }))
    .filter((pair): pair is OpenLane => pair.judge !== undefined);
  const reported = new Set<string>();
  if (open.length === 0) return (record) => withoutLanes(placing, record);
  return (record) => placeRecord({ placing, open, reported }, record);
}

type State = {
  readonly placing: Placing;
  readonly open: readonly OpenLane[];
  /** Codes that are reported once a layer and have been. */
  readonly reported: Set<string>;
};

function withoutLanes({ layer, lanes }: Placing, { line }: RawRecord): Unplaced {
  const [lane] = lanes;
  const report = reportFor(layer, line);
  if (!lane)
    return { issues: [report('geom.unplaced', 'The layer has no positions: kept without one')] };
  const id = lane.source.stated?.id;
  const known = id === undefined || findCrs(id) !== undefined;
  return {
    issues: [
      known
        ? report('crs.out-of-country', 'No CRS ODIN reads puts this position in the United Kingdom')
        : report('crs.unsupported', `${id} is not a CRS ODIN reads`),
    ],
  };
}

function judgeOf(lane: Lane, where: Constituency): Judge | undefined {
  const { reading } = lane.decision;
  const projection = reading && findProjection(where.grid, reading.id);
  if (!projection) return undefined;
  const area = (lane.decision.areaShare ?? 0) >= 0.5 ? where.area : undefined;
  return {
    grid: where.grid,
    source: lane.source,
    reading,
    projection,
    area,
    home: homeOf(lane, where, area),
  };
}

function homeOf(lane: Lane, where: Constituency, area: Area | undefined): Home | undefined {
  const { reading, districtShare, areaShare } = lane.decision;
  if (area) return homeOfArea(area);
  if (areaShare === undefined && where.districts && districtShare >= 0.8) {
    return homeOfArea(where.districts);
  }
  return reading && homeOfCrowd(locateSample(where.grid, reading, lane.sample));
}

function placeRecord(state: State, record: RawRecord): Placed | Unplaced {
  const report = reportFor(state.placing.layer, record.line);
  const failures: Issue[] = [];
  for (const [i, { lane, judge }] of state.open.entries()) {
    const sighting = lane.source.sight(record);
    if (sighting.kind === 'nothing') continue;
    if (sighting.kind === 'unreadable') {
      failures.push(unreadableIssue(sighting, report));
      continue;
    }
    const outcome = placeSighting(state, { judge, sighting, record }, report);
    if (outcome.geometry === undefined) {
      failures.push(...outcome.issues);
      continue;
    }
    const checks = state.open
      .slice(i + 1)
      .flatMap((other) => crossCheck(state, other, record, outcome));
    const softened = failures.map((failure) => soften(failure, lane.source.from));
    return { ...outcome, issues: [...softened, ...outcome.issues, ...checks] };
  }
  if (failures.length > 0) return { issues: failures };
  const columns = state.open.map(({ lane }) => lane.source.from).join('; ');
  return { issues: [report('geom.missing', `No position in ${columns}: kept without one`)] };
}

/** The record was placed after all, from another column: what failed is worth a look, no more. */
const soften = (failure: Issue, from: string): Issue => ({
  ...failure,
  severity: 'warning',
  message: `${failure.message}. Placed by ${from} instead`,
});

function unreadableIssue(
  sighting: Extract<Sighting, { kind: 'unreadable' }>,
  report: Report,
): Issue {
  const { code, column, value } = sighting;
  const place = { ...(column !== undefined && { column }), value };
  return code === 'geom.missing'
    ? report(code, `“${column}” is empty although the other coordinate is given`, place)
    : report(
        code,
        column === undefined
          ? 'The geometry cannot be read'
          : `“${column}” cannot be read as a position`,
        place,
      );
}

type Task = {
  readonly judge: Judge;
  readonly sighting: GeometrySighting;
  readonly record: RawRecord;
};

function placeSighting(state: State, task: Task, report: Report): Placed | Unplaced {
  const { judge, sighting, record } = task;
  const split =
    sighting.geometry.type === 'GeometryCollection'
      ? splitCollection(sighting.geometry)
      : undefined;
  const geometry = split ? split.geometry : sighting.geometry;
  if (!geometry) return { issues: [report('geom.missing', 'The geometry collection is empty')] };
  const reading = readingOf(state.placing, judge, { sighting, record, geometry });
  const outcome = settle(judge, geometry, reading, report);
  if (outcome.geometry === undefined) return outcome;
  const whole =
    split && split.left > 0 ? { ...outcome, native: upright(sighting.geometry, reading) } : outcome;
  const notes = split ? once(state, report, 'geom.collection-split') : [];
  return finish(state, whole, { sighting, report, notes });
}

const upright = (geometry: NativeGeometry, { axis }: Reading): NativeGeometry =>
  axis === 'xy' ? geometry : swapAxes(geometry);

/** The CRS a record states for itself is used when it makes sense of the record; else the layer's. */
function readingOf(
  { crsColumn }: Placing,
  judge: Judge,
  {
    sighting,
    record,
    geometry,
  }: { sighting: GeometrySighting; record: RawRecord; geometry: NativeGeometry },
): Reading {
  const { reading } = judge;
  const axis = sighting.reading?.axis ?? reading.axis;
  const own = sighting.reading?.id ?? crsColumn?.idOf(record.values[crsColumn.index]);
  if (own === undefined || own === reading.id || judge.source.kind === 'native')
    return { id: reading.id, axis };
  if (findCrs(own)?.method === 'none' && judge.projection.crs.method === 'none')
    return { id: reading.id, axis };
  if (geometry.type !== 'Point') return { id: sighting.reading?.id ?? reading.id, axis };
  const [a = Number.NaN, b = Number.NaN] = geometry.coordinates;
  const [x, y] = axis === 'xy' ? [a, b] : [b, a];
  const position = plausible(own, x, y)
    ? findProjection(judge.grid, own)?.toWgs84(x, y)
    : undefined;
  return { id: position && inCountry(position[0], position[1]) ? own : reading.id, axis };
}

const ONCE = {
  'geom.collection-split':
    'Geometry collections are drawn as one multi-part geometry of their areas (else lines, else points); the whole stays in the record',
  'geom.z-dropped': 'Heights are left out of the map; they stay in the published geometry',
  'geom.winding-fixed':
    'Rings wound the other way than RFC 7946 asks were turned; no vertex changed',
  'geom.duplicate-vertices': 'Some vertices are repeated; kept as published',
} as const;

function once(state: State, report: Report, code: keyof typeof ONCE): Issue[] {
  if (state.reported.has(code)) return [];
  state.reported.add(code);
  return [report(code, `${ONCE[code]} (reported once, first met here)`)];
}

const EACH = {
  'geom.ring-not-closed':
    'A ring does not end where it begins: closed by repeating its first vertex',
  'geom.spike-or-sliver': 'A part of the geometry has no length or area; kept as published',
} as const;

function finish(
  state: State,
  outcome: Placed,
  {
    sighting,
    report,
    notes,
  }: { sighting: GeometrySighting; report: Report; notes: readonly Issue[] },
): Placed | Unplaced {
  const issues = [...outcome.issues, ...notes];
  if (outcome.geometry.type === 'Point') {
    if (!state.placing.rough && isRough(sighting)) issues.push(roughIssue(sighting, report));
    if ((sighting.geometry as { coordinates?: readonly unknown[] }).coordinates?.length === 3) {
      issues.push(...once(state, report, 'geom.z-dropped'));
    }
    return { ...outcome, issues };
  }
  const crossing = findCrossing(outcome.native ?? outcome.geometry);
  if (crossing) {
    const message = `The boundary crosses itself near ${crossing.slice(0, 2).join(', ')}; kept as published`;
    issues.push(report('geom.self-intersection', message));
  }
  const { geometry, findings } = tidy(outcome.geometry);
  if (!geometry) {
    const message = 'The geometry has no length or area: kept without a position';
    return { issues: [...issues, report('geom.zero-length-or-area', message)] };
  }
  if (hasHeights(sighting.geometry)) issues.push(...once(state, report, 'geom.z-dropped'));
  for (const code of findings) {
    if (code in ONCE) issues.push(...once(state, report, code as keyof typeof ONCE));
    else if (code in EACH) issues.push(report(code, EACH[code as keyof typeof EACH]));
  }
  return { ...outcome, geometry, issues };
}

function hasHeights(geometry: NativeGeometry): boolean {
  let part: unknown = geometry.type === 'GeometryCollection' ? geometry.geometries[0] : geometry;
  part = (part as { coordinates?: unknown } | undefined)?.coordinates;
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0];
  return Array.isArray(part) && part.length > 2;
}

function isRough({ geometry, sizeM }: GeometrySighting): boolean {
  if (sizeM !== undefined) return sizeM >= ROUGH_M;
  if (geometry.type !== 'Point') return false;
  const [x = Number.NaN, y = Number.NaN] = geometry.coordinates;
  const degrees = Math.abs(x) <= 180 && Math.abs(y) <= 180;
  const isWhole = (value: number) =>
    degrees ? Math.abs(value * 100 - Math.round(value * 100)) < 1e-9 : value % ROUGH_M === 0;
  return isWhole(x) && isWhole(y);
}

function roughIssue({ geometry }: GeometrySighting, report: Report): Issue {
  const value = geometry.type === 'Point' ? geometry.coordinates.join(', ') : undefined;
  return report('crs.low-precision-coordinates', 'The position is good to a kilometre only', {
    value,
  });
}

/** Compare a placed record with what another lane says of it. */
function crossCheck(
  state: State,
  { lane, judge }: OpenLane,
  record: RawRecord,
  outcome: Placed,
): Issue[] {
  if (state.placing.offset) return [];
  const sighting = lane.source.sight(record);
  if (sighting.kind !== 'geometry' || sighting.geometry.type !== 'Point') return [];
  const [a = Number.NaN, b = Number.NaN] = sighting.geometry.coordinates;
  const reading = readingOf(state.placing, judge, {
    sighting,
    record,
    geometry: sighting.geometry,
  });
  const [x, y] = reading.axis === 'xy' ? [a, b] : [b, a];
  const projection = findProjection(judge.grid, reading.id);
  if (!projection || !plausible(reading.id, x, y) || isOrigin(projection.crs.kind, x, y)) return [];
  const other = projection.toWgs84(x, y);
  const awayM = other && distanceToM(outcome, [other[0], other[1]]);
  if (awayM === undefined || awayM <= Math.max(CONFLICT_M, sighting.sizeM ?? 0)) return [];
  const from = outcome.placement.from;
  const message = `“${from}” and “${lane.source.from}” are ${Math.round(awayM)} m apart. Placed by ${from}`;
  return [
    reportFor(state.placing.layer, record.line)('crs.conflict', message, { value: `${a}, ${b}` }),
  ];
}

function distanceToM(
  { geometry }: Placed,
  [lng, lat]: readonly [number, number],
): number | undefined {
  const bounds = boundsOf(geometry);
  if (!bounds) return undefined;
  const [west, south, east, north] = bounds;
  const nearest = [
    Math.min(Math.max(lng, west), east),
    Math.min(Math.max(lat, south), north),
  ] as const;
  return metresBetween(nearest, [lng, lat]);
}
