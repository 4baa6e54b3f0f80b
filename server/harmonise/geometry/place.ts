import { findCrs } from '#data/geodesy/crs.ts';
import { findProjection } from '#data/geodesy/projection.ts';
import type { IssueCode } from '#data/issues/register.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Area } from './area.ts';
import { crossCheck, readingOf } from './cross-check.ts';
import { type Home, homeOfArea, homeOfCrowd } from './doubt.ts';
import { finish, type Memory, once } from './finish.ts';
import type { Judge } from './judge.ts';
import { mayBeLand } from './land.ts';
import type { Lane } from './lane.ts';
import type { Locator, Placed, Unplaced } from './locator.ts';
import type { GeometrySighting, Sighting } from './position-source.ts';
import { swapAxes } from './project-geometry.ts';
import { type Report, reportFor } from './record-issues.ts';
import { settle } from './settle.ts';
import { splitCollection } from './shape.ts';
import type { CrsColumn } from './statement.ts';
import { type Constituency, locateSample, MOSTLY } from './vote.ts';

/** From this share in the publisher's area on, records outside it are told of. */
const AT_HOME = 0.5;

/** What placing the records of a layer needs. */
export type Placing = {
  /** Name of the layer. */
  readonly layer: string;
  /** The leading one first. */
  readonly lanes: readonly Lane[];
  readonly where: Constituency;
  readonly crsColumn?: CrsColumn | undefined;
  /** The layer as a whole is rough: single records are not blamed for it. */
  readonly rough: boolean;
  /** Two systems of the layer differ throughout: single records are not blamed for it. */
  readonly offset: boolean;
};

type OpenLane = { readonly lane: Lane; readonly judge: Judge };

type State = {
  readonly placing: Placing;
  readonly open: readonly OpenLane[];
  readonly memory: Memory;
};

/** Ready everything once a layer; the function returned places one record after another. */
export function openPlacing(placing: Placing): Locator['place'] {
  const open = placing.lanes.flatMap((lane) => {
    const judge = judgeOf(lane, placing.where);
    return judge ? [{ lane, judge }] : [];
  });
  const memory: Memory = {
    given: new Set<IssueCode>(),
    rough: placing.rough,
    projectionOf: (id) => findProjection(placing.where.grid, id),
  };
  const state: State = { placing, open, memory };
  return open.length === 0
    ? (record) => withoutLanes(placing, record)
    : (record) => placeRecord(state, record);
}

function withoutLanes({ layer, lanes }: Placing, { line }: RawRecord): Unplaced {
  const [lane] = lanes;
  const report = reportFor(layer, line);
  if (!lane) {
    return { issues: [report('geom.unplaced', 'The layer has no positions: kept without one')] };
  }
  const id = lane.source.stated?.id;
  if (id !== undefined && !findCrs(id)) {
    return { issues: [report('crs.unsupported', `${id} is not a CRS ODIN reads`)] };
  }
  const message = 'No CRS ODIN reads puts this position in the United Kingdom';
  return { issues: [report('crs.out-of-country', message)] };
}

function judgeOf(lane: Lane, where: Constituency): Judge | undefined {
  const { reading, areaShare, abroad, slip } = lane.decision;
  const projection = reading && findProjection(where.grid, reading.id);
  if (!projection) return undefined;
  const area = (areaShare ?? 0) >= AT_HOME ? where.area : undefined;
  const home = homeOf(lane, where, area);
  return { grid: where.grid, source: lane.source, reading, projection, area, home, abroad, slip };
}

function homeOf(lane: Lane, where: Constituency, area: Area | undefined): Home | undefined {
  const { reading, districtShare, areaShare, slip, abroad, mixed } = lane.decision;
  if (abroad) return undefined;
  const expected = slip ? (where.area ?? where.districts) : mixed ? where.area : area;
  if (expected) return homeOfArea(expected);
  if (areaShare === undefined && where.districts && districtShare >= MOSTLY) {
    return homeOfArea(where.districts);
  }
  return reading && homeOfCrowd(landFirst(locateSample(where.grid, reading, lane.sample), where));
}

/** The positions on land, where they are a good part: what has lost its sign lies at sea. */
function landFirst(
  positions: ReturnType<typeof locateSample>,
  { grid }: Constituency,
): ReturnType<typeof locateSample> {
  const onLand = positions.filter(([lng, lat]) => mayBeLand(grid, lng, lat));
  return onLand.length >= positions.length / 3 ? onLand : positions;
}

