import type { Projection } from '#data/geodesy/projection.ts';
import type { IssueCode } from '#data/issues/register.ts';
import { eachPosition, type NativeGeometry, type Wgs84Geometry } from '#data/schema/geometry.ts';
import type { Issue } from '#data/schema/issue.ts';
import { type Crossing, findCrossing } from './crossing.ts';
import type { Placed, Unplaced } from './locator.ts';
import { findMisplaced } from './parts.ts';
import type { GeometrySighting } from './position-source.ts';
import { findFirst } from './project-geometry.ts';
import type { Report } from './record-issues.ts';
import { repair } from './repair.ts';
import { tidy } from './shape.ts';
import { crossesAntimeridian, findStray, type Stray } from './stray.ts';

/** A position on whole kilometres (or two decimals of a degree) is a rough one. */
const ROUGH_M = 1_000;

/** Findings that would stand at every record: given with the first one only. */
const ONCE = {
  'geom.collection-split':
    'Geometry collections are drawn as one multi-part geometry of their areas (else lines, else points); the whole stays in the record',
  'geom.z-dropped': 'Heights are left out of the map; they stay in the published geometry',
  'geom.winding-fixed':
    'Rings wound the other way than RFC 7946 asks were turned; no vertex changed',
  'geom.duplicate-vertices': 'Some vertices are repeated; kept as published',
} as const;

const EACH = {
  'geom.ring-not-closed':
    'A ring does not end where it begins: closed by repeating its first vertex',
  'geom.spike-or-sliver': 'A part of the geometry has no length or area; kept as published',
} as const;

/** What is remembered from record to record. */
export type Memory = {
  /** Codes of `ONCE` already given. */
  readonly given: Set<IssueCode>;
  /** True when the layer as a whole is rough: then single records are not blamed for it. */
  readonly rough: boolean;
  /** The way from a CRS to WGS 84. */
  readonly projectionOf: (id: string) => Projection | undefined;
};

/** Note a finding that is given once a layer. */
export function once(memory: Memory, report: Report, code: keyof typeof ONCE): Issue[] {
  if (memory.given.has(code)) return [];
  memory.given.add(code);
  return [report(code, `${ONCE[code]} (told once, at the first record it was met in)`)];
}

/** Check and tidy a placed geometry: rings, crossings, heights, roughness. */
export function finish(
  memory: Memory,
  outcome: Placed,
  sighting: GeometrySighting,
  report: Report,
): Placed | Unplaced {
  const found: Issue[] = [];
  if (outcome.placement.transform === 'Helmert') found.push(fallbackIssue(report));
  if (!memory.given.has('geom.z-dropped') && hasHeights(sighting.geometry)) {
    found.push(...once(memory, report, 'geom.z-dropped'));
  }
  const isPoint = outcome.geometry.type === 'Point';
  if (isPoint && !memory.rough && isRough(sighting)) found.push(roughIssue(sighting, report));
  const noted =
    found.length === 0 ? outcome : { ...outcome, issues: [...outcome.issues, ...found] };
  return isPoint ? noted : finishShape(memory, noted, report);
}

function finishShape(memory: Memory, outcome: Placed, report: Report): Placed | Unplaced {
  const drawn = outcome.native ?? outcome.geometry;
  const crossing = findCrossing(drawn);
  const misplaced = crossing ? undefined : findMisplaced(drawn);
  const { geometry, findings } = tidy(outcome.geometry);
  const issues = [...outcome.issues];
  if (!geometry) {
    const message = 'The geometry has no length or area: kept without a position';
    return { issues: [...issues, report('geom.zero-length-or-area', message)] };
  }
  for (const code of findings) {
    if (code in ONCE) issues.push(...once(memory, report, code as keyof typeof ONCE));
    else if (code in EACH) issues.push(report(code, EACH[code as keyof typeof EACH]));
  }
  issues.push(...farIssues(geometry, report));
  const tidied = { ...outcome, geometry, issues };
  const fault = crossing
    ? describeCrossing(crossing)
    : misplaced && `In this shape ${misplaced.kind}, near ${misplaced.near.join(', ')}`;
  return fault === undefined ? tidied : repair(tidied, fault, memory.projectionOf, report);
}

const describeCrossing = ({ kind, near }: Crossing): string =>
  `The boundary ${kind} itself near ${near.join(', ')}`;

/** Edges that are far too long for what they are part of. */
function farIssues(geometry: Wgs84Geometry, report: Report): Issue[] {
  const stray = findStray(geometry);
  const issues = stray ? [strayIssue(stray, report)] : [];
  if (!crossesAntimeridian(geometry)) return issues;
  const message =
    'The shape runs over the 180° meridian: kept as published, and drawn the long way round the world';
  return [...issues, report('geom.over-antimeridian', message)];
}

function strayIssue({ position, awayM }: Stray, report: Report): Issue {
  const value = position.slice(0, 2).join(', ');
  const message = `One vertex, at ${value} in degrees, juts out ${Math.round(awayM / 1000)} km from its neighbours: kept as published. Check its figures`;
  return report('geom.spike-or-sliver', message, { value });
}

const fallbackIssue = (report: Report): Issue =>
  report(
    'crs.transform-fallback',
    'OSTN15 does not reach here: brought to WGS 84 by a Helmert shift, true to 5 m',
  );

/** Zeros, as KML writes them, are no heights. */
function hasHeights(geometry: NativeGeometry): boolean {
  if (geometry.type === 'Point') return (geometry.coordinates[2] ?? 0) !== 0;
  // by the first position: no format mixes positions with and without heights
  if ((findFirst(geometry)?.length ?? 0) < 3) return false;
  let found = false;
  eachPosition(geometry, (position) => {
    found ||= (position[2] ?? 0) !== 0;
  });
  return found;
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
  const message = 'The position is given to a kilometre only';
  return report('crs.low-precision-coordinates', message, { value });
}
