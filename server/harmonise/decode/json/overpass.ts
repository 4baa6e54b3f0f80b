import type { Position } from 'geojson';
import { issue } from '#data/issues/issue.ts';
import type { DeclaredCrs, DecodedFile } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { type JsonText, licenceOf } from '../geojson.ts';
import { stemOf } from '../source.ts';
import { type FeatureSpans, featureLayer } from './features.ts';
import {
  isObject,
  type Known,
  type Members,
  positionOf,
  readOverpassGeometry,
  tagsOf,
} from './overpass-geometry.ts';
import { parse, type Span, textOf } from './scan.ts';

const CRS: DeclaredCrs = { id: 'EPSG:4326', text: 'OpenStreetMap: lat, lon', axis: 'xy' };

const TYPES = /^(node|way|relation)$/;
/** Members of an element that are no attribute. */
const STRUCTURE: ReadonlySet<string> = new Set(
  'type id lat lon center geometry bounds nodes members tags'.split(' '),
);
/** Members that say who wrote an element, and when. Source: Overpass QL, `out meta`. */
const WRITTEN: ReadonlySet<string> = new Set(
  'timestamp version changeset user uid visible'.split(' '),
);

/**
 * Whether a list holds what OpenStreetMap's Overpass API and its own API answer as JSON.
 *
 * @param first the first element
 * @param beside the members of the object the list stands in
 */
export function isOverpass(first: unknown, beside: ReadonlyMap<string, Span>): boolean {
  if (!isObject(first)) return false;
  if (beside.has('osm3s')) return true;
  const { type, id, lat, lon, nodes, members } = first;
  return (
    TYPES.test(textOf(type)) &&
    typeof id === 'number' &&
    [lat ?? lon, nodes, members].some((one) => one !== undefined) &&
    Object.keys(first).every((name) => STRUCTURE.has(name) || WRITTEN.has(name))
  );
}

/**
 * Elements of OpenStreetMap as Overpass JSON: tags are columns under their own names, `@id` is the
 * type and the number (`way/3`: a number alone may be a node and a way). Untagged elements that are
 * only parts of others are no records. The text's `members` are those beside the list.
 */
export function decodeOverpass(text: JsonText, spans: FeatureSpans): DecodedFile {
  const { bytes, file, name } = text;
  const found = survey(bytes, spans);
  const layer = featureLayer(stemOf(name), () => recordsOf(bytes, spans, found), {
    sizeBytes: bytes.length,
    form: {
      attributes: attributesOf,
      geometry: (element) => readOverpassGeometry(element, found),
    },
  });
  const licenceText = copyrightOf(text);
  const licence = licenceText === undefined ? {} : { licenceText };
  return {
    format: 'json',
    encoding: file.encoding,
    layers: [{ ...layer, crs: CRS, ...licence }],
    issues: [...file.issues, ...text.issues, ...stopped(text)],
  };
}

type Survey = Known & {
  /** Elements that others are made of, and those that are told of with their tags: `way/3`. */
  readonly parts: ReadonlySet<string>;
};

function survey(bytes: Buffer, spans: FeatureSpans): Survey {
  const nodes = new Map<unknown, Position>();
  const ways = new Map<unknown, Span>();
  const parts = new Set<string>();
  for (const span of spans()) {
    const element = parse(bytes, span);
    if (!isObject(element)) continue;
    for (const part of partsOf(element)) parts.add(part);
    const position = element.type === 'node' ? positionOf(element) : undefined;
    if (position) nodes.set(element.id, position);
    if (element.type === 'way' && isFuller(element, ways)) ways.set(element.id, span);
  }
  const way = (id: unknown): Members | undefined => {
    const span = ways.get(id);
    const element = span && parse(bytes, span);
    return isObject(element) ? element : undefined;
  };
  return { node: (id) => nodes.get(id), way, parts };
}

/** Whether a way says where it runs, and says more of it than an earlier copy. */
const isFuller = ({ id, geometry, nodes }: Members, ways: ReadonlyMap<unknown, Span>): boolean =>
  Array.isArray(geometry) || (Array.isArray(nodes) && !ways.has(id));

function partsOf(element: Members): string[] {
  const { nodes, members } = element;
  const corners = Array.isArray(nodes) ? nodes.map((id) => `node/${textOf(id)}`) : [];
  const parts = Array.isArray(members) ? members.filter(isObject).map(memberKey) : [];
  return isTagged(element) ? [...corners, ...parts, keyOf(element)] : [...corners, ...parts];
}

const isTagged = (element: Members): boolean => Object.keys(tagsOf(element)).length > 0;
const keyOf = ({ type, id }: Members): string => `${textOf(type)}/${textOf(id)}`;
const memberKey = ({ type, ref }: Members): string => `${textOf(type)}/${textOf(ref)}`;

function* recordsOf(bytes: Buffer, spans: FeatureSpans, { parts }: Survey): Generator<Span> {
  for (const span of spans()) {
    const element = parse(bytes, span);
    const isPart = isObject(element) && !isTagged(element) && parts.has(keyOf(element));
    if (!isPart) yield span;
  }
}

function attributesOf(element: unknown): (readonly [string, unknown])[] {
  if (!isObject(element)) return [];
  const written = Object.entries(element)
    .filter(([name]) => !STRUCTURE.has(name))
    .map(([name, value]) => [`@${name}`, value] as const);
  return [['@id', keyOf(element)], ...Object.entries(tagsOf(element)), ...written];
}

/** Overpass's words on the copyright; else what the members beside the list say. */
function copyrightOf(answer: JsonText): string | undefined {
  const span = answer.members.get('osm3s');
  const said = span && parse(answer.bytes, span);
  const copyright = isObject(said) ? said.copyright : undefined;
  if (typeof copyright === 'string' && copyright.trim() !== '') return copyright.slice(0, 2000);
  const beside = [...answer.members].filter(([name]) => name !== 'elements');
  return licenceOf({ ...answer, members: new Map(beside) });
}

/** Overpass writes what it has when its time or memory runs out, and says so in `remark`. */
function stopped({ bytes, members }: JsonText): Issue[] {
  const span = members.get('remark');
  const remark = span && parse(bytes, span);
  if (typeof remark !== 'string' || !/error|timed out|out of memory/i.test(remark)) return [];
  const message = `Overpass stopped before its answer was whole: “${remark.slice(0, 200)}”. Ask for a smaller area or give it more time.`;
  return [issue('fetch.paging-incomplete', {}, message)];
}
