import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { HARVEST_KINDS, type HarvestRule } from '#data/schema/harvest.ts';
import { guessKind, harvest } from './index.ts';
import { type Answer, openPortal, type Portal } from './test-portal.ts';

let portal: Portal;
afterEach(() => portal.close());

const take = async (kind: HarvestRule['kind'], path: string, answer: Answer, layer?: string) => {
  portal = await openPortal(answer);
  const rule = { kind, url: portal.url + path, ...(layer === undefined ? {} : { layer }) };
  return await harvest(rule, portal.get);
};
const textOf = (taken: Awaited<ReturnType<typeof take>>) =>
  Buffer.from(taken.status === 'harvested' ? taken.bytes : []).toString();

describe('an OGC API', () => {
  const point = (i: number) => ({ type: 'Feature', id: i, properties: {}, geometry: null });
  const collection = {
    id: 'zones',
    title: 'Flood zones',
    license: 'OGL-UK-3.0',
    storageCrs: 'http://www.opengis.net/def/crs/EPSG/0/27700',
  };
  const server: Answer = ({ pathname, searchParams: query }, response) => {
    if (pathname === '/api/collections') return { collections: [collection] };
    if (pathname === '/api/collections/zones') return collection;
    if (pathname !== '/api/collections/zones/items') return undefined;
    if (query.get('crs') !== collection.storageCrs) return undefined;
    response.setHeader('Content-Crs', `<${collection.storageCrs}>`);
    const from = Number(query.get('offset') ?? 0);
    const next =
      from + 2 < 5
        ? [
            {
              rel: 'next',
              href: `http://inside:5000/items?${new URLSearchParams({ ...Object.fromEntries(query), offset: String(from + 2) })}`,
            },
          ]
        : [];
    return {
      type: 'FeatureCollection',
      numberMatched: 5,
      links: next,
      features: [0, 1, 2, 3, 4].slice(from, from + 2).map(point),
    };
  };

  it.each([
    '/api',
    '/api/collections/zones',
    '/api/collections/zones/items?limit=1',
  ])('is followed from %s to its last page, in National Grid, behind a proxy too', async (path) => {
    const taken = await take('ogc-features', path, server);
    expect(taken).toMatchObject({
      status: 'harvested',
      fileName: 'flood-zones.geojson',
      said: { licence: 'OGL-UK-3.0' },
    });
    expect(JSON.parse(textOf(taken))).toMatchObject({
      crs: { properties: { name: 'urn:ogc:def:crs:EPSG::27700' } },
      features: [0, 1, 2, 3, 4].map((id) => ({ id })),
    });
  });
});

describe('a CKAN portal', () => {
  const server: Answer = ({ pathname, searchParams }) => {
    if (pathname === '/files/bins.csv') return 'ref,x,y\n1,390000,410000\n';
    if (pathname === '/data/api/3/action/package_show' && searchParams.get('id') === 'litter-bins')
      return {
        success: true,
        result: {
          title: 'Litter bins',
          license_title: 'UK Open Government Licence (OGL)',
          license_url: 'http://reference.data.gov.uk/id/open-government-licence',
          resources: [
            { id: 'a', name: 'Guide', format: 'PDF', url: '/files/guide.pdf' },
            { id: 'b', name: 'Bins', format: '.CSV', url: '/files/bins.csv' },
          ],
        },
      };
    return undefined;
  };

  it.each([
    '/data/dataset/litter-bins',
    '/data/api/3/action/package_show?id=litter-bins',
  ])('gives the file of a dataset at %s, with its licence in the portal’s words', async (path) => {
    const taken = await take('ckan', path, server);
    expect(taken).toMatchObject({
      fileName: 'bins.csv',
      said: { title: 'Litter bins', licence: 'UK Open Government Licence (OGL)' },
    });
    expect(textOf(taken)).toContain('390000');
  });

  it('with no such file names those there are', async () => {
    expect(await take('ckan', '/data/dataset/litter-bins', server, 'Posts')).toMatchObject({
      why: 'The dataset has no resource “Posts”. Say which of its files: Guide (PDF); Bins (.CSV).',
    });
  });
});

describe('an Opendatasoft portal', () => {
  const base = '/api/explore/v2.1/catalog/datasets/ecr';
  const serverOf =
    (hasShapes: boolean): Answer =>
    ({ pathname }) => {
      if (pathname === base)
        return {
          metas: { default: { title: 'Capacity', license: 'CC BY 4.0', records_count: 1 } },
        };
      const geometry = hasShapes ? { type: 'Point', coordinates: [-2, 53] } : null;
      if (pathname === `${base}/exports/geojson`)
        return {
          type: 'FeatureCollection',
          features: [{ type: 'Feature', properties: {}, geometry }],
        };
      return pathname === `${base}/exports/csv` ? 'a,b\n1,2\n' : undefined;
    };

  it.each(['/explore/dataset/ecr/information/', base])('is read from %s', async (path) => {
    expect(await take('opendatasoft', path, serverOf(true))).toMatchObject({
      fileName: 'ecr.geojson',
      said: { licence: 'CC BY 4.0' },
    });
  });

  it('gives a table where there are no shapes', async () => {
    expect(textOf(await take('opendatasoft', base, serverOf(false)))).toBe('a,b\n1,2\n');
  });
});

describe('whatever a server says', () => {
  it.each(HARVEST_KINDS)('a harvest of %s ends with a value', async (kind) => {
    let said: unknown = {};
    portal = await openPortal(() => said);
    const paths = [
      '/a/FeatureServer/0',
      '/wfs',
      '/collections/a',
      '/explore/dataset/a',
      '/dataset/a',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.json(), fc.string()),
        fc.constantFrom(...paths),
        async (text, path) => {
          said = text;
          const taken = await harvest({ kind, url: portal.url + path }, portal.get);
          if (taken.status === 'failed') expect(taken.why).toMatch(/\.$/);
        },
      ),
      { numRuns: 40 },
    );
  });
});

it.each([
  ['https://a.org/arcgis/rest/services/X/FeatureServer/3', 'arcgis'],
  ['https://a.org/getows.ashx?mapsource=b&service=WFS', 'wfs'],
  ['https://a.org/geoserver/wfs', 'wfs'],
  ['https://a.org/api/collections/b', 'ogc-features'],
  ['https://a.opendatasoft.com/explore/dataset/b/', 'opendatasoft'],
  ['https://a.org/dataset/b', 'ckan'],
  ['https://a.org/downloads/id/29132/register.csv', 'file'],
  ['nonsense', 'file'],
])('%s is most likely %s', async (address, kind) => {
  portal = await openPortal(() => undefined);
  expect(guessKind(address)).toBe(kind);
});
