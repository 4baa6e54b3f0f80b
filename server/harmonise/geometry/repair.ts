import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { findCrs } from '#data/geodesy/crs.ts';
import type { Projection } from '#data/geodesy/projection.ts';
import { type Bounds, boundsOf, type NativeGeometry } from '#data/schema/geometry.ts';
import { areaM2 } from '../measure.ts';
import { findCrossing } from './crossing.ts';
import type { Placed } from './locator.ts';
import { mend } from './mend.ts';
import { findMisplaced } from './parts.ts';
import { projectGeometry } from './project-geometry.ts';
import { NODES_A_UNIT, rebuild } from './rebuild.ts';
import type { Report } from './record-issues.ts';
import { tidy } from './shape.ts';

/** Mending may change an area by this share before somebody must look. */
const AREA_TOLERANCE = 0.001;

/** A valid geometry in WGS 84, and what was done. */
type Repaired = { readonly geometry: Polygon | MultiPolygon; readonly done: string };

/**
 * Mend a shape that is built wrongly, and tell of it with the area before and after. Rings that only touch or cross
 * themselves are parted there, so that no vertex changes; all else is rebuilt as published and projected again.
 *
 * @param outcome tidied @param fault what is wrong, and where
 */
export function repair(
  outcome: Placed,
  fault: string,
  projectionOf: (id: string) => Projection | undefined,
  report: Report,
): Placed {
  const { geometry } = outcome;
  const repaired = isPolygonal(geometry)
    ? (parted(geometry) ?? rebuilt(outcome, projectionOf))
    : undefined;
  if (!repaired) {
    const left = report('geom.self-intersection', `${fault}; kept as published`);
    return { ...outcome, issues: [...outcome.issues, left] };
  }
  const [before, after] = [areaM2(geometry), areaM2(repaired.geometry)];
  const change = Math.abs(after - before) / Math.max(before, after, Number.MIN_VALUE);
  const percent = `${(change * 100).toFixed(2)} %`;
  const message = `${fault}: ${repaired.done}, area ${describeArea(before)} → ${describeArea(after)} (${percent}). The published geometry is kept beside it`;
  const code = change > AREA_TOLERANCE ? 'geom.fix-changed-area' : 'geom.invalid-fixed';
  return {
    ...outcome,
    geometry: repaired.geometry,
    native: outcome.native ?? geometry,
    issues: [...outcome.issues, report(code, message)],
  };
}

const isPolygonal = (geometry: NativeGeometry): geometry is Polygon | MultiPolygon =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';

function parted(geometry: Polygon | MultiPolygon): Repaired | undefined {
  const mended = mend(geometry);
  if (!mended || isUnmoved(mended.geometry, geometry) || !isSound(mended.geometry))
    return undefined;
  const done = mended.spikes ? 'a spike without area was cut off' : 'parted there for the map';
  return { geometry: mended.geometry, done };
}

function rebuilt(
  { geometry, native, placement }: Placed,
  projectionOf: (id: string) => Projection | undefined,
): Repaired | undefined {
  const published = native ?? geometry;
  const projection = projectionOf(placement.crs);
  if (!projection || !isPolygonal(published)) return undefined;
  const kind = findCrs(placement.crs)?.kind ?? 'geographic';
  const valid = rebuildParts(published, NODES_A_UNIT[kind]);
  if (!valid || !isSound(valid)) return undefined;
  const trip = projectGeometry(valid, projection);
  const drawn = trip.geometry && tidy(trip.geometry).geometry;
  if (!drawn || !isPolygonal(drawn)) return undefined;
  return { geometry: drawn, done: 'rebuilt for the map, so that nothing in it overlaps' };
}

/** Rebuild what is wrong, part by part with those whose boxes it meets; all other parts stay as they are. */
function rebuildParts(
  geometry: Polygon | MultiPolygon,
  nodes: number,
): Polygon | MultiPolygon | undefined {
  if (geometry.type === 'Polygon') return rebuild(geometry, nodes);
  const coordinates: Position[][][] = [];
  for (const group of groupsOf(geometry.coordinates)) {
    const together: MultiPolygon = { type: 'MultiPolygon', coordinates: group };
    const valid = isSound(together) ? together : rebuild(together, nodes);
    if (valid) coordinates.push(...partsOf(valid));
  }
  return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : undefined;
}

const partsOf = ({ type, coordinates }: Polygon | MultiPolygon): Position[][][] =>
  type === 'Polygon' ? [coordinates] : coordinates;

/** Parts that may overlap together: their boxes meet, or those of parts between them do. */
function groupsOf(parts: readonly Position[][][]): readonly Position[][][][] {
  const index = new Flatbush(Math.max(1, parts.length));
  const boxes = parts.map(
    ([outer = []]): Bounds => boundsOf({ type: 'LineString', coordinates: outer }) ?? [0, 0, 0, 0],
  );
  for (const box of boxes) index.add(...box);
  index.finish();
  const met = new Set<number>();
  return parts.flatMap((_, first): Position[][][][] => {
    if (met.has(first)) return [];
    met.add(first);
    const group = [first];
    for (const at of group) {
      const box = boxes[at];
      const others = box ? index.search(...box, (other) => !met.has(other)) : [];
      for (const other of others) met.add(other);
      group.push(...others);
    }
    return [group.map((at) => parts[at] as Position[][])];
  });
}

const isSound = (geometry: Polygon | MultiPolygon): boolean =>
  !findCrossing(geometry) && !findMisplaced(geometry);

/** Nothing was parted: what is wrong cannot be mended so. */
const isUnmoved = (a: NativeGeometry, b: NativeGeometry): boolean =>
  a.type === b.type && JSON.stringify(a) === JSON.stringify(b);

const describeArea = (squareMetres: number): string =>
  squareMetres < 100_000
    ? `${Math.round(squareMetres).toLocaleString('en-GB')} m²`
    : `${(squareMetres / 10_000).toLocaleString('en-GB', { maximumFractionDigits: 2 })} ha`;