function placeRecord(state: State, record: RawRecord): Placed | Unplaced {
  const report = reportFor(state.placing.layer, record.line);
  const failures: Issue[] = [];
  for (let i = 0; i < state.open.length; i++) {
    const { lane, judge } = state.open[i] as OpenLane;
    const sighting = lane.source.sight(record);
    if (sighting.kind === 'nothing') continue;
    const outcome =
      sighting.kind === 'unreadable'
        ? { issues: [unreadableIssue(sighting, report)] }
        : placeSighting(state, judge, { record, sighting }, report);
    if (outcome.geometry === undefined) {
      failures.push(...outcome.issues.filter(({ code }) => !failures.some((f) => f.code === code)));
      continue;
    }
    const issues = issuesOf(state, { behind: i, record, outcome, failures }, report);
    return issues === outcome.issues ? outcome : { ...outcome, issues };
  }
  if (failures.length > 0) return { issues: failures };
  const places = state.open.map(({ lane }) => lane.source.from).join('; ');
  return { issues: [report('geom.missing', `No position in ${places}: kept without one`)] };
}

type Success = {
  /** Number of the lane that placed the record: those behind it check it. */
  readonly behind: number;
  readonly record: RawRecord;
  readonly outcome: Placed;
  /** Why the lanes before it did not. */
  readonly failures: readonly Issue[];
};

function issuesOf(state: State, success: Success, report: Report): readonly Issue[] {
  const { outcome, failures } = success;
  const conflicts = state.placing.offset ? [] : conflictsOf(state, success, report);
  if (failures.length === 0 && conflicts.length === 0) return outcome.issues;
  const softened = failures.map((failure) => soften(failure, outcome.placement.from));
  return [...softened, ...outcome.issues, ...conflicts];
}

/** What the other places of a record say against the one it was placed by. */
function conflictsOf(state: State, { behind, record, outcome }: Success, report: Report): Issue[] {
  const conflicts: Issue[] = [];
  for (let i = behind + 1; i < state.open.length; i++) {
    const { lane, judge } = state.open[i] as OpenLane;
    const sighting = lane.source.sight(record);
    if (sighting.kind !== 'geometry') continue;
    const reading = readingOf(judge, { record, sighting }, state.placing.crsColumn);
    conflicts.push(...crossCheck(judge, reading, sighting, { outcome, report }));
  }
  return conflicts;
}

/** The record was placed after all, from another column: what failed is worth a look, no more. */
const soften = (failure: Issue, from: string): Issue => ({
  ...failure,
  severity: 'warning',
  message: `${failure.message}. Placed by ${from} instead`,
});

function unreadableIssue(
  { code, column, value }: Extract<Sighting, { kind: 'unreadable' }>,
  report: Report,
): Issue {
  if (column === undefined) return report(code, 'The geometry cannot be read');
  const message =
    code === 'geom.missing'
      ? `“${column}” is empty although the other coordinate is given`
      : `“${column}” cannot be read as a position`;
  return report(code, message, { column, value });
}

function placeSighting(
  state: State,
  judge: Judge,
  witness: { readonly record: RawRecord; readonly sighting: GeometrySighting },
  report: Report,
): Placed | Unplaced {
  const { sighting } = witness;
  const reading = readingOf(judge, witness, state.placing.crsColumn);
  if (sighting.geometry.type !== 'GeometryCollection') {
    const outcome = settle(judge, sighting.geometry, reading, report);
    return outcome.geometry ? finish(state.memory, outcome, sighting, report) : outcome;
  }
  const { geometry, left } = splitCollection(sighting.geometry);
  if (!geometry) return { issues: [report('geom.missing', 'The geometry collection is empty')] };
  const outcome = settle(judge, geometry, reading, report);
  if (outcome.geometry === undefined) return outcome;
  const issues = [...outcome.issues, ...once(state.memory, report, 'geom.collection-split')];
  const finished = finish(state.memory, { ...outcome, issues }, sighting, report);
  if (left === 0 || finished.geometry === undefined) return finished;
  const whole = reading.axis === 'xy' ? sighting.geometry : swapAxes(sighting.geometry);
  return { ...finished, native: whole };
}
