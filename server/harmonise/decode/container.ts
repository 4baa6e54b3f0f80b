import { gunzipSync } from 'node:zlib';
import { issue } from '#data/issues/issue.ts';
import type { DecodedFile, DecodedLayer, Format } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { licenceIn } from './licence-text.ts';
import { refuse } from './refusal.ts';
import { baseOf, extensionOf, type Part } from './source.ts';
import { readText, wholeText } from './text.ts';
import { openZip } from './zip/index.ts';

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
export function openContainer(bytes: Uint8Array): Opened {
  const { parts, issues } = openZip(bytes);
  if (parts.length === 0)
    return refuse('file.empty', 'The archive holds no file that can be read.');
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
  if (has(/\.gdbtable$/)) return 'filegdb';
  if (has(/\.shp$/)) return 'shapefile';
  if (names.length > 0 && has(/\.kml$/) && !has(/\.(csv|geojson|gpkg|gml|xlsx)$/)) return 'kmz';
  return undefined;
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

const DOCUMENT =
  /\.(txt|md|html?|xml|rtf|pdf|docx?|xsd|sld|qml|qmd|lyr|png|jpe?g|gif|svg|css|js|license)$/i;
const TOLD = /\.(txt|md|html?|xml)$/i;
/** Larger documents are not searched for their licence. */
const DOCUMENT_LIMIT = 1_000_000;

/** Parts of a table that are no table of their own. */
const SIDECAR = /\.(dat|map|id|ind|mid|prj|cpg|qpj|sbn|sbx|shx|qix|aux|tfw)$/i;

/** Members that are data, not papers about it or parts of others. */
export const dataParts = (parts: readonly Part[]): Part[] => {
  const data = parts.filter(({ name }) => !DOCUMENT.test(name) && !SIDECAR.test(name));
  // Register exports (NaPTAN) are .xml, and some servers call every download .txt or .json.
  return data.length > 0 ? data : parts.filter(({ name }) => /\.(xml|txt|json)$/i.test(name));
};

/** What the papers beside the data say of its licence. */
export function licenceBeside(parts: readonly Part[]): string | undefined {
  const said: string[] = [];
  for (const { name, bytes } of parts) {
    const base = baseOf(name);
    if (!TOLD.test(base) && !/^(readme|licen[cs]e|copying|notice)$/i.test(base)) continue;
    if (extensionOf(base) === 'xml' && /^(doc|content|styles|meta|settings)\.xml$/i.test(base))
      continue;
    const read = bytes();
    if (read.length > DOCUMENT_LIMIT) continue;
    const found = licenceIn(wholeText(readText(read)).replaceAll(/<[^>]*>/g, '\n'));
    if (found) said.push(found);
  }
  return said.length === 0 ? undefined : said.join('\n').slice(0, 2000);
}

/** Files decoded one by one, put together as one. */
export function together(files: readonly { name: string; file: DecodedFile }[]): DecodedFile {
  const [first] = files;
  if (!first) return refuse('file.empty', 'The archive holds no file that can be read.');
  if (files.length === 1) return first.file;
  const message = `The archive holds ${files.length} data files; each is taken as a layer.`;
  const layers: DecodedLayer[] = files.flatMap(({ file }) => file.layers);
  return {
    ...first.file,
    layers,
    issues: [
      issue('file.archive-multiple-datasets', {}, message),
      ...files.flatMap(({ file }) => file.issues),
    ],
  };
}
