import { z } from 'zod';
import { ask } from './arcgis-answer.ts';
import { findLayer, type Layer } from './arcgis-layer.ts';
import { readEsriShape } from './esri-shape.ts';
import type { Failed } from './fetched.ts';
import { openFeaturePages } from './geojson-pages.ts';
import { broken, type Get, MOST_PAGES, type Protocol, passing, withQuery } from './harvested.ts';

const Feature = z.object({
  attributes: z.record(z.string(), z.unknown()),
  geometry: z.unknown().optional(),
});
const Page = z.object({
  features: z.array(Feature),
  exceededTransferLimit: z.boolean().optional(),
});
type Page = z.infer<typeof Page>;

/** Features asked for at a time where the server does not say; its own limit at most. */
const PAGE = 1_000;
/** Object ids in one address of a server that cannot page: it takes about 2,000 characters. */
const IDS = 150;

/**
 * A layer of an ArcGIS server, in the coordinates it keeps, page by page in the order of its object ids, so that
 * nothing is moved by the server's own rough transformation and equal data gives equal bytes.
 * Source: https://developers.arcgis.com/rest/services-reference/enterprise/query-feature-service-layer/
 */
export const harvestArcgis: Protocol = async ({ url, layer: wanted }, get) => {
  const found = await findLayer(url, wanted, get);
  if ('status' in found) return found;
  const { layer, address } = found;
  const total = await countAll(address, get);
  if (typeof total === 'object') return total;
  const pages = openFeaturePages();
  const reading = { address, layer, get, take: (page: Page) => pages.add(featuresOf(page, layer)) };
  const fault = layer.canPage ? await byOffset(reading, total) : await byIds(reading);
  if (fault) return fault;
  if (pages.count() !== total) {
    return passing(
      `The server said that the layer has ${total} features and gave ${pages.count()}.`,
    );
  }
  return pages.finish(layer.name, crsOf(layer.wkid), layer.said);
};

const WHERE = { where: '1=1', f: 'json' };

async function countAll(address: string, get: Get): Promise<number | Failed> {
  const told = await ask(withQuery(`${address}/query`, { ...WHERE, returnCountOnly: 'true' }), get);
  if ('status' in told) return told;
  const { count } = z.object({ count: z.number() }).safeParse(told.json).data ?? {};
  return count ?? broken('The server does not say how many features the layer has.');
}

type Reading = {
  readonly address: string;
  readonly layer: Layer;
  readonly get: Get;
  readonly take: (page: Page) => void;
};

async function byOffset(reading: Reading, total: number): Promise<Failed | undefined> {
  const { address, layer, get, take } = reading;
  const size = Math.min(layer.mostRecords ?? PAGE, PAGE);
  for (let offset = 0, page = 0; offset < total; page++) {
    if (page === MOST_PAGES) return broken('The layer has more pages than are fetched.');
    const got = await askPage(address, get, {
      ...shapesOf(layer),
      ...WHERE,
      orderByFields: layer.idField,
      resultOffset: String(offset),
      resultRecordCount: String(size),
    });
    if ('status' in got) return got;
    if (got.features.length === 0) return undefined;
    take(got);
    offset += got.features.length;
  }
  return undefined;
}

async function byIds({ address, layer, get, take }: Reading): Promise<Failed | undefined> {
  const told = await ask(withQuery(`${address}/query`, { ...WHERE, returnIdsOnly: 'true' }), get);
  if ('status' in told) return told;
  const shape = z.object({ objectIds: z.array(z.number()).nullable() });
  const ids = (shape.safeParse(told.json).data?.objectIds ?? []).toSorted((a, b) => a - b);
  for (let at = 0; at < ids.length; at += IDS) {
    const got = await askPage(address, get, {
      ...shapesOf(layer),
      f: 'json',
      objectIds: ids.slice(at, at + IDS).join(','),
    });
    if ('status' in got) return got;
    take(got);
  }
  return undefined;
}

const shapesOf = ({ wkid }: Layer): Record<string, string> => ({
  outFields: '*',
  returnGeometry: 'true',
  ...(wkid === undefined ? {} : { outSR: String(wkid) }),
});

async function askPage(
  address: string,
  get: Get,
  query: Record<string, string>,
): Promise<Page | Failed> {
  const told = await ask(withQuery(`${address}/query`, query), get);
  if ('status' in told) return told;
  return (
    Page.safeParse(told.json).data ?? broken('The server’s features are not in the form of ArcGIS.')
  );
}

function featuresOf({ features }: Page, layer: Layer): unknown[] {
  return features.map(({ attributes, geometry }) => ({
    type: 'Feature',
    properties: propertiesOf(attributes, layer),
    geometry: readEsriShape(geometry),
  }));
}

/** Values as people read them: days for milliseconds, the words of a coded value beside its code. */
function propertiesOf(
  attributes: Record<string, unknown>,
  { dates, codes }: Layer,
): Record<string, unknown> {
  const entries = Object.entries(attributes).flatMap(([name, value]): [string, unknown][] => {
    if (dates.has(name)) return [[name, dayOf(value)]];
    const words = codes.get(name)?.get(String(value));
    return words === undefined || words === String(value)
      ? [[name, value]]
      : [
          [name, words],
          [`${name} code`, value],
        ];
  });
  return Object.fromEntries(entries);
}

/** Milliseconds since 1970 as an ISO 8601 day, with the time where there is one. */
function dayOf(value: unknown): unknown {
  if (typeof value !== 'number' || Math.abs(value) > 8.64e15) return value;
  const text = new Date(value).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.replace(/\.000Z$/, 'Z');
}

/** ArcGIS numbers of systems that EPSG has under another. */
const SAME_AS: Readonly<Record<number, number>> = { 102100: 3857, 102113: 3857, 3785: 3857 };

const crsOf = (wkid: number | undefined): string | undefined =>
  wkid === undefined || wkid === 4326
    ? undefined
    : `urn:ogc:def:crs:EPSG::${SAME_AS[wkid] ?? wkid}`;
