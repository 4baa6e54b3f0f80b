import type { Geometry } from 'geojson';
import { issue } from '#data/issues/issue.ts';
import type { Cell, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { cellOf, gatherColumns } from './columns.ts';
import { readGeometry } from './geometry.ts';
import { parse, parseExact, type Span } from './scan.ts';

/** The features of a GeoJSON text, from the start on every call; each is to be read before the next is asked for. */
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

/** Cells of records kept from the pass that gathers the columns; beyond, every pass reads the features again. */
const KEPT_CELLS = 2_500_000;
/** Longest text of which they are kept, bytes: their geometry takes several times as much. */
const KEPT_BYTES = 1 << 25;

/** A layer of features, GeoJSON's unless said otherwise; one record a feature, numbered from 1. */
export function featureLayer(
  name: string,
  spans: FeatureSpans,
  { sizeBytes, form = GEOJSON }: LayerOptions,
): DecodedLayer {
  const columns = gatherColumns();
  const reading: Reading = { layer: name, spans, form, columns };
  const kept = sizeBytes > KEPT_BYTES ? undefined : keepAll(reading);
  if (kept === undefined) for (const span of spans()) placeColumns(columns, span, form);
  return kept ? { ...layerOf(reading), ...kept } : layerOf(reading);
}

type LayerOptions = {
  /** Length of the text. */
  readonly sizeBytes: number;
  readonly form?: FeatureForm;
};

/** A layer of GeoJSON features whose columns are known. */
export const gatheredLayer = (name: string, spans: FeatureSpans, columns: Columns): DecodedLayer =>
  layerOf({ layer: name, spans, form: GEOJSON, columns });

const layerOf = (reading: Reading): DecodedLayer => ({
  name: reading.layer,
  columns: reading.columns.names,
  spatial: true,
  records: (report) => recordsOf(reading, report),
});

type Report = (found: Issue) => void;

type Reading = {
  readonly layer: string;
  readonly spans: FeatureSpans;
  readonly form: FeatureForm;
  readonly columns: Columns;
};

/** Add the columns a feature names. */
export function placeColumns(columns: Columns, span: Span, form: FeatureForm = GEOJSON): void {
  for (const [key] of form.attributes(parse(span.bytes, span))) columns.place(key);
}

/** All records and findings, each feature parsed once; undefined when they are too many to keep. */
function keepAll(reading: Reading): Pick<DecodedLayer, 'records'> | undefined {
  const { names } = reading.columns;
  const issues: Issue[] = [];
  const records: (RawRecord & { readonly values: Cell[] })[] = [];
  for (const record of recordsOf(reading, (found) => issues.push(found))) {
    records.push(record);
    if (records.length * (names.length + 1) > KEPT_CELLS) return undefined;
  }
  // Columns named by later features.
  for (const { values } of records) while (values.length < names.length) values.push(null);
  return {
    records: (report) => {
      for (const found of issues) report(found);
      return records;
    },
  };
}

function* recordsOf(
  { layer, spans, form, columns }: Reading,
  report: Report,
): Generator<RawRecord & { readonly values: Cell[] }> {
  let line = 0;
  for (const span of spans()) {
    line += 1;
    const feature = parse(span.bytes, span);
    if (!isObject(feature)) {
      report(notJson(layer, line));
      continue;
    }
    if (span.members > membersIn(feature)) {
      report(issue('text.duplicate-key', { layer, line }));
    }
    const attributes = form.attributes(feature);
    const exact = attributes.some(isInexact)
      ? form.attributes(parseExact(span.bytes, span))
      : attributes;
    const values = valuesOf(exact, columns);
    yield { line, values, geometry: geometryOf(form.geometry(feature), { layer, line, report }) };
  }
}

function valuesOf(attributes: readonly (readonly [string, unknown])[], columns: Columns): Cell[] {
  const values = new Array<Cell>(columns.names.length).fill(null);
  for (const [key, value] of attributes) {
    const place = columns.place(key);
    // The first feature that names it.
    while (values.length <= place) values.push(null);
    values[place] = cellOf(value);
  }
  return values;
}

function notJson(layer: string, line: number): Issue {
  const message = 'This feature is not proper JSON; it was left out.';
  return issue('file.corrupt', { layer, line, severity: 'error' }, message);
}

const isInexact = ([, value]: readonly [string, unknown]): boolean =>
  typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;

type Place = { readonly layer: string; readonly line: number; readonly report: Report };

function geometryOf(geometry: Geometry | null | string, { layer, line, report }: Place) {
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
