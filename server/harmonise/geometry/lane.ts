import type { RawRecord } from '#data/schema/flow.ts';
import { type Shape, shapeOf } from '#data/schema/geometry.ts';
import type { Decision } from './decision.ts';
import type { LocatorHints } from './locator.ts';
import type { Matter } from './other-grid.ts';
import type { GeometrySighting, PositionSource } from './position-source.ts';
import { firstPositionOf, isOrigin } from './project-geometry.ts';
import { type CrsColumn, withStatement } from './statement.ts';
import type { Claim, Claims } from './testimony.ts';
import { countedWestwards, countsFullTurn } from './turn.ts';
import { findUnit } from './unit-conversion.ts';
import { decide } from './verdict.ts';
import type { Constituency, Sample } from './vote.ts';

/** One source of positions, examined on a sample and decided. */
export type Lane = {
  readonly source: PositionSource;
  readonly decision: Decision;
  /** Raw first vertices of the sample, as written, in the order of the records that have one. */
  readonly sample: Sample;
  /** Share of sampled records with a readable position. */
  readonly filled: number;
  readonly shapes: ReadonlySet<Shape>;
  /** Metres the last written figure stands for, in the median. */
  readonly resolutionM: number;
};

/** What `openLane` needs besides the source. */
export type LaneContext = {
  readonly sample: readonly RawRecord[];
  readonly where: Constituency;
  readonly crsColumn?: CrsColumn | undefined;
  readonly hints: LocatorHints;
  /** What the records say in words of where they are. */
  readonly claims: Claims;
};

/**
 * Examine a source on the sample and decide how it is to be read.
 *
 * @returns undefined when no sampled record has a readable position in it
 */
export function openLane(published: PositionSource, context: LaneContext): Lane | undefined {
  const first = lookThrough(published, context);
  const turned = countsFullTurn(first.sample, published);
  const source = turned ? countedWestwards(published) : published;
  const seen = turned ? lookThrough(source, context) : first;
  const { sightings } = seen;
  if (seen.sample.length === 0) return undefined;
  const stated = withStatement(source, { ...context, sightings });
  return {
    ...(source.unit === 'degrees' && seen.resolutionM >= DEGREE_M
      ? { source: stated, sample: seen.sample, decision: WHOLE_DEGREES }
      : decideUnits({ ...seen, source: stated, where: context.where })),
    filled: sightings.length / context.sample.length,
    shapes: seen.shapes,
    resolutionM: seen.resolutionM,
  };
}

type Seen = Pick<Lane, 'sample' | 'shapes' | 'resolutionM'> &
  Pick<Matter, 'claims'> & { readonly sightings: readonly GeometrySighting[] };

function lookThrough(source: PositionSource, context: LaneContext): Seen {
  const raw: number[] = [];
  const claims: (Claim | undefined)[] = [];
  const shapes = new Set<Shape>();
  const resolutions: number[] = [];
  const unfilled: number[] = [];
  const sightings: GeometrySighting[] = [];
  for (const record of context.sample) {
    const sighting = source.sight(record);
    if (sighting.kind !== 'geometry') continue;
    sightings.push(sighting);
    const { geometry, sizeM } = sighting;
    const [x, y] = firstPositionOf(geometry);
    if (!(Number.isFinite(x) && Number.isFinite(y))) continue;
    if (isUnfilled(x, y)) {
      unfilled.push(x, y);
      continue;
    }
    raw.push(x, y);
    claims.push(context.claims.get(record));
    shapes.add(shapeOf(geometry) ?? 'point');
    resolutions.push(sizeM ?? resolutionOf(x, y));
  }
  return {
    sample: Float64Array.from(raw.length > 0 ? raw : unfilled),
    ...{ claims, shapes, sightings },
    resolutionM: resolutions.sort((a, b) => a - b)[resolutions.length >> 1] ?? 0,
  };
}

/** Columns of degrees whose minutes stand somewhere unknown: no place is meant by a whole degree. */
const WHOLE_DEGREES: Decision = {
  confidence: 0,
  evidence: [
    'The figures are whole degrees, 111 km apart: their minutes and seconds were not found. Head them Lat Min, Lat Sec, Lon Min, Lon Sec, or publish decimal degrees',
  ],
  districtShare: 0,
  landShare: 0,
  countryShare: 0,
};

/** With a smaller share at home or on land a layer may be in another unit. */
const LOST_BELOW = 0.1;

/** Decide how a source is to be read, in another unit than its CRS has where only that makes sense. */
function decideUnits(matter: Matter): Pick<Lane, 'source' | 'decision' | 'sample'> {
  const { source, sample, where } = matter;
  const decision = decide(matter);
  const { reading, areaShare, districtShare, landShare, slip } = decision;
  const home = areaShare ?? Math.max(districtShare, landShare);
  const lost = slip === undefined && (reading === undefined || home < LOST_BELOW);
  const converted = lost ? findUnit(source, sample, where) : undefined;
  if (!converted) return { source, decision, sample };
  const right = sample.map((value) => Number((value * converted.unit.factor).toPrecision(15)));
  const again = decide({ ...matter, source: converted.source, sample: right });
  return {
    source: converted.source,
    decision: { ...again, unit: converted.unit },
    sample: right,
  };
}

/** Zeros and the corners of grids say nothing of where a layer is: they have no vote. */
const isUnfilled = (x: number, y: number): boolean =>
  isOrigin('geographic', x, y) ||
  (Number.isInteger(x) && Number.isInteger(y) && isOrigin('projected', x, y));

const DEGREE_M = 111_320;

/** Metres the last written figure of a position stands for. */
function resolutionOf(x: number, y: number): number {
  const unitM = Math.abs(x) <= 180 && Math.abs(y) <= 180 ? DEGREE_M : 1;
  const figures = Math.max(decimalsOf(x), decimalsOf(y));
  if (figures > 0 || unitM > 1) return unitM / 10 ** figures;
  return [100_000, 10_000, 1000, 100, 10].find((step) => x % step === 0 && y % step === 0) ?? 1;
}

function decimalsOf(value: number): number {
  const text = String(value);
  const dot = text.indexOf('.');
  return dot < 0 ? 0 : text.length - dot - 1;
}

/** Records a lane misses are placed by the next one, so only a large gap counts against it. */
const LESS_COMPLETE = 0.1;

/** Resolutions finer than this are all alike: a metre is as good as a millimetre on this map. */
const FINE_M = 1.5;

/** Of lanes as good as one another, the one a publisher is likelier to keep right. */
const KINDS = ['native', 'wkt', 'geojson', 'columns', 'pair', 'grid-reference'];

/**
 * Best lane first: the descriptor's and the format's own stand where they are; lines and areas
 * before points, then the more complete, then the finer.
 */
export function rankLanes(lanes: readonly Lane[], fixed: number): readonly Lane[] {
  const coarse = ({ resolutionM }: Lane) => Math.max(resolutionM, FINE_M);
  const rich = ({ shapes }: Lane) => (shapes.has('polygon') || shapes.has('line') ? 1 : 0);
  const lost = ({ decision }: Lane) => (decision.slip ? 1 : 0);
  const rest = lanes.slice(fixed).sort((a, b) => {
    if (lost(a) !== lost(b)) return lost(a) - lost(b);
    if (rich(a) !== rich(b)) return rich(b) - rich(a);
    if (Math.abs(a.filled - b.filled) > LESS_COMPLETE) return b.filled - a.filled;
    return coarse(a) - coarse(b) || KINDS.indexOf(a.source.kind) - KINDS.indexOf(b.source.kind);
  });
  return [...lanes.slice(0, fixed), ...rest];
}
