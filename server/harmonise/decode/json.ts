import { issue } from '#data/issues/issue.ts';
import type { DecodedFile, DecodedLayer } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import {
  decodeFeature,
  decodeFeatureCollection,
  decodeFeatures,
  type JsonText,
  licenceOf,
  sequenceOf,
} from './geojson.ts';
import { decodeEsriFeatures } from './json/esri-layer.ts';
import { type FoundList, findList } from './json/find-list.ts';
import { GEOMETRY_TYPES } from './json/geometry.ts';
import { findKeyed } from './json/keyed.ts';
import { kindOfRecord, pagesOf } from './json/kind.ts';
import { decodeOverpass, isOverpass } from './json/overpass.ts';
import { countOf, pagingFaults } from './json/paging.ts';
import { keyedLayer, objectLayer } from './json/records.ts';
import { rowLayer } from './json/rows.ts';
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
 * Any JSON: GeoJSON in all its forms, TopoJSON, features of ArcGIS servers, elements of
 * OpenStreetMap, and lists of plain objects at any depth.
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
  if (bytes[start] === RECORD_SEPARATOR || (isObject && goesOn(text, start)))
    return decodeLines(text);
  const type = textMember(text, 'type');
  if (type === 'Topology') return decodeTopology(text);
  const features = members.get('features');
  if (type === 'FeatureCollection' || (type === '' && features)) {
    issues.push(...pagingFaults(members, () => features && countOf(features), features));
    return isEsri(text) ? decodeEsri(text) : decodeFeatureCollection(text);
  }
  if (type === 'Feature' || GEOMETRY_TYPES.has(type)) return decodeFeature(text);
  return decodeObjects(text, start);
}

function textMember({ bytes, members }: JsonText, name: string): string {
  const span = members.get(name);
  const value = span && parse(bytes, span);
  return typeof value === 'string' ? value : '';
}

/** Services answer a wrong request with JSON too. */
function refuseErrorAnswer({ bytes, members }: JsonText): void {
  const span = members.get('error') ?? members.get('odata.error');
  const error = span && parse(bytes, span);
  // Services that went well write `"error": null` too.
  if (!error || members.has('features')) return;
  refuse('fetch.not-data-format', jsonErrorMessage(error));
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
  const { bytes, name } = text;
  const spans = () => sequenceOf(bytes);
  const [first] = spans();
  const value = first && parse(bytes, first);
  const kind = kindOfRecord(value);
  if (kind === 'feature') return decodeFeatures(text, spans);
  if (kind === 'page' && first) return decodePages(text, first, spans);
  return fileOf(text, objectLayer(stemOf(name), bytes, spans), []);
}

/** A list of records wherever it stands: features, pages of features, plain objects or rows of cells. */
function decodeObjects(text: JsonText, start: number): DecodedFile {
  const { bytes } = text;
  const whole = valueAt(bytes, start) ?? { bytes, start, end: bytes.length, members: 0 };
  const found = findList(bytes, whole);
  if (!found) return decodeKeyed(text, whole);
  text.issues.push(...pagingFaults(found.beside, () => countOf(found.span), found.span));
  let told = text.issues.some(({ code }) => code === 'file.truncated');
  const cut = () => {
    if (!told) text.issues.push(issue('file.truncated'));
    told = true;
  };
  const spans = () => elementsOf(bytes, found.span, cut);
  const [first] = spans();
  const record = first && parse(bytes, first);
  const inner: JsonText = { ...text, members: found.beside };
  if (isOverpass(record, found.beside)) return decodeOverpass(inner, spans);
  const kind = kindOfRecord(record);
  if (kind === 'feature') return decodeFeatures(inner, spans);
  if (kind === 'esri') return decodeEsriFeatures(inner, spans);
  if (kind === 'page' && first) return decodePages(text, first, spans);
  return decodeRecords(text, found, spans);
}

function decodeRecords(text: JsonText, found: FoundList, spans: () => Iterable<Span>) {
  const { bytes, name } = text;
  // Once to the end, so that a list cut short is told of.
  for (const _ of spans());
  const called = found.path === '' ? stemOf(name) : found.path;
  const table =
    found.holds === 'rows'
      ? rowLayer(called, bytes, { spans, beside: found.beside })
      : { layer: objectLayer(called, bytes, spans), issues: [] };
  if (!table.layer) return refuse('file.empty', 'The JSON holds rows with nothing in them.');
  const licenceText = licenceOf({ ...text, members: withoutList(text, found.span) });
  const described = licenceText === undefined ? table.layer : { ...table.layer, licenceText };
  return fileOf(text, described, table.issues);
}

/** Answers of a service put one after another: a list of collections, or a collection a line. */
function decodePages(text: JsonText, first: Span, spans: () => Iterable<Span>): DecodedFile {
  const { bytes } = text;
  const members = membersOf(bytes, first.start, () => {});
  const page: JsonText = { ...text, members };
  const features = () => pagesOf(bytes, spans());
  return isEsri(page) ? decodeEsriFeatures(page, features) : decodeFeatures(page, features);
}

function decodeKeyed(text: JsonText, whole: Span): DecodedFile {
  const keyed = findKeyed(text.bytes, whole);
  if (!keyed) {
    return refuse(
      'file.unsupported',
      'The JSON holds no list of records. Publish it as GeoJSON or .csv.',
    );
  }
  return fileOf(text, keyedLayer(stemOf(text.name), text.bytes, keyed), []);
}

function fileOf(text: JsonText, layer: DecodedLayer, issues: readonly Issue[]): DecodedFile {
  const { file } = text;
  return {
    format: 'json',
    encoding: file.encoding,
    layers: [layer],
    issues: [...file.issues, ...issues, ...text.issues],
  };
}

function withoutList({ members }: JsonText, list: Span): ReadonlyMap<string, Span> {
  return new Map(
    [...members].filter(([, span]) => span.end <= list.start || span.start >= list.end),
  );
}

const isEsri = ({ bytes, members }: JsonText): boolean => {
  if (!members.has('features')) return false;
  if (['geometryType', 'spatialReference', 'fieldAliases'].some((name) => members.has(name)))
    return true;
  const [first] = elementsOf(bytes, members.get('features') ?? { start: 0 }, () => {});
  return kindOfRecord(first && parse(bytes, first)) === 'esri';
};

/** The answer of an ArcGIS server asked for `f=json`. */
function decodeEsri(text: JsonText): DecodedFile {
  const list = text.members.get('features') ?? { start: 0 };
  return decodeEsriFeatures(text, () => elementsOf(text.bytes, list, () => {}));
}
