import type { Position } from 'geojson';
import type { Cell, DeclaredCrs, DecodedFile } from '#data/schema/flow.ts';
import { eachPosition, type NativeGeometry } from '#data/schema/geometry.ts';
import { declare } from './crs.ts';
import { statementInHead } from './licence-text.ts';
import { refuse } from './refusal.ts';
import type { Source } from './source.ts';
import type { TextFile } from './text.ts';
import { type GmlGeometry, gmlGeometry, isGmlGeometry } from './xml/gml-geometry.ts';
import { addValue, layersOf, type XmlFeature } from './xml/layers.ts';
import { type Attributes, readXml, readXmlText, type XmlHandlers } from './xml/reader.ts';

/**
 * GML 2, 3 and 3.2 and the answers of WFS 1.0 to 2.0: every feature type is a layer, nested
 * properties are columns with dotted names.
 *
 * @throws Refusal when it holds no feature
 */
export function decodeGml(source: Source): DecodedFile {
  const file = readXmlText(source.bytes);
  const { layers, issues } = layersOf(() => featuresOf(file));
  if (layers.length === 0) return refuse('file.empty', 'The GML holds no feature.');
  return {
    format: 'gml',
    encoding: file.encoding,
    layers,
    issues: [...file.issues, ...issues],
    licenceStatements: statementInHead(source.bytes, /<[\w:]*members?[\s>]/i, 'head of the GML'),
  };
}

function featuresOf(file: TextFile): Iterable<XmlFeature> {
  return readXml<XmlFeature>(file, featureHandlers);
}

/** An element inside the feature being read. */
type Level = { readonly name: string; hasChildren: boolean; readonly attributes: Attributes };

type Feature = {
  readonly type: string;
  readonly values: Map<string, Cell>;
  readonly path: Level[];
  geometry: GmlGeometry | undefined;
  /** Depth of `path` at which the geometry being built began. */
  geometryDepth: number;
  /** The first geometry; later ones become columns. */
  done: GmlGeometry | undefined;
};

type State = {
  /** Names of the elements round the feature. */
  readonly outer: string[];
  feature: Feature | undefined;
  /** The srsName of the whole collection. */
  srsName: string | undefined;
  text: string;
};

function featureHandlers(emit: (feature: XmlFeature) => void): XmlHandlers {
  const state: State = { outer: [], feature: undefined, srsName: undefined, text: '' };
  return {
    open: (name, attributes) => {
      state.text = '';
      if (state.feature) openIn(state.feature, name, attributes);
      else openOutside(state, name, attributes);
    },
    text: (text) => {
      state.text += text;
    },
    close: (name) => {
      const { feature } = state;
      if (!feature) state.outer.pop();
      else if (feature.path.length > 0) closeIn(feature, name, state.text);
      else {
        emit(finished(feature, state.srsName));
        state.feature = undefined;
      }
      state.text = '';
    },
  };
}

/** `featureMember`, `member`, `members`, `topographicMember`: what stands in them is a feature. */
const MEMBER = /members?$/i;

function openOutside(state: State, name: string, attributes: Attributes): void {
  if (MEMBER.test(state.outer.at(-1) ?? '') && name !== 'FeatureCollection') {
    state.feature = startFeature(name, attributes);
    return;
  }
  state.outer.push(name);
  state.srsName ??= attributes.srsName;
}

function startFeature(type: string, attributes: Attributes): Feature {
  const values = new Map<string, Cell>();
  const id = attributes.id ?? attributes.fid;
  if (id !== undefined) values.set('gml_id', id);
  return { type, values, path: [], geometry: undefined, geometryDepth: 0, done: undefined };
}

function openIn(feature: Feature, name: string, attributes: Attributes): void {
  const parent = feature.path.at(-1);
  if (parent) parent.hasChildren = true;
  const isBounds = feature.path.some((level) => level.name === 'boundedBy') || name === 'boundedBy';
  if (!feature.geometry && !isBounds && isGmlGeometry(name)) {
    feature.geometry = gmlGeometry();
    feature.geometryDepth = feature.path.length;
  }
  feature.geometry?.open(name, attributes);
  feature.path.push({ name, hasChildren: false, attributes });
}

function closeIn(feature: Feature, name: string, text: string): void {
  const { path, geometry } = feature;
  const level = path.pop();
  if (geometry) {
    geometry.close(name, text);
    if (path.length === feature.geometryDepth) endGeometry(feature, geometry);
    return;
  }
  if (!level || level.hasChildren || path[0]?.name === 'boundedBy') return;
  setProperty(feature.values, [...path.map((one) => one.name), name].join('.'), level, text.trim());
}

function endGeometry(feature: Feature, geometry: GmlGeometry): void {
  feature.geometry = undefined;
  if (feature.done === undefined) {
    feature.done = geometry;
    return;
  }
  const result = geometry.result();
  const name = feature.path.map((level) => level.name).join('.');
  addValue(feature.values, name, typeof result === 'string' ? result : JSON.stringify(result));
}

function setProperty(values: Map<string, Cell>, name: string, level: Level, text: string): void {
  const { href, nil, uom } = level.attributes;
  if (text !== '') addValue(values, name, text);
  else if (href !== undefined) addValue(values, name, href);
  else if (!values.has(name)) values.set(name, nil === undefined ? '' : null);
  if (uom !== undefined) values.set(`${name}.uom`, uom);
}

function finished({ type, values, done }: Feature, collection: string | undefined): XmlFeature {
  const geometry = done?.result() ?? null;
  const srsName = done?.srsName() ?? collection;
  const crs = done && srsName !== undefined ? crsOf(srsName, geometry) : undefined;
  return {
    layer: type,
    values,
    geometry,
    idColumn: 'gml_id',
    linearised: done?.linearised() === true,
    ...(crs === undefined ? {} : { crs }),
  };
}

/** Systems whose authority puts the northing or latitude first. Source: EPSG registry. */
const NORTH_FIRST: ReadonlySet<string> = new Set([
  'EPSG:4326',
  'EPSG:4258',
  'EPSG:4277',
  'EPSG:3035',
]);

/**
 * The long forms of a name (urn, http://…/def/crs) follow the authority's axis order. The short
 * `EPSG:4326` and GML 2's `epsg.xml#4326` mean x first, though some servers write latitude first:
 * then the coordinates decide. Source: OGC 09-048r5, GeoServer manual “WFS axis ordering”.
 */
function crsOf(srsName: string, geometry: NativeGeometry | null | string): DeclaredCrs {
  const crs = declare(srsName);
  if (crs.id === undefined || !NORTH_FIRST.has(crs.id) || /CRS:?84/i.test(srsName)) return crs;
  const isLong = /^urn:|\/def\/crs/i.test(srsName);
  const isNorthFirst = isLong || (crs.id !== 'EPSG:3035' && isLatitudeFirst(geometry));
  return isNorthFirst ? { ...crs, axis: 'yx' } : crs;
}

/** Degrees that lie in the British Isles only when the first is the latitude. */
function isLatitudeFirst(geometry: NativeGeometry | null | string): boolean {
  if (geometry === null || typeof geometry === 'string') return false;
  let isSo = true;
  eachPosition(geometry, ([x = 0, y = 0]: Position) => {
    isSo &&= x > 49 && x < 62 && y > -12 && y < 4;
  });
  return isSo;
}
