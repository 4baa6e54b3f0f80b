import type { Geometry, Position } from 'geojson';
import type { Cell, DeclaredCrs, DecodedFile } from '#data/schema/flow.ts';
import { authorsOf } from './hidden/authors.ts';
import { statementInHead } from './licence-text.ts';
import { refuse } from './refusal.ts';
import type { Source } from './source.ts';
import { addValue, layersOf, type XmlFeature } from './xml/layers.ts';
import { type Attributes, readXml, readXmlText, type XmlHandlers } from './xml/reader.ts';

/** Source: GPX 1.1 schema: latitude and longitude of WGS 84. */
const CRS: DeclaredCrs = { id: 'EPSG:4326', text: 'GPX', axis: 'xy' };

const LAYERS: Readonly<Record<string, string>> = { wpt: 'waypoints', rte: 'routes', trk: 'tracks' };

/**
 * GPX: waypoints, routes and tracks, a layer each.
 *
 * @throws Refusal when it holds none
 */
export function decodeGpx(source: Source): DecodedFile {
  const file = readXmlText(source.bytes);
  const { layers, issues } = layersOf(() => readXml<XmlFeature>(file, handlers));
  if (layers.length === 0)
    return refuse('file.empty', 'The GPX holds no waypoint, route or track.');
  return {
    format: 'gpx',
    encoding: file.encoding,
    layers,
    issues: [...file.issues, ...issues],
    hidden: authorsOf('GPX', source.bytes),
    licenceStatements: statementInHead(source.bytes, /<(wpt|rte|trk)[\s>]/, 'head of the GPX'),
  };
}

type Item = {
  readonly kind: string;
  readonly values: Map<string, Cell>;
  readonly lines: Position[][];
  fault: string | undefined;
};

type State = { item: Item | undefined; readonly path: string[]; text: string };

function handlers(emit: (feature: XmlFeature) => void): XmlHandlers {
  const state: State = { item: undefined, path: [], text: '' };
  return {
    open: (name, attributes) => {
      state.path.push(name);
      state.text = '';
      open(state, name, attributes);
    },
    text: (text) => {
      state.text += text;
    },
    close: (name) => {
      state.path.pop();
      const { item } = state;
      if (!item) return;
      if (name === item.kind) {
        emit(featureOf(item));
        state.item = undefined;
      } else close(item, name, state);
      state.text = '';
    },
  };
}

function open(state: State, name: string, attributes: Attributes): void {
  if (!state.item && LAYERS[name] !== undefined) {
    state.item = {
      kind: name,
      values: new Map(),
      lines: name === 'trk' ? [] : [[]],
      fault: undefined,
    };
  }
  if (name === 'trkseg') state.item?.lines.push([]);
  if (/^(wpt|rtept|trkpt)$/.test(name) && state.item) addPosition(state.item, attributes);
}

function addPosition(item: Item, attributes: Attributes): void {
  const position = [Number(attributes.lon || Number.NaN), Number(attributes.lat || Number.NaN)];
  if (position.every(Number.isFinite)) item.lines.at(-1)?.push(position);
  else item.fault ??= 'A position has no proper lat and lon.';
}

/** What stands in the item or its extensions is its column; what stands in a position of it is not. */
function close(item: Item, name: string, { path, text }: State): void {
  const inside = path.slice(path.indexOf(item.kind) + 1);
  const isOwn = inside.length === 0 || inside[0] === 'extensions';
  if (isOwn && text.trim() !== '') addValue(item.values, name, text.trim());
}

function featureOf({ kind, values, lines, fault }: Item): XmlFeature {
  return {
    layer: LAYERS[kind] ?? kind,
    values,
    crs: CRS,
    geometry: fault ?? geometryOf(kind, lines),
  };
}

function geometryOf(kind: string, lines: Position[][]): Geometry | null {
  const filled = lines.filter((line) => line.length > 0);
  const [first] = filled;
  if (!first?.[0]) return null;
  if (kind === 'wpt') return { type: 'Point', coordinates: first[0] };
  return filled.length === 1
    ? { type: 'LineString', coordinates: first }
    : { type: 'MultiLineString', coordinates: filled };
}
