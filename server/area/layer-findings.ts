import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import type { FeatureSummary } from '#data/schema/api.ts';
import type { AreaFeature, AreaFigure } from '#data/schema/area.ts';
import { FINDING_FEATURES } from '#data/schema/area.ts';
import type { AttributeValue } from '#data/schema/attribute.ts';
import type { Wgs84Geometry } from '#data/schema/geometry.ts';
import type { HeldShape } from '#server/measure/held.ts';
import type { Measure } from '#server/measure/measure.ts';
import { toGrid } from '#server/measure/plane-shape.ts';
import { type Class, classify } from './classify.ts';
import { type Relation, relate } from './relation.ts';
import { REACH_M, type Subject } from './subject.ts';

/** Most features of a finding that are handed on to be drawn. */
const MOST_DRAWN = 400;

/** A feature whose box comes near the area. */
export type FeatureHere = {
  readonly id: string;
  readonly type: string;
  readonly name?: string;
  /** Dataset it is of. */
  readonly dataset: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly geometry: Wgs84Geometry;
  /** Made only for features that are told. */
  readonly summarise: () => FeatureSummary;
};

/** A feature that is on the area or near it. */
type Met = {
  readonly feature: FeatureHere;
  readonly shape: HeldShape;
  readonly relation: Exclude<Relation, { kind: 'far' }>;
};

/** Features of a layer that belong to one finding. */
export type ClassFound = {
  readonly class: Class;
  /** Ids of the datasets they are of. */
  readonly datasets: readonly string[];
  /** What is on the area; absent when nothing is. */
  readonly on?: {
    readonly figure: AreaFigure;
    readonly count: number;
    readonly features: readonly AreaFeature[];
    readonly names: readonly string[];
    /** To draw; the larger first, at most `MOST_DRAWN`. */
    readonly drawn: readonly Wgs84Geometry[];
    /** The ground it takes of the area, to compare findings by; good within the scope. */
    readonly ground?: HeldShape;
  };
  readonly near?: {
    readonly touching: number;
    readonly within100: number;
    readonly within500: number;
    readonly nearest: FeatureSummary & { distanceM: number; bearing: string };
  };
};

/** What is needed to measure, and how many features a finding names. */
export type Means = {
  readonly measure: Measure;
  readonly grid: Ostn15Grid;
  readonly most?: number;
};

/** Measure the features of one layer against the area, and bring them together as findings. */
export function findInLayer(
  subject: Subject,
  features: readonly FeatureHere[],
  { measure, grid, most = FINDING_FEATURES }: Means,
): ClassFound[] {
  const classes = new Map<string, { readonly class: Class; readonly met: Met[] }>();
  for (const feature of features) {
    const plane = toGrid(feature.geometry, grid);
    if (!plane) continue;
    const shape = measure.shape(plane);
    const relation = relate(subject, shape, measure, REACH_M);
    if (relation.kind === 'far') continue;
    const found = classify(feature.type, feature.attributes);
    const known = classes.get(found.key) ?? { class: found, met: [] };
    known.met.push({ feature, shape, relation });
    classes.set(found.key, known);
  }
  return [...classes.values()].map((each) => foundOf(subject, each, { measure, most }));
}

type Told = { readonly measure: Measure; readonly most: number };

function foundOf(
  subject: Subject,
  { class: found, met }: { readonly class: Class; readonly met: readonly Met[] },
  told: Told,
): ClassFound {
  const on = met.filter(({ relation }) => relation.kind === 'on');
  const near = met.filter(({ relation }) => relation.kind !== 'on');
  return {
    class: found,
    datasets: [...new Set(met.map(({ feature }) => feature.dataset))],
    ...(on.length > 0 ? { on: onOf(subject, on, told) } : {}),
    ...(near.length > 0 ? { near: nearOf(near) } : {}),
  };
}

function onOf(
  subject: Subject,
  met: readonly Met[],
  { measure, most }: Told,
): NonNullable<ClassFound['on']> {
  const sorted = [...met].sort((one, other) => sizeOf(other) - sizeOf(one));
  const commons = met.flatMap(({ relation }) =>
    relation.kind === 'on' && relation.common ? [relation.common] : [],
  );
  const [only] = commons;
  const ground = commons.length > 1 ? measure.union(commons) : only;
  const named = sorted.flatMap(({ feature: { name } }) => (name ? [name] : []));
  return {
    figure: figureOf(subject, met, ground, measure),
    count: met.length,
    features: sorted.slice(0, most).map(featureOf),
    names: [...new Set(named)],
    drawn: sorted.slice(0, MOST_DRAWN).map(({ feature }) => feature.geometry),
    ...(ground ? { ground } : {}),
  };
}

const sizeOf = ({ relation }: Met): number =>
  relation.kind === 'on' ? relation.areaM2 || relation.lengthM : 0;

/** Ground counts before length, length before number: a park shown as polygon and point is told by its ground. */
function figureOf(
  subject: Subject,
  met: readonly Met[],
  ground: HeldShape | undefined,
  measure: Measure,
): AreaFigure {
  if (ground) {
    const areaM2 = measure.areaM2(ground) / subject.scale ** 2;
    return { kind: 'share', areaM2, share: Math.min(1, areaM2 / subject.areaM2) };
  }
  if (subject.kind === 'line' && met.some(({ shape }) => shape.kind === 'polygon')) {
    const lengthM = lengthWithin(subject, met, measure);
    return { kind: 'length', lengthM, share: Math.min(1, lengthM / subject.lengthM) };
  }
  const lengthM = met.reduce((sum, { relation }) => sum + lengthOf(relation), 0);
  return lengthM > 0 ? { kind: 'length', lengthM } : { kind: 'count', count: met.length };
}

/** Of a line, what lies in any of the polygons; stretches in several count once. */
function lengthWithin({ held, scale }: Subject, met: readonly Met[], measure: Measure): number {
  const polygons = met.filter(({ shape }) => shape.kind === 'polygon').map(({ shape }) => shape);
  const inside = polygons.map((shape) => measure.intersection(held, shape));
  return measure.lengthM(measure.union(inside)) / scale;
}

const lengthOf = (relation: Relation): number => (relation.kind === 'on' ? relation.lengthM : 0);

function featureOf({ feature, relation }: Met): AreaFeature {
  const summary = feature.summarise();
  if (relation.kind !== 'on') return summary;
  const { areaM2, lengthM, share } = relation;
  return {
    ...summary,
    ...(areaM2 > 0 ? { areaM2 } : {}),
    ...(lengthM > 0 ? { lengthM } : {}),
    ...(share > 0 ? { share } : {}),
  };
}

function nearOf(met: readonly Met[]): NonNullable<ClassFound['near']> {
  const apart = met
    .map(({ feature, relation }) =>
      relation.kind === 'near'
        ? { feature, distanceM: relation.distanceM, bearing: relation.bearing }
        : { feature, distanceM: 0, bearing: '' },
    )
    .sort((one, other) => one.distanceM - other.distanceM);
  const within = (metres: number) => apart.filter(({ distanceM }) => distanceM <= metres).length;
  const [first] = apart;
  if (!first) throw new RangeError('Cannot tell what is near: nothing is');
  const { feature, distanceM, bearing } = first;
  return {
    touching: within(0),
    within100: within(100),
    within500: within(REACH_M),
    nearest: { ...feature.summarise(), distanceM, bearing },
  };
}
