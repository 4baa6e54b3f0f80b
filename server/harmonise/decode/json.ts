import { issue } from '#data/issues/issue.ts';
import type { DecodedFile } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import {
  decodeFeature,
  decodeFeatureCollection,
  decodeFeatureLines,
  type JsonText,
} from './geojson.ts';
import { GEOMETRY_TYPES } from './json/geometry.ts';
import { membersOf, parse, type Span, skipSpace, valueAt } from './json/scan.ts';
import { refuse } from './refusal.ts';
import type { Source } from './source.ts';
import { readText, utf8Bytes } from './text.ts';

const OPEN_OBJECT = 123;
const RECORD_SEPARATOR = 0x1e;

/**
 * Any JSON: GeoJSON in all its forms.
 *
 * @throws Refusal when it holds no records
 */
export function decodeJson(source: Source): DecodedFile {
  const file = readText(source.bytes);
  const bytes = utf8Bytes(file);
  const issues: Issue[] = [];
  const start = skipSpace(bytes, 0);
  const isObject = bytes[start] === OPEN_OBJECT;
  const cut = () => issues.push(issue('file.truncated'));
  const members = isObject ? membersOf(bytes, start, cut) : new Map<string, Span>();
  const text: JsonText = { name: source.name, file, bytes, members, issues };
  if (bytes[start] === RECORD_SEPARATOR || (isObject && goesOn(bytes, start))) {
    return decodeFeatureLines(text);
  }
  const type = typeOf(bytes, members);
  // Looking at the whole says whether it is nested beyond measure.
  if (!isObject) valueAt(bytes, start);
  if (type === 'FeatureCollection') return decodeFeatureCollection(text);
  if (type === 'Feature' || GEOMETRY_TYPES.has(type)) return decodeFeature(text);
  return refuse('file.unsupported', 'The JSON holds no features.');
}

/** Another value follows the first: newline-delimited. */
function goesOn(bytes: Buffer, start: number): boolean {
  const first = valueAt(bytes, start);
  return first !== undefined && bytes[skipSpace(bytes, first.end)] === OPEN_OBJECT;
}

function typeOf(bytes: Buffer, members: ReadonlyMap<string, Span>): string {
  const span = members.get('type');
  const type = span && parse(bytes, span);
  if (typeof type === 'string') return type;
  return members.has('features') ? 'FeatureCollection' : '';
}
