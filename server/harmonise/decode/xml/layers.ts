import type { Geometry } from 'geojson';
import { issue } from '#data/issues/issue.ts';
import type { Cell, DeclaredCrs, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { gatherColumns } from '../json/columns.ts';
import { issueOf } from '../refusal.ts';

/** A feature as a streaming reader emits it. */
export type XmlFeature = {
  /** Layer it belongs to: folder, feature type. */
  readonly layer: string;
  /** Values by name; a name met twice keeps both, joined by `; `. */
  readonly values: ReadonlyMap<string, Cell>;
  /** Undefined when the vocabulary has no geometry there; a sentence when it is damaged. */
  readonly geometry: Geometry | null | string;
  readonly crs?: DeclaredCrs;
  /** The column that holds the id of the element itself; first of the values. */
  readonly idColumn?: string;
  /** True when arcs were replaced by straight lines. */
  readonly linearised?: boolean;
};

/** What a first pass over the features found out. */
type Seen = {
  readonly columns: ReturnType<typeof gatherColumns>;
  crs: DeclaredCrs | undefined;
  spatial: boolean;
  /** Features noted. */
  count: number;
  /** True while ids stand first and count up after the same word: the export made them. */
  hasMadeIds: boolean;
  /** That word, and the number of the first. */
  madeFrom: string | undefined;
};

/** Layers and what stopped the reader, if anything did. */
export type XmlLayers = {
  readonly layers: readonly DecodedLayer[];
  readonly issues: readonly Issue[];
};

/**
 * Group the features of an XML file into layers, reading it once for the columns and once for each
 * call of `records`. A file that breaks off keeps the features before the break.
 *
 * @throws Refusal when it breaks before its first feature
 */
export function layersOf(features: () => Iterable<XmlFeature>): XmlLayers {
  const seen = new Map<string, Seen>();
  const issues: Issue[] = [];
  try {
    for (const feature of features()) note(seen, feature);
  } catch (thrown) {
    const found = issueOf(thrown);
    if (!found || seen.size === 0 || found.code === 'file.doctype') throw thrown;
    issues.push({ ...found, severity: 'error' });
  }
  const layers = [...seen].map(([name, about]) => layerOf(name, about, features));
  return { layers, issues };
}

const unseen = (): Seen => ({
  columns: gatherColumns(),
  crs: undefined,
  spatial: false,
  count: 0,
  hasMadeIds: true,
  madeFrom: undefined,
});

function note(seen: Map<string, Seen>, feature: XmlFeature): void {
  const { layer, values, geometry, crs } = feature;
  const about = seen.get(layer) ?? unseen();
  seen.set(layer, about);
  noteId(about, feature);
  for (const name of values.keys()) about.columns.place(name);
  about.crs ??= crs;
  about.spatial ||= geometry !== null;
}

/** `roads.0`, `roads.1` … or `ID_00001`, `ID_00002` …: numbers in the order of the file. */
function noteId(about: Seen, { idColumn, values }: XmlFeature): void {
  const id = idColumn === undefined ? undefined : values.get(idColumn);
  const [, word, figures] = /^(.*?)(\d{1,9})$/.exec(typeof id === 'string' ? id : '') ?? [];
  const from = figures === undefined ? undefined : `${word}${Number(figures) - about.count}`;
  about.madeFrom ??= from;
  // Counting from 0 or 1 after a word: a bare number may be the publisher's own.
  const isMade = from === about.madeFrom && word !== '' && /\D[01]$/.test(from ?? '');
  about.hasMadeIds &&= isMade;
  about.count += 1;
}

/** How many columns at the left are left out. */
const madeColumns = ({ hasMadeIds, count }: Seen): number => (hasMadeIds && count > 1 ? 1 : 0);

function layerOf(name: string, about: Seen, features: () => Iterable<XmlFeature>): DecodedLayer {
  return {
    name,
    columns: about.columns.names.slice(madeColumns(about)),
    spatial: about.spatial,
    ...(about.crs === undefined ? {} : { crs: about.crs }),
    records: (report) => recordsOf(name, about, features, report),
  };
}

type Report = (found: Issue) => void;

function* recordsOf(
  layer: string,
  about: Seen,
  features: () => Iterable<XmlFeature>,
  report: Report,
): Generator<RawRecord> {
  let line = 0;
  try {
    for (const feature of features()) {
      if (feature.layer !== layer) continue;
      line += 1;
      yield recordOf(feature, about, { layer, line, report });
    }
  } catch (thrown) {
    // The first pass has told of the break already.
    if (issueOf(thrown) === undefined) throw thrown;
  }
}

function recordOf(feature: XmlFeature, about: Seen, told: Told): RawRecord {
  const { layer, line, report } = told;
  const { columns, spatial, crs } = about;
  const values = new Array<Cell>(columns.names.length).fill(null);
  for (const [name, value] of feature.values) values[columns.place(name)] = value;
  if (madeColumns(about) > 0) values.shift();
  if (feature.linearised) report(issue('geom.curve-linearised', { layer, line }));
  if (feature.crs && feature.crs.id !== crs?.id) {
    report(issue('crs.mixed-within-file', { layer, line, value: feature.crs.text }));
  }
  return spatial ? { line, values, geometry: geometryOf(feature, told) } : { line, values };
}

type Told = { readonly layer: string; readonly line: number; readonly report: Report };

function geometryOf({ geometry }: XmlFeature, { layer, line, report }: Told): Geometry | null {
  if (typeof geometry !== 'string') return geometry;
  report(issue('geom.parse-failed', { layer, line }, geometry));
  return null;
}

/** Add a value under a name, joined to what stands there. */
export function addValue(values: Map<string, Cell>, name: string, value: string): void {
  const known = values.get(name);
  values.set(
    name,
    known === undefined || known === null || known === '' ? value : `${known}; ${value}`,
  );
}
