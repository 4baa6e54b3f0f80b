import type { Geometry } from 'geojson';
import { issue } from '#data/issues/issue.ts';
import type { Cell, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { cellOf, gatherColumns } from './columns.ts';
import { readGeometry } from './geometry.ts';
import { parse, parseExact, type Span } from './scan.ts';

/** The features of a GeoJSON text as spans of its bytes, from the start on every call. */
export type FeatureSpans = () => Iterable<Span>;

type Members = Readonly<Record<string, unknown>>;

/** How a dialect of JSON writes a feature. */
export type FeatureForm = {
  readonly attributes: (feature: unknown) => (readonly [string, unknown])[];
  /** Null when there is none, a sentence when it is damaged. */
  readonly geometry: (feature: Members) => Geometry | null | string;
};

type Columns = ReturnType<typeof gatherColumns>;

/** Members of a feature that are no attribute. */
const STRUCTURE: ReadonlySet<string> = new Set(['type', 'geometry', 'properties', 'bbox', '_id']);

/** A layer of features, GeoJSON's unless said otherwise; one record a feature, numbered from 1. */
export function featureLayer(
  name: string,
  bytes: Buffer,
  spans: FeatureSpans,
  form: FeatureForm = GEOJSON,
): DecodedLayer {
  const columns = gatherColumns();
  for (const span of spans()) {
    for (const [key] of form.attributes(parse(bytes, span))) columns.place(key);
  }
  return {
    name,
    columns: columns.names,
    spatial: true,
    records: (report) => recordsOf(bytes, spans, columns, { layer: name, form, report }),
  };
}

type Told = {
  readonly layer: string;
  readonly form: FeatureForm;
  readonly report: (found: Issue) => void;
};

function* recordsOf(
  bytes: Buffer,
  spans: FeatureSpans,
  columns: Columns,
  told: Told,
): Generator<RawRecord> {
  let line = 0;
  for (const span of spans()) {
    line += 1;
    const feature = parse(bytes, span);
    if (!isObject(feature)) {
      told.report(notJson(told.layer, line));
      continue;
    }
    if (span.members > membersIn(feature)) {
      told.report(issue('text.duplicate-key', { layer: told.layer, line }));
    }
    const attributes = told.form.attributes(feature);
    const exact = attributes.some(isInexact)
      ? told.form.attributes(parseExact(bytes, span))
      : attributes;
    const values = new Array<Cell>(columns.names.length).fill(null);
    for (const [key, value] of exact) values[columns.place(key)] = cellOf(value);
    yield { line, values, geometry: geometryOf(feature, line, told) };
  }
}

function notJson(layer: string, line: number): Issue {
  const message = 'This feature is not proper JSON; it was left out.';
  return issue('file.corrupt', { layer, line, severity: 'error' }, message);
}

const isInexact = ([, value]: readonly [string, unknown]): boolean =>
  typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;

function geometryOf(feature: Members, line: number, { layer, form, report }: Told) {
  const geometry = form.geometry(feature);
  if (typeof geometry !== 'string') return geometry;
  report(issue('geom.parse-failed', { layer, line }, geometry));
  return null;
}

const GEOJSON: FeatureForm = {
  attributes: attributesOf,
  geometry: (feature) => readGeometry(isGeometry(feature) ? feature : feature.geometry),
};

/** A geometry where a feature should be: `type`, and no `properties`. */
function isGeometry(feature: Members): boolean {
  return 'coordinates' in feature || 'geometries' in feature;
}

/** The attributes of a feature: its properties, then its id and foreign members under names still free. */
function attributesOf(feature: unknown): (readonly [string, unknown])[] {
  if (!isObject(feature) || isGeometry(feature)) return [];
  const { properties } = feature;
  const own = isObject(properties) ? Object.entries(properties) : [];
  for (const [key, value] of Object.entries(feature)) {
    if (STRUCTURE.has(key)) continue;
    if (!isObject(properties) || !Object.hasOwn(properties, key)) own.push([key, value]);
  }
  return own;
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Members named in a value and everything inside it; coordinates hold none and are not walked. */
function membersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const part of value) count += membersIn(part);
    return count;
  }
  for (const key in value) {
    if (!Object.hasOwn(value, key)) continue;
    count += 1;
    if (key !== 'coordinates') count += membersIn((value as Members)[key]);
  }
  return count;
}
