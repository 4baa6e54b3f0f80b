import type { Cell, DeclaredCrs, DecodedFile } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { authorsOf } from './hidden/authors.ts';
import { licenceIn } from './licence-text.ts';
import { refuse } from './refusal.ts';
import { type Source, stemOf } from './source.ts';
import type { TextFile } from './text.ts';
import { tableCells } from './xml/html-table.ts';
import { type KmlGeometry, kmlGeometry } from './xml/kml-geometry.ts';
import { addValue, layersOf, type XmlFeature } from './xml/layers.ts';
import { type Attributes, readXml, readXmlText, type XmlHandlers } from './xml/reader.ts';

/** Source: OGC 12-007r2 §6.2: longitude and latitude of WGS 84, in this order. */
const CRS: DeclaredCrs = { id: 'EPSG:4326', text: 'KML', axis: 'xy' };
/** Characters of document text searched for a licence. */
const LICENCE_SPAN = 20_000;

/**
 * KML: every folder that holds Placemarks is a layer; a Placemark's name, description, times and
 * extended data are its columns.
 *
 * @throws Refusal when it holds no Placemark
 */
export function decodeKml(source: Source): DecodedFile {
  return decodeKmlFiles('kml', [{ name: source.name, bytes: source.bytes }]);
}

/** KMZ: every .kml in the archive. */
export function decodeKmz(source: Source): DecodedFile {
  const parts = source.parts.filter(({ name }) => /\.kml$/i.test(name));
  return decodeKmlFiles(
    'kmz',
    parts.map(({ name, bytes }) => ({ name, bytes: bytes() })),
  );
}

type Named = { readonly name: string; readonly bytes: Uint8Array };

function decodeKmlFiles(format: 'kml' | 'kmz', documents: readonly Named[]): DecodedFile {
  const issues: Issue[] = [];
  const texts = documents.map(({ name, bytes }) => ({
    name: stemOf(name),
    file: readXmlText(bytes),
  }));
  const found: DecodedFile['layers'][number][] = [];
  for (const { name, file } of texts) {
    const { layers, issues: own } = layersOf(() => placemarksOf(file, name));
    const licenceText = licenceIn(documentText(file));
    issues.push(...file.issues, ...own);
    found.push(...layers.map((layer) => (licenceText ? { ...layer, licenceText } : layer)));
  }
  if (found.length === 0) return refuse('file.empty', 'The file holds no Placemark.');
  const encoding = texts[0]?.file.encoding;
  const hidden = documents.flatMap(({ bytes }) => authorsOf('KML', bytes));
  return { format, ...(encoding === undefined ? {} : { encoding }), layers: found, issues, hidden };
}

/** What the document says of itself before its first Placemark. */
function documentText({ bytes }: TextFile): string {
  const head = bytes.toString('utf8', 0, LICENCE_SPAN);
  const [before = ''] = head.split(/<(?:\w+:)?Placemark/);
  return before.replaceAll(/<!\[CDATA\[|\]\]>/g, '').replaceAll(/<[^>]*>/g, '\n');
}

function placemarksOf(file: TextFile, name: string): Iterable<XmlFeature> {
  return readXml<XmlFeature>(file, (emit) => placemarkHandlers(name, emit));
}

/** The Placemark being read. */
type Placemark = { readonly values: Map<string, Cell>; readonly geometry: KmlGeometry };

/** Elements of a Placemark whose text is a column. Others (styles, views) are how it looks. */
const COLUMNS: ReadonlySet<string> = new Set([
  'name',
  'description',
  'address',
  'phoneNumber',
  'snippet',
  'when',
  'begin',
  'end',
]);

type State = {
  readonly folders: string[];
  readonly path: string[];
  placemark: Placemark | undefined;
  /** The name of the `<Data>` being read. */
  dataName: string;
  text: string;
};

function placemarkHandlers(fallback: string, emit: (feature: XmlFeature) => void): XmlHandlers {
  const state: State = { folders: [], path: [], placemark: undefined, dataName: '', text: '' };
  return {
    open: (name, attributes) => {
      state.path.push(name);
      state.text = '';
      openElement(state, name, attributes);
    },
    text: (text) => {
      state.text += text;
    },
    close: (name) => {
      state.path.pop();
      const parent = state.path.at(-1) ?? '';
      if (name === 'Folder' || name === 'Document') state.folders.pop();
      else if (name === 'name' && parent === 'Folder') renameFolder(state);
      else if (name === 'Placemark' && state.placemark) {
        emit(featureOf(state.placemark, layerName(state, fallback)));
        state.placemark = undefined;
      } else if (state.placemark) closeIn(state.placemark, state, name, parent);
      state.text = '';
    },
  };
}

function openElement(state: State, name: string, attributes: Attributes): void {
  if (name === 'Folder' || name === 'Document') state.folders.push('');
  else if (name === 'Placemark') {
    state.placemark = { values: new Map(), geometry: kmlGeometry() };
    const { id } = attributes;
    if (id !== undefined) state.placemark.values.set('id', id);
  } else if (name === 'Data' || name === 'SimpleData') state.dataName = attributes.name ?? '';
  state.placemark?.geometry.open(name);
}

function renameFolder(state: State): void {
  state.folders[state.folders.length - 1] = state.text.trim();
}

/** The innermost folder that has a name. */
const layerName = ({ folders }: State, fallback: string): string =>
  folders.findLast((name) => name !== '') ?? fallback;

function closeIn(
  { values, geometry }: Placemark,
  state: State,
  name: string,
  parent: string,
): void {
  const { text, dataName } = state;
  geometry.close(name, text);
  if (name === 'SimpleData' || (name === 'value' && parent === 'Data')) {
    addValue(values, dataName, text.trim());
  } else if (COLUMNS.has(name) && (parent === 'Placemark' || /^Time(Span|Stamp)$/.test(parent))) {
    addValue(values, name, text.trim());
  }
}

function featureOf({ values, geometry }: Placemark, layer: string): XmlFeature {
  const description = values.get('description');
  if (typeof description === 'string') {
    for (const [name, value] of tableCells(description))
      if (!values.has(name)) values.set(name, value);
  }
  return { layer, values, geometry: geometry.result(), crs: CRS, idColumn: 'id' };
}
