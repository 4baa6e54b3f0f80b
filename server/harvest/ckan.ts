import { z } from 'zod';
import { harvestFile } from './file.ts';
import { broken, getJson, type Protocol } from './harvested.ts';

const Resource = z.object({
  id: z.string(),
  name: z.string().nullish(),
  url: z.string(),
  format: z.string().nullish(),
});
type Resource = z.infer<typeof Resource>;

const Answer = z.object({
  success: z.literal(true),
  result: z.object({
    title: z.string().nullish(),
    license_title: z.string().nullish(),
    license_url: z.string().nullish(),
    resources: z.array(Resource),
  }),
});

/** Formats a resource may have, the one to take first: by what they keep of shapes and types. */
const FORMATS = [
  'gpkg',
  'geojson',
  'shp',
  'gml',
  'csv',
  'xlsx',
  'ods',
  'kml',
  'kmz',
  'json',
  'xls',
  'zip',
];

/**
 * A resource of a CKAN portal's dataset, by the dataset's page or id (`package_show` of the Action API 3): the one
 * that is named, or the only one, or the format that keeps most.
 * Source: https://docs.ckan.org/en/latest/api/
 */
export const harvestCkan: Protocol = async ({ url, layer }, get, known) => {
  const address = packageAddress(url);
  if (address === undefined) {
    return broken('This is no dataset of a CKAN portal: its address holds /dataset/ or ?id=.');
  }
  const told = await getJson(get, address);
  if ('status' in told) return told;
  const read = Answer.safeParse(told.json);
  if (!read.success) return broken('The portal does not describe this dataset as CKAN does.');
  const { title, license_title, license_url, resources } = read.data.result;
  const chosen = choose(resources, layer);
  if (chosen === undefined) return broken(nameOne(resources, layer));
  const file = URL.parse(chosen.url, address)?.href ?? chosen.url;
  const got = await harvestFile({ kind: 'file', url: file }, get, known);
  if (got.status !== 'harvested') return got;
  return {
    ...got,
    said: {
      ...(title ? { title } : {}),
      ...(license_title ? { licence: license_title } : {}),
      ...(license_url ? { licenceUrl: license_url } : {}),
    },
  };
};

function choose(resources: readonly Resource[], layer: string | undefined): Resource | undefined {
  if (layer !== undefined) return resources.find(({ id, name }) => id === layer || name === layer);
  const ranked = resources
    .map((resource) => ({ resource, rank: FORMATS.indexOf(formatOf(resource)) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank);
  const [best, next] = ranked;
  // two of the same kind may be two years or two halves: a person must say which
  return best && best.rank !== next?.rank ? best.resource : undefined;
}

/** `GeoJSON`, `.csv`, `ESRI Shapefile` → our word for it; the ending of the address where nothing is said. */
function formatOf({ format, url }: Resource): string {
  const said = (format ?? '').toLowerCase();
  if (said.includes('shape') || said.includes('shp')) return 'shp';
  if (said.includes('geopackage')) return 'gpkg';
  if (said.includes('excel')) return 'xlsx';
  const word = said.replaceAll(/[^a-z]/g, '');
  if (word !== '') return word;
  return /\.([a-z]+)(?:\?|$)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}

function nameOne(resources: readonly Resource[], layer: string | undefined): string {
  const list = resources
    .slice(0, 12)
    .map(({ id, name, format }) => `${name || id} (${format ?? '?'})`);
  const wrong = layer === undefined ? '' : `The dataset has no resource “${layer}”. `;
  return list.length === 0
    ? 'The dataset has no files.'
    : `${wrong}Say which of its files: ${list.join('; ')}.`;
}

/** `…/api/3/action/package_show?id=<id>`, from that or from the dataset's page. */
function packageAddress(address: string): string | undefined {
  const url = new URL(address);
  const [, base = '', onPage] = /^(.*)\/dataset\/([^/]+)/.exec(url.pathname) ?? [];
  const [, apiBase] = /^(.*)\/api\/(?:3\/)?action\/package_show/.exec(url.pathname) ?? [];
  const id = apiBase === undefined ? onPage : (url.searchParams.get('id') ?? undefined);
  if (id === undefined) return undefined;
  return `${url.origin}${apiBase ?? base}/api/3/action/package_show?id=${encodeURIComponent(decodeURIComponent(id))}`;
}
