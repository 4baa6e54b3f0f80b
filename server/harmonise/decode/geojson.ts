import { issue } from '#data/issues/issue.ts';
import type { DeclaredCrs, DecodedFile, DecodedLayer } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { declare } from './crs.ts';
import { type FeatureSpans, featureLayer } from './json/features.ts';
import { elementsOf, parse, type Span, skipSpace, textOf, valueAt } from './json/scan.ts';
import { licenceIn } from './licence-text.ts';
import { stemOf } from './source.ts';
import type { TextFile } from './text.ts';

/** A JSON text taken apart at its first level. */
export type JsonText = {
  readonly name: string;
  readonly file: TextFile;
  /** The text as UTF-8. */
  readonly bytes: Buffer;
  /** Members of the outermost object. */
  readonly members: ReadonlyMap<string, Span>;
  readonly issues: Issue[];
};

/** What RFC 7946 §4 says of a file that says nothing. */
const IMPLIED: DeclaredCrs = { id: 'EPSG:4326', text: 'GeoJSON without a crs member', axis: 'xy' };
const OPEN_ARRAY = 91;

/** A FeatureCollection: its features one by one, so that a cut file still gives the ones before the cut. */
export function decodeFeatureCollection(text: JsonText): DecodedFile {
  const { bytes, members } = text;
  const features = members.get('features');
  const issues: Issue[] = [];
  let told = false;
  const cut = () => {
    if (!told) issues.push(issue('file.truncated'));
    told = true;
  };
  const list = features && bytes[features.start] === OPEN_ARRAY ? features : undefined;
  if (list === undefined)
    issues.push(issue('file.corrupt', {}, 'The FeatureCollection has no list of features.'));
  const spans: FeatureSpans = () => (list ? elementsOf(bytes, list, cut) : []);
  const layer = described(featureLayer(nameOf(text), spans, { sizeBytes: bytes.length }), text);
  return geojsonFile(text.file, layer, [
    ...text.issues.filter(({ code }) => !told || code !== 'file.truncated'),
    ...issues,
  ]);
}

/** One Feature, or a geometry with nothing round it. */
export function decodeFeature(text: JsonText): DecodedFile {
  const start = skipSpace(text.bytes, 0);
  const span = valueAt(text.bytes, start);
  const spans: FeatureSpans = () => (span === undefined ? [] : [span]);
  const layer = featureLayer(nameOf(text), spans, { sizeBytes: text.bytes.length });
  return geojsonFile(text.file, described(layer, text), text.issues);
}

/**
 * Features wherever they stand: in a list under any name, in pages, or as a text sequence (RFC 8142,
 * newline-delimited). The text's `members` are those beside them.
 */
export function decodeFeatures(text: JsonText, spans: FeatureSpans): DecodedFile {
  const layer = featureLayer(nameOf(text), spans, { sizeBytes: text.bytes.length });
  return geojsonFile(text.file, described(layer, text), text.issues);
}

/** Values that follow one another, parted by white space or record separators (0x1E). */
export function* sequenceOf(bytes: Buffer): Generator<Span> {
  for (let at = skipSeparators(bytes, 0); at < bytes.length; at = skipSeparators(bytes, at)) {
    const span = valueAt(bytes, at);
    const newline = bytes.indexOf(10, at);
    const end = newline < 0 ? bytes.length : newline;
    // A value that never ends spoils its own line, not the rest.
    yield span ?? { bytes, start: at, end, members: 0 };
    at = span?.end ?? end;
  }
}

function skipSeparators(bytes: Buffer, from: number): number {
  let at = skipSpace(bytes, from);
  while (bytes[at] === 0x1e) at = skipSpace(bytes, at + 1);
  return at;
}

/** A text by its first level, its members wherever they stand. */
type Described = Pick<JsonText, 'name' | 'members'>;

/** The name the text gives itself, else that of the file. */
export function nameOf({ name, members }: Described): string {
  const span = members.get('name');
  const said = span && parse(span.bytes, span);
  return typeof said === 'string' && said !== '' ? said : stemOf(name);
}

/** A layer with what stands beside its features: the CRS and words on the licence. */
export function described(layer: DecodedLayer, text: Described): DecodedLayer {
  const licenceText = licenceOf(text);
  return {
    ...layer,
    crs: crsOf(text),
    ...(licenceText === undefined ? {} : { licenceText }),
  };
}

function crsOf({ members }: Described): DeclaredCrs {
  const span = members.get('crs');
  const crs = span && parse(span.bytes, span);
  if (typeof crs !== 'object' || crs === null) return IMPLIED;
  const { properties } = crs as { properties?: { name?: unknown; code?: unknown } };
  if (typeof properties?.name === 'string') return declare(properties.name);
  if (properties?.code !== undefined) return declare(`EPSG:${textOf(properties.code)}`);
  const text = span?.bytes.toString('utf8', span.start, Math.min(span.end, span.start + 200));
  return { text: text ?? '', axis: 'xy' };
}

const LICENCE_MEMBER = /licen[cs]e|copyright|rights|attribution|terms/i;

/** What the members beside the features say of the licence. */
export function licenceOf({ members }: Pick<Described, 'members'>): string | undefined {
  const said: string[] = [];
  for (const [name, span] of members) {
    if (name === 'features' || span.end - span.start > 100_000) continue;
    const text = span.bytes.toString('utf8', span.start, span.end).replaceAll(/^"|"$/g, '');
    if (LICENCE_MEMBER.test(name) || (name !== 'crs' && licenceIn(text))) said.push(text);
  }
  return said.length === 0 ? undefined : said.join('\n').slice(0, 2000);
}

/** A file of one layer of features. */
export function geojsonFile(
  { encoding, issues: met }: Pick<TextFile, 'encoding' | 'issues'>,
  layer: DecodedLayer,
  issues: readonly Issue[],
): DecodedFile {
  return { format: 'geojson', encoding, layers: [layer], issues: [...met, ...issues] };
}
