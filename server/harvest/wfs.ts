import type { Failed } from './fetched.ts';
import { openFeaturePages } from './geojson-pages.ts';
import { countMembers, joinGml } from './gml-pages.ts';
import {
  broken,
  fileNameOf,
  type Harvested,
  MOST_BYTES,
  MOST_PAGES,
  notWhat,
  type Protocol,
  passing,
  type Said,
  textOf,
} from './harvested.ts';
import type { WfsLayer, WfsService } from './wfs-capabilities.ts';
import { type Asking, askPage, askService, countAll, paramOf } from './wfs-request.ts';

/** Features asked for at a time of a server that pages. */
const PAGE = 2_000;

/**
 * A feature type of a Web Feature Service 1.0, 1.1 or 2.0, whatever its address holds beside. GeoJSON where the
 * server has it, GML else; in the system the server keeps; page by page where it can, and counted against what it
 * says it has.
 * Source: OGC 02-058, OGC 04-094, OGC 09-025r2
 */
export const harvestWfs: Protocol = async ({ url, layer: wanted }, get) => {
  const typed = paramOf(url, 'typenames') ?? paramOf(url, 'typename');
  const service = await askService(url, get);
  if ('status' in service) return service;
  const layer = chooseLayer(service, wanted ?? typed);
  if (!layer) return broken(nameOne(service, wanted ?? typed));
  const asking = { url, service, layer, get };
  const total = await countAll(asking);
  if (typeof total === 'object') return total;
  return service.hasJson && service.version !== '1.0.0'
    ? await asGeoJson(asking, total)
    : await asGml(asking, total);
};

/** By its whole name, its name without prefix, or its title; the only one when none is named. */
function chooseLayer({ layers }: WfsService, wanted: string | undefined): WfsLayer | undefined {
  if (wanted === undefined) return layers.length === 1 ? layers[0] : undefined;
  const bare = (name: string): string => name.slice(name.lastIndexOf(':') + 1).toLowerCase();
  return (
    layers.find(({ name, title }) => name === wanted || title === wanted) ??
    layers.find(({ name }) => bare(name) === bare(wanted))
  );
}

function nameOne({ layers }: WfsService, wanted: string | undefined): string {
  const list = layers.slice(0, 20).map(({ name }) => name);
  if (list.length === 0) return 'The server lists no feature types.';
  const wrong = wanted === undefined ? '' : `The server has no feature type “${wanted}”. `;
  return `${wrong}Say which: ${list.join(', ')}${layers.length > list.length ? ', …' : ''}.`;
}

/** Takes a page in. @returns how many features it had; nothing when they cannot be counted */
type TakePage = (bytes: Uint8Array) => number | undefined | Failed;

/** Page after page until the last. @returns how many features there were, as far as they can be counted */
async function pageThrough(
  asking: Asking,
  format: Readonly<Record<string, string>>,
  take: TakePage,
): Promise<number | undefined | Failed> {
  const { canPage, version } = asking.service;
  const size = version.startsWith('2') ? 'count' : 'maxFeatures';
  let count = 0;
  for (let page = 0; page < MOST_PAGES; page++) {
    const paging = { [size]: String(PAGE), startIndex: String(count) };
    const got = await askPage(asking, { ...format, ...(canPage ? paging : {}) });
    if ('status' in got) return got;
    const taken = take(got.bytes);
    if (typeof taken !== 'number') return taken;
    count += taken;
    // a server may give fewer at a time than it is asked for: the last page is the empty one
    if (!canPage || taken === 0) return count;
  }
  return broken('The server has more pages than are fetched.');
}

const short = (total: number, got: number): Failed =>
  passing(`The server said that it has ${total} features and gave ${got}.`);

async function asGeoJson(asking: Asking, total: number | undefined): Promise<Harvested> {
  const pages = openFeaturePages();
  let crs: string | undefined;
  const count = await pageThrough(asking, { outputFormat: 'application/json' }, (bytes) => {
    const read = readFeatures(bytes);
    if (!read) return broken(notWhat('features as GeoJSON', bytes));
    crs ??= read.crs;
    pages.add(read.features);
    return read.features.length;
  });
  if (typeof count === 'object') return count;
  if (total !== undefined && pages.count() < total) return short(total, pages.count());
  return pages.finish(asking.layer.title || asking.layer.name, crs, saidOf(asking));
}

function readFeatures(bytes: Uint8Array): { features: unknown[]; crs?: string } | undefined {
  try {
    const json = JSON.parse(textOf(bytes)) as {
      features?: unknown;
      crs?: { properties?: { name?: unknown } };
    };
    if (!Array.isArray(json.features)) return undefined;
    const name = json.crs?.properties?.name;
    return { features: json.features, ...(typeof name === 'string' ? { crs: name } : {}) };
  } catch {
    return undefined;
  }
}

async function asGml(asking: Asking, total: number | undefined): Promise<Harvested> {
  const documents: string[] = [];
  let size = 0;
  const count = await pageThrough(asking, {}, (bytes) => {
    const text = textOf(bytes);
    size += bytes.byteLength;
    if (!/<(?:\w+:)?FeatureCollection\b/.test(text))
      return broken(notWhat('features as GML', bytes));
    if (size > MOST_BYTES) return broken(`The layer is larger than ${MOST_BYTES / 1e6} MB.`);
    const members = countMembers(text);
    if (documents.length === 0 || members !== 0) documents.push(text);
    return members;
  });
  if (typeof count === 'object') return count;
  if (total !== undefined && count !== undefined && count < total) return short(total, count);
  const { name, title } = asking.layer;
  return {
    status: 'harvested',
    fileName: fileNameOf(title || name, 'gml'),
    bytes: Buffer.from(joinGml(documents)),
    known: {},
    said: saidOf(asking),
  };
}

const saidOf = ({ service, layer }: Asking): Said => ({
  title: layer.title || layer.name,
  ...(service.constraints === undefined ? {} : { licence: service.constraints }),
});
