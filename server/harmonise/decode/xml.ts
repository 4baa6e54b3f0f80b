import type { Cell, DecodedFile } from '#data/schema/flow.ts';
import { refuse } from './refusal.ts';
import type { Source } from './source.ts';
import type { TextFile } from './text.ts';
import { addValue, layersOf, type XmlFeature } from './xml/layers.ts';
import { type Attributes, readXml, readXmlText, type XmlHandlers } from './xml/reader.ts';

/** Elements of one name that make a table, at least. */
const REPEATS = 2;

/**
 * XML of no geographic vocabulary (NaPTAN, register exports): the element that repeats is the record,
 * everything inside it a column with a dotted name.
 *
 * @throws Refusal when nothing repeats
 */
export function decodeXml(source: Source): DecodedFile {
  const file = readXmlText(source.bytes);
  const record = findRecord(file);
  if (!record)
    return refuse(
      'file.unsupported',
      'The XML holds no list of records. Publish it as .csv or GML.',
    );
  const { layers, issues } = layersOf(() =>
    readXml<XmlFeature>(file, (emit) => handlers(record, emit)),
  );
  return { format: 'xml', encoding: file.encoding, layers, issues: [...file.issues, ...issues] };
}

/** The path of the element that repeats most often with elements inside it; the outermost of equals. */
function findRecord(file: TextFile): string | undefined {
  const counts = new Map<string, { count: number; hasChildren: boolean }>();
  const path: string[] = [];
  const events = readXml<never>(file, () => ({
    open: (name) => {
      const parent = counts.get(path.join('/'));
      if (parent) parent.hasChildren = true;
      path.push(name);
      const key = path.join('/');
      const known = counts.get(key);
      if (known) known.count += 1;
      else if (path.length <= 6) counts.set(key, { count: 1, hasChildren: false });
    },
    close: () => {
      path.pop();
    },
  }));
  for (const _ of events);
  let best: string | undefined;
  let bestCount = REPEATS - 1;
  for (const [key, { count, hasChildren }] of counts) {
    if (!hasChildren || count <= bestCount) continue;
    // A list inside the records repeats more often than they do: the outer one is the record.
    if (best !== undefined && key.startsWith(`${best}/`)) continue;
    [best, bestCount] = [key, count];
  }
  return best;
}

type State = {
  readonly path: string[];
  record: { values: Map<string, Cell>; depth: number } | undefined;
  text: string;
};

function handlers(wanted: string, emit: (feature: XmlFeature) => void): XmlHandlers {
  const state: State = { path: [], record: undefined, text: '' };
  const layer = wanted.slice(wanted.lastIndexOf('/') + 1);
  return {
    open: (name, attributes) => {
      state.path.push(name);
      state.text = '';
      if (!state.record && state.path.join('/') === wanted) {
        state.record = { values: new Map(), depth: state.path.length };
      }
      if (state.record)
        addAttributes(state.record.values, state.path.slice(state.record.depth), attributes);
    },
    text: (text) => {
      state.text += text;
    },
    close: () => {
      const { record, path, text } = state;
      if (record && path.length === record.depth) {
        emit({ layer, values: record.values, geometry: null });
        state.record = undefined;
      } else if (record && text.trim() !== '') {
        addValue(record.values, path.slice(record.depth).join('.'), text.trim());
      }
      path.pop();
      state.text = '';
    },
  };
}

function addAttributes(
  values: Map<string, Cell>,
  path: readonly string[],
  attributes: Attributes,
): void {
  for (const [name, value] of Object.entries(attributes))
    addValue(values, [...path, name].join('.'), value);
}
