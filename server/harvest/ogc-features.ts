import { z } from 'zod';
import type { Failed } from './fetched.ts';
import { openFeaturePages } from './geojson-pages.ts';
import {
  broken,
  type Get,
  getJson,
  type Harvested,
  MOST_PAGES,
  notWhat,
  type Protocol,
  passing,
  textOf,
  withQuery,
} from './harvested.ts';

const Link = z.object({ rel: z.string(), href: z.string(), type: z.string().nullish() });
const Collection = z.object({
  id: z.string(),
  title: z.string().nullish(),
  license: z.string().nullish(),
  links: z.array(Link).optional(),
  crs: z.array(z.string()).optional(),
  storageCrs: z.string().optional(),
});
type Collection = z.infer<typeof Collection>;
const Collections = z.object({ collections: z.array(Collection) });
const Page = z.object({
  features: z.array(z.unknown()),
  links: z.array(Link).optional(),
  numberMatched: z.number().optional(),
});

const GRID = /\/EPSG\/[^/]*\/27700$/;
/** Features asked for at a time. */
const PAGE = 1_000;

/**
 * A collection of an OGC API – Features server, page by page along its `next` links. In National Grid metres where
 * the server has them (Part 2), so that nothing is moved twice.
 * Source: OGC 17-069r4, OGC 18-058r1
 */
export const harvestOgcFeatures: Protocol = async ({ url, layer }, get) => {
  const found = await findCollection(url, layer, get);
  if ('status' in found) return found;
  const { collection, address } = found;
  const grid = [collection.storageCrs ?? '', ...(collection.crs ?? [])].find((crs) =>
    GRID.test(crs),
  );
  const query = { f: 'json', limit: String(PAGE), ...(grid === undefined ? {} : { crs: grid }) };
  return await pageThrough(withQuery(`${address}/items`, query), collection, get);
};

async function pageThrough(first: string, collection: Collection, get: Get): Promise<Harvested> {
  const pages = openFeaturePages();
  let crs: string | undefined;
  let matched: number | undefined;
  let next: string | undefined = first;
  for (let page = 0; next !== undefined; page++) {
    if (page === MOST_PAGES) return broken('The server has more pages than are fetched.');
    const read = await askPage(next, get);
    if ('status' in read) return read;
    crs = read.crs;
    matched ??= read.page.numberMatched;
    pages.add(read.page.features);
    next = onwardOf(read.page, next, first);
  }
  if (matched !== undefined && pages.count() < matched) {
    return passing(`The server said that it has ${matched} features and gave ${pages.count()}.`);
  }
  const { title, license, id } = collection;
  const said = { ...(title ? { title } : {}), ...(license ? { licence: license } : {}) };
  const isGrid = crs !== undefined && GRID.test(crs);
  return pages.finish(title || id, isGrid ? 'urn:ogc:def:crs:EPSG::27700' : undefined, said);
}

type Page = z.infer<typeof Page>;
type Asked = { readonly page: Page; readonly crs: string | undefined };

async function askPage(address: string, get: Get): Promise<Asked | Failed> {
  const got = await get(address);
  if (got.status === 'unchanged') return passing('The server answered “unchanged” unasked.');
  if (got.status === 'failed') return got;
  const page = readPage(got.bytes);
  return page ? { page, crs: got.contentCrs } : broken(notWhat('features as GeoJSON', got.bytes));
}

/** The next page, if there is one; a server behind a proxy may give the address it has inside. */
function onwardOf({ links, features }: Page, here: string, first: string): string | undefined {
  const href = links?.find(({ rel }) => rel === 'next')?.href;
  if (href === undefined || features.length === 0) return undefined;
  const next = new URL(href, here);
  return next.origin === new URL(first).origin ? next.href : moved(next.href, first);
}

function readPage(bytes: Uint8Array): z.infer<typeof Page> | undefined {
  try {
    return Page.safeParse(JSON.parse(textOf(bytes))).data;
  } catch {
    return undefined;
  }
}

/** The query of an address on the path of the first. */
function moved(address: string, first: string): string {
  const url = new URL(first);
  url.search = new URL(address).search;
  return url.href;
}

type Found = { readonly collection: Collection; readonly address: string };

/** The collection an address or a name stands for. */
async function findCollection(
  url: string,
  layer: string | undefined,
  get: Get,
): Promise<Found | Failed> {
  const { origin, pathname } = new URL(url);
  const split = /^(.*)\/collections(?:\/([^/]+))?/.exec(pathname);
  const list = `${origin}${split ? split[1] : pathname.replace(/\/$/, '')}/collections`;
  const inPath = split?.[2];
  const id = layer ?? (inPath === undefined ? undefined : decodeURIComponent(inPath));
  return id === undefined ? await onlyCollection(list, get) : await namedCollection(list, id, get);
}

async function namedCollection(list: string, id: string, get: Get): Promise<Found | Failed> {
  const address = `${list}/${encodeURIComponent(id)}`;
  const told = await getJson(get, withQuery(address, { f: 'json' }));
  if ('status' in told) return told;
  const collection = Collection.safeParse(told.json).data;
  return collection
    ? { collection, address }
    : broken('The server does not describe this collection as OGC API Features does.');
}

async function onlyCollection(list: string, get: Get): Promise<Found | Failed> {
  const told = await getJson(get, withQuery(list, { f: 'json' }));
  if ('status' in told) return told;
  const { collections = [] } = Collections.safeParse(told.json).data ?? {};
  const [only, ...more] = collections;
  if (only && more.length === 0) {
    return { collection: only, address: `${list}/${encodeURIComponent(only.id)}` };
  }
  const names = collections.slice(0, 20).map(({ id }) => id);
  return broken(
    names.length === 0
      ? 'The server lists no collections.'
      : `Say which collection: ${names.join(', ')}.`,
  );
}
