import { issue } from '#data/issues/issue.ts';
import type { DecodedFile } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { declare } from './crs.ts';
import {
  decodeFeature,
  decodeFeatureCollection,
  decodeFeatureLines,
  type JsonText,
  licenceOf,
  sequenceOf,
} from './geojson.ts';
import { readEsriGeometry } from './json/esri.ts';
import { type FeatureForm, featureLayer } from './json/features.ts';
import { GEOMETRY_TYPES } from './json/geometry.ts';
import { findList, objectLayer } from './json/records.ts';
import { elementsOf, membersOf, parse, type Span, skipSpace, valueAt } from './json/scan.ts';
import { scriptedJsonAt } from './json/script.ts';
import { jsonErrorMessage } from './not-data.ts';
import { refuse } from './refusal.ts';
import { type Source, stemOf } from './source.ts';
import { readText, utf8Bytes } from './text.ts';
import { decodeTopology } from './topojson.ts';

const [OPEN_OBJECT, CLOSE_OBJECT] = [123, 125];
const RECORD_SEPARATOR = 0x1e;
/** Bytes in which a script's opening must end. */
const HEAD_BYTES = 8192;

/**
 * Any JSON: GeoJSON in all its forms, TopoJSON, features of ArcGIS servers, and lists of plain
 * objects at any depth.
 *
 * @throws Refusal when it holds no records
 */
export function decodeJson(source: Source): DecodedFile {
  const file = readText(source.bytes);
  const encoded = utf8Bytes(file);
  const bytes = encoded.subarray(scriptedJsonAt(encoded.toString('latin1', 0, HEAD_BYTES)));
  const issues: Issue[] = [];
  const start = skipSpace(bytes, 0);
  const isObject = bytes[start] === OPEN_OBJECT;
  const cut = () => issues.push(issue('file.truncated'));
  const members = isObject ? membersOf(bytes, start, cut) : new Map<string, Span>();
  const text: JsonText = { name: source.name, file, bytes, members, issues };
  refuseErrorAnswer(text);
  if (truthy(text, 'exceededTransferLimit')) issues.push(issue('fetch.paging-incomplete'));
  if (bytes[start] === RECORD_SEPARATOR || (isObject && goesOn(text, start)))
    return decodeLines(text);
  const type = textMember(text, 'type');
  if (type === 'Topology') return decodeTopology(text);
  if (isEsri(text)) return decodeEsri(text);
  if (type === 'FeatureCollection' || (type === '' && members.has('features'))) {
    return decodeFeatureCollection(text);
  }
  if (type === 'Feature' || GEOMETRY_TYPES.has(type)) return decodeFeature(text);
  return decodeObjects(text, start);
}

function textMember({ bytes, members }: JsonText, name: string): string {
  const span = members.get(name);
  const value = span && parse(bytes, span);
  return typeof value === 'string' ? value : '';
}

function truthy({ bytes, members }: JsonText, name: string): boolean {
  const span = members.get(name);
  return span !== undefined && parse(bytes, span) === true;
}

/** Services answer a wrong request with JSON too. */
function refuseErrorAnswer({ bytes, members }: JsonText): void {
  const span = members.get('error') ?? members.get('odata.error');
  if (!span || members.has('features')) return;
  refuse('fetch.not-data-format', jsonErrorMessage(parse(bytes, span)));
}

/** Another value follows the first: a value a line. */
function goesOn({ bytes, members }: JsonText, start: number): boolean {
  const last = Math.max(start + 1, ...[...members.values()].map(({ end }) => end));
  const close = skipSpace(bytes, last);
  if (bytes[close] !== CLOSE_OBJECT) return false;
  const next = bytes[skipSpace(bytes, close + 1)];
  return next === OPEN_OBJECT || next === RECORD_SEPARATOR;
}

function decodeLines(text: JsonText): DecodedFile {
  const { bytes, file, name } = text;
  const first = sequenceOf(bytes).next().value;
  const value = first && (parse(bytes, first) as { type?: unknown } | null | undefined);
  const type = String(value?.type);
  if (type === 'Feature' || GEOMETRY_TYPES.has(type)) return decodeFeatureLines(text);
  const layer = objectLayer(stemOf(name), bytes, () => sequenceOf(bytes));
  return {
    format: 'json',
    encoding: file.encoding,
    layers: [layer],
    issues: [...file.issues, ...text.issues],
  };
}

/** A list of plain objects, and the path that leads to it. */
function decodeObjects(text: JsonText, start: number): DecodedFile {
  const { bytes, file } = text;
  const whole = valueAt(bytes, start) ?? { start, end: bytes.length, members: 0 };
  const found = findList(bytes, whole);
  if (!found)
    return refuse(
      'file.unsupported',
      'The JSON holds no list of records. Publish it as GeoJSON or .csv.',
    );
  const issues = [...file.issues, ...text.issues];
  let told = issues.some(({ code }) => code === 'file.truncated');
  const cut = () => {
    if (!told) issues.push(issue('file.truncated'));
    told = true;
  };
  const spans = () => elementsOf(bytes, found.span.start, cut);
  const layer = objectLayer(found.path === '' ? stemOf(text.name) : found.path, bytes, spans);
  const licenceText = licenceOf({ ...text, members: withoutList(text, found.span) });
  const described = licenceText === undefined ? layer : { ...layer, licenceText };
  return { format: 'json', encoding: file.encoding, layers: [described], issues };
}

function withoutList({ members }: JsonText, list: Span): ReadonlyMap<string, Span> {
  return new Map(
    [...members].filter(([, span]) => span.end <= list.start || span.start >= list.end),
  );
}

const isEsri = (text: JsonText): boolean =>
  text.members.has('features') &&
  (text.members.has('geometryType') ||
    text.members.has('spatialReference') ||
    text.members.has('fieldAliases'));

const ESRI: FeatureForm = {
  attributes: (feature) =>
    Object.entries((feature as { attributes?: object } | undefined)?.attributes ?? {}),
  geometry: (feature) => readEsriGeometry(feature.geometry),
};

/** The answer of an ArcGIS server asked for `f=json`. */
function decodeEsri(text: JsonText): DecodedFile {
  const { bytes, members, file, name } = text;
  const start = members.get('features')?.start ?? 0;
  const layer = featureLayer(stemOf(name), bytes, () => elementsOf(bytes, start, () => {}), ESRI);
  const reference = members.get('spatialReference');
  const said = reference && (parse(bytes, reference) as EsriReference | undefined);
  const wkid = said?.latestWkid ?? said?.wkid;
  const declared = wkid === undefined ? said?.wkt : `EPSG:${String(wkid)}`;
  const crs = typeof declared === 'string' ? { crs: declare(declared) } : {};
  const issues = [...file.issues, ...text.issues];
  return { format: 'json', encoding: file.encoding, layers: [{ ...layer, ...crs }], issues };
}

type EsriReference = {
  readonly latestWkid?: unknown;
  readonly wkid?: unknown;
  readonly wkt?: unknown;
};
