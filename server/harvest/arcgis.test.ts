import { afterEach, describe, expect, it } from 'vitest';
import { harvest } from './index.ts';
import { type Answer, openPortal, type Portal } from './test-portal.ts';

const BOXES = 2_345;
const DAY = Date.UTC(2026, 2, 4);

const feature = (id: number) => ({
  attributes: { OBJECTID: id, ref: `GB${id}`, state: id % 2, checked: DAY },
  geometry: { x: 390_000 + id, y: 410_000 },
});

/** A layer of grit boxes, as an ArcGIS server describes and gives it. */
const layerOf = (more = {}) => ({
  name: 'Grit boxes',
  type: 'Feature Layer',
  copyrightText: 'Open Government Licence v3.0',
  objectIdField: 'OBJECTID',
  maxRecordCount: 1_000,
  extent: { spatialReference: { wkid: 27700, latestWkid: 27700 } },
  advancedQueryCapabilities: { supportsPagination: true },
  fields: [
    { name: 'OBJECTID', type: 'esriFieldTypeOID' },
    { name: 'checked', type: 'esriFieldTypeDate' },
    {
      name: 'state',
      type: 'esriFieldTypeSmallInteger',
      domain: {
        type: 'codedValue',
        codedValues: [
          { name: 'In use', code: 1 },
          { name: 'Removed', code: 0 },
        ],
      },
    },
  ],
  ...more,
});

const LAYERS = [
  { id: 0, name: 'Grit boxes' },
  { id: 1, name: 'Routes' },
];
const ALL = Array.from({ length: BOXES }, (_, i) => i + 1);

/** A whole server; `count` is what it says that it has. */
const serverOf =
  (layer: object, count = BOXES): Answer =>
  ({ pathname, searchParams }) => {
    if (pathname.endsWith('FeatureServer')) return { layers: LAYERS };
    if (pathname.endsWith('/0')) return layer;
    if (!pathname.endsWith('/0/query')) return undefined;
    if (searchParams.get('returnCountOnly')) return { count };
    if (searchParams.get('returnIdsOnly')) return { objectIds: ALL.toReversed() };
    return pageOf(searchParams);
  };

function pageOf(query: URLSearchParams): object {
  if (query.get('outSR') !== '27700') return { error: { code: 400, message: 'Wrong system' } };
  const ids = query.get('objectIds')?.split(',').map(Number);
  if (ids) return { features: ids.map(feature) };
  if (query.get('orderByFields') !== 'OBJECTID') return { features: [] };
  const from = Number(query.get('resultOffset'));
  const size = Math.min(Number(query.get('resultRecordCount')), 1_000);
  return { features: ALL.slice(from, from + size).map(feature), exceededTransferLimit: true };
}

describe('an ArcGIS layer', () => {
  let portal: Portal;
  afterEach(() => portal.close());

  const take = async (answer: Answer, path = '/arcgis/rest/services/Grit/FeatureServer/0') => {
    portal = await openPortal(answer);
    return await harvest({ kind: 'arcgis', url: portal.url + path }, portal.get);
  };
  const read = (taken: Awaited<ReturnType<typeof take>>) =>
    JSON.parse(Buffer.from(taken.status === 'harvested' ? taken.bytes : []).toString()) as {
      crs: { properties: { name: string } };
      features: { properties: { ref: string }; geometry: unknown }[];
    };

  it('comes whole, page by page, in the metres it is kept in', async () => {
    const taken = await take(serverOf(layerOf()));
    expect(taken).toMatchObject({
      status: 'harvested',
      fileName: 'grit-boxes.geojson',
      said: { title: 'Grit boxes', licence: 'Open Government Licence v3.0' },
    });
    const { crs, features } = read(taken);
    expect(features).toHaveLength(BOXES);
    expect(new Set(features.map(({ properties }) => properties.ref)).size).toBe(BOXES);
    expect(crs.properties.name).toBe('urn:ogc:def:crs:EPSG::27700');
    expect(features[0]).toMatchObject({
      properties: { ref: 'GB1', checked: '2026-03-04', state: 'In use', 'state code': 1 },
      geometry: { type: 'Point', coordinates: [390_001, 410_000] },
    });
    expect(portal.asked.filter((path) => path.includes('resultOffset'))).toHaveLength(3);
  });

  it('comes by its ids where the server cannot page, as the same bytes', async () => {
    const paged = await take(serverOf(layerOf()));
    portal.close();
    const byIds = await take(serverOf(layerOf({ advancedQueryCapabilities: null })));
    expect(read(byIds)).toEqual(read(paged));
    expect(Math.max(...portal.asked.map((path) => path.length))).toBeLessThan(2_000);
  });

  it('that gives fewer than it says is not taken for complete', async () => {
    expect(await take(serverOf(layerOf(), BOXES + 1))).toMatchObject({
      status: 'failed',
      isPassing: true,
      why: `The server said that the layer has ${BOXES + 1} features and gave ${BOXES}.`,
    });
  });

  it('of a service with several must be named', async () => {
    expect(await take(serverOf(layerOf()), '/a/FeatureServer')).toMatchObject({
      status: 'failed',
      why: 'Say which layer: 0 Grit boxes; 1 Routes.',
    });
    const rule = {
      kind: 'arcgis',
      url: `${portal.url}/a/FeatureServer`,
      layer: 'Grit boxes',
    } as const;
    expect(await harvest(rule, portal.get)).toMatchObject({ status: 'harvested' });
  });

  it('that asks for a sign-in with a status of 200 says so', async () => {
    const closed = () => ({ error: { code: 499, message: 'Token Required' } });
    expect(await take(closed)).toMatchObject({
      status: 'failed',
      isPassing: false,
      why: expect.stringContaining('sign-in (499)'),
    });
  });

  it('is asked again, after longer and longer waits, while the server is busy', async () => {
    let busy = 3;
    const whole = serverOf(layerOf());
    const taken = await take((url, response) => {
      if (busy-- > 0) response.writeHead(503).end();
      return whole(url, response);
    });
    expect(taken.status).toBe('harvested');
    expect(portal.waits).toEqual([1_000, 4_000, 16_000]);
  });
});
