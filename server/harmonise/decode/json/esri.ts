import type { Geometry, Position } from 'geojson';
import { nestRings } from '../binary/rings.ts';
import { gathered } from '../wkb.ts';

type Members = Readonly<Record<string, unknown>>;

/**
 * A geometry as ArcGIS servers write it: `{x,y}`, `{points}`, `{paths}`, `{rings}`.
 * Source: ArcGIS REST API, “Geometry objects”.
 *
 * @returns null when there is none; a sentence when it is damaged or holds curves
 */
export function readEsriGeometry(value: unknown): Geometry | null | string {
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, points, paths, rings, curvePaths, curveRings } = value as Members;
  if (curvePaths !== undefined || curveRings !== undefined) {
    return 'True curves are not read. Ask the service for lines.';
  }
  if (x !== undefined) return readPoint([x, y]);
  if (points !== undefined)
    return readLines([points], ([line]) => gathered(line?.map(asPoint) ?? []));
  if (rings !== undefined) return readLines(rings, nestRings);
  return readLines(paths, (lines) =>
    lines.length === 1 ? asLine(lines[0] ?? []) : gathered(lines.map(asLine)),
  );
}

function readLines(
  value: unknown,
  shape: (lines: Position[][]) => Geometry | null,
): Geometry | null | string {
  if (!Array.isArray(value)) return null;
  if (!value.every(isLine)) {
    return 'The geometry holds positions that are not two or three finite numbers.';
  }
  const filled = value.filter((line) => line.length > 0).map((line) => line.map(withoutMeasure));
  return filled.length === 0 ? null : shape(filled);
}

const asLine = (coordinates: Position[]): Geometry => ({ type: 'LineString', coordinates });
/** Measures stand fourth, and may be null. */
const withoutMeasure = (position: Position): Position =>
  position.length > 3 ? position.slice(0, 3) : position;
const asPoint = (coordinates: Position): Geometry => ({ type: 'Point', coordinates });

function readPoint(position: readonly unknown[]): Geometry | null | string {
  // The service writes "NaN" or null for an empty point.
  if (position.some((figure) => figure === null || figure === 'NaN')) return null;
  return isPosition(position)
    ? { type: 'Point', coordinates: position }
    : 'The point is no pair of finite numbers.';
}

const isLine = (line: unknown): line is Position[] => Array.isArray(line) && line.every(isPosition);

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length >= 2 && value.slice(0, 3).every(Number.isFinite);
