import { gunzipSync } from 'node:zlib';
import { issue } from '#data/issues/issue.ts';
import type { DecodedFile, Format } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { refuse } from './refusal.ts';
import type { Part } from './source.ts';
import { withStatements } from './statements.ts';
import { openZip, type Spent } from './zip/index.ts';

/** What an archive turns out to be once its list of contents is read. */
export type Opened = {
  /** The format its members make together; absent when they are to be decoded one by one. */
  readonly format?: Format;
  readonly parts: readonly Part[];
  readonly issues: readonly Issue[];
};

/** Inflated bytes of a .gz file, at most. */
const GZIP_LIMIT = 500_000_000;

/**
 * Open a zip and tell by its members what it is.
 *
 * @throws Refusal for office documents that are no workbook, and for everything `openZip` refuses
 */
export function openContainer(bytes: Uint8Array, spent: Spent): Opened {
  const { parts, issues } = openZip(bytes, spent);
  if (parts.length === 0)
    return refuse('file.empty', 'The archive holds folders and no files that can be read.');
  const format = formatOf(parts);
  return { parts, issues, ...(format === undefined ? {} : { format }) };
}

function formatOf(parts: readonly Part[]): Format | undefined {
  const names = parts.map(({ name }) => name.toLowerCase());
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.xml$/)) return 'xlsx';
  if (has(/^xl\/workbook\.bin$/)) {
    refuse('file.unsupported', 'Binary workbooks (.xlsb) are not read. Save it as .xlsx or .csv.');
  }
  if (has(/^(word|ppt)\//)) {
    refuse(
      'fetch.not-data-format',
      'This is a text document or a presentation. Publish the table as .csv or .xlsx.',
    );
  }
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return 'ods';
  refuseProjects(has);
  if (has(/\.kml$/) && !has(/\.(csv|geojson|json|gpkg|gml|xlsx|shp|gdbtable|tab|mif|zip)$/))
    return 'kmz';
  return undefined;
}

/** Projects of GIS programs hold maps that point to data elsewhere. */
function refuseProjects(has: (pattern: RegExp) => boolean): void {
  const isProject = has(/\.qgs$/) || has(/(^|\/)gisproject\.json$|^gisproject\.xml$/);
  if (isProject && !has(/\.(shp|gpkg|geojson|csv|gdbtable|tab|kml)$/)) {
    refuse(
      'fetch.not-data-format',
      'This is a project of a GIS program: it points to data and holds none. Publish its layers as GeoPackage or .csv.',
    );
  }
  if (has(/^index\/document\.iwa$/)) {
    refuse(
      'file.unsupported',
      'Apple Numbers and Pages files are not read. Save it as .xlsx or .csv.',
    );
  }
}

/** The bytes inside a .gz file. @throws Refusal beyond 500 MB or when damaged */
export function gunzip(bytes: Uint8Array): Uint8Array {
  const limit = Math.min(GZIP_LIMIT, bytes.length * 200 + 10_000_000);
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (thrown) {
    if ((thrown as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') {
      refuse(
        'file.archive-bomb-or-path-escape',
        'The file inflates beyond all measure (500 MB, or 200 to 1).',
      );
    }
    return refuse('file.corrupt', 'The .gz file is damaged or cut short.');
  }
}

/** Papers, styles and pictures, which are no data, and descriptions of a dataset as JSON. */
const DOCUMENT =
  /\.(txt|md|html?|xml|rtf|pdf|docx?|pptx?|xsd|xsl|sld|qml|qmd|qgs|lyrx?|mxd|style|png|jpe?g|gif|svg|tiff?|css|js|licen[cs]e|jsonld|rdf|ttl|url|ini|bat|sql|gfs)$|(^|\/)(datapackage|metadata|package|manifest|styles?)\.json$/i;
/** Parts of a table that are no table of their own. */
const SIDECAR =
  /\.(dat|map|id|ind|mid|prj|cpg|cst|qpj|sbn|sbx|shx|qix|fbn|fbx|ain|aih|atx|ixs|mxs|aux|tfw|fix|wal|shm|gpkg-(wal|shm)|gdbtabl[ex]|gdbindexes|spx|freelist|horizon)$/i;

/**
 * Members that are data, not papers about it or parts of others.
 *
 * @param isAll true when they are all there is: then one of the papers must hold the data
 */
export const dataParts = (parts: readonly Part[], isAll = true): Part[] => {
  const data = parts.filter(({ name }) => !DOCUMENT.test(name) && !SIDECAR.test(name));
  // Register exports (NaPTAN) are .xml, and some servers call every download .txt or .json.
  return data.length > 0 || !isAll
    ? data
    : parts.filter(({ name }) => /\.(xml|txt|json)$/i.test(name));
};

/** Files decoded one by one, put together as one. */
export function together(files: readonly { name: string; file: DecodedFile }[]): DecodedFile {
  const [first] = files;
  if (!first) return refuse('file.empty', 'The archive holds no file that can be read.');
  if (files.length === 1) return first.file;
  const message = `The archive holds ${files.length} data files; each is taken as a layer.`;
  return {
    ...first.file,
    layers: files.flatMap(({ file }) => file.layers),
    issues: [
      issue('file.archive-multiple-datasets', {}, message),
      ...files.flatMap(({ file }) => file.issues),
    ],
    licenceStatements: files.flatMap(
      ({ file }) => withStatements(file, []).licenceStatements ?? [],
    ),
    hidden: files.flatMap(({ file }) => file.hidden ?? []),
  };
}
