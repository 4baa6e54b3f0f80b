import type { Geometry, Position } from 'geojson';
import { PMTiles } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import {
  areaOf,
  at,
  decodeArchive,
  everyFeature,
  faultsOf,
  idsOf,
  isInBuffer,
} from '#tests/support/decode-archive.ts';
import {
  build,
  CENTRE,
  featureOf,
  LAYER,
  METADATA,
  mixed,
  near,
  randomOf,
} from '#tests/support/made-features.ts';
import { writeArchive } from './index.ts';

const LAST = { ...LAYER, minZoom: 14 };

describe('buildArchive()', () => {
  it('keeps every feature at the last zoom, with its key and its attributes', async () => {
    const features = mixed(600);
    const { bytes, stats } = await build(features);
    const tiles = await decodeArchive(bytes);
    expect(idsOf(at(tiles, 14))).toEqual(new Set(features.map(({ key }) => key)));
    const properties = new Map(features.map((feature) => [feature.key, feature.properties]));
    for (const feature of everyFeature(tiles)) {
      expect(feature.properties).toEqual(properties.get(feature.id as number));
    }
    expect(tiles.every(({ layers }) => layers.join() === 'thing')).toBe(true);
    expect([stats.features, stats.unplaced, stats.shown[14]]).toEqual([600, 0, 1]);
    expect(stats.tiles).toBe(tiles.length);
  });

  it('makes rings that neither cross nor touch themselves, inside the buffer, at every zoom', async () => {
    const tiles = await decodeArchive((await build(mixed(900))).bytes);
    const features = everyFeature(tiles);
    expect(features.length).toBeGreaterThan(5000);
    expect(features.flatMap(faultsOf)).toEqual([]);
    expect(features.filter((feature) => !isInBuffer(feature))).toEqual([]);
  });

  it('gives the same bytes with one thread and with two, in whatever order features come', async () => {
    const random = randomOf(3);
    const features = Array.from({ length: 16_000 }, (_, i) =>
      featureOf(i, { type: 'Point', coordinates: near(random, 0.4) }, { name: `P ${i}` }),
    );
    const layer = { ...LAYER, minZoom: 9 };
    const options = { layer, tileBytes: 20_000 };
    const one = await build(features, { ...options, threads: 1 });
    const two = await build(features.toReversed(), { ...options, threads: 2 });
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
    expect(one.stats).toEqual(two.stats);
  });

  it('builds an archive without features that other readers open', async () => {
    const { bytes, stats } = await build([]);
    expect([stats.tiles, stats.features, stats.bounds]).toEqual([0, 0, undefined]);
    expect(await decodeArchive(bytes.slice())).toEqual([]);
  });

  it('says in its metadata what it is, whose, and how much of it each zoom shows', async () => {
    const { bytes } = await build([
      featureOf(1, { type: 'Point', coordinates: CENTRE }, { kv: 33 }),
    ]);
    const archive = new PMTiles({
      getKey: () => 'memory',
      getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length).buffer }),
    });
    expect(await archive.getMetadata()).toMatchObject({
      name: 'Things',
      attribution: '© Nobody',
      licence: 'OGL-UK-3.0',
      generator: 'ODIN',
      vector_layers: [
        { id: 'thing', minzoom: 0, maxzoom: 14, fields: { name: 'String', kv: 'Number' } },
      ],
      'odin:synthetic': true,
      'odin:features': 1,
      'odin:shown': { 0: 1, 14: 1 },
    });
    expect(await archive.getHeader()).toMatchObject({ clustered: true, tileType: 1, maxZoom: 14 });
  });

  it('draws what stands on a tile edge in the tiles on both sides', async () => {
    const edge: Position = [0, 0];
    const tiles = await decodeArchive(
      (await build([featureOf(5, { type: 'Point', coordinates: edge })], { layer: LAST })).bytes,
    );
    const places = tiles.map(({ x, y, features }) => [x, y, features[0]?.parts[0]?.[0]]);
    expect(places).toEqual([
      [8191, 8191, { x: 4096, y: 4096 }],
      [8191, 8192, { x: 4096, y: 0 }],
      [8192, 8191, { x: 0, y: 4096 }],
      [8192, 8192, { x: 0, y: 0 }],
    ]);
  });

  it('shows things too small to see at the last zoom, and lets them add up before', async () => {
    const metre = 1e-5;
    const lots = Array.from({ length: 400 }, (_, i) => {
      const [lng, lat] = [-2.2 + (i % 20) * 3 * metre, 53.4 + Math.floor(i / 20) * 3 * metre];
      const ring = [
        [lng, lat],
        [lng + metre / 50, lat],
        [lng + metre / 50, lat + metre / 50],
        [lng, lat],
      ];
      return featureOf(i, { type: 'Polygon', coordinates: [ring] });
    });
    const specks: Geometry[] = [
      {
        type: 'LineString',
        coordinates: [
          [-2.2, 53.4],
          [-2.2, 53.4],
        ],
      },
      { type: 'LineString', coordinates: [[-2.2, 53.4]] },
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [-2.2, 53.4],
            [-2.2000001, 53.4],
          ],
          [
            [-2.1, 53.4],
            [-2.1, 53.4],
          ],
        ],
      },
      { type: 'Polygon', coordinates: [[[-2.2, 53.4]]] },
      {
        type: 'Polygon',
        coordinates: [
          [
            [-2.2, 53.4],
            [-2.1, 53.4],
            [-2.2, 53.4],
          ],
        ],
      },
      {
        type: 'Polygon',
        coordinates: [
          [
            [-2.2, 53.4],
            [-2.1, 53.5],
            [-2.1, 53.5000001],
            [-2.2, 53.4],
          ],
        ],
      },
    ];
    const odd = specks.map((geometry, i) => featureOf(1000 + i, geometry));
    const tiles = await decodeArchive((await build([...lots, ...odd])).bytes);
    expect(idsOf(at(tiles, 14)).size).toBe(406);
    expect(everyFeature(tiles).flatMap(faultsOf)).toEqual([]);
    expect(idsOf(at(tiles, 8)).size).toBeLessThan(10);
  });

  it('covers every tile inside a huge polygon but those of its hole', async () => {
    const ring = (reach: number): Position[] => [
      [-2.24 - reach, 53.48 - reach],
      [-2.24 + reach, 53.48 - reach],
      [-2.24 + reach, 53.48 + reach],
      [-2.24 - reach, 53.48 + reach],
      [-2.24 - reach, 53.48 - reach],
    ];
    const huge = featureOf(9, { type: 'Polygon', coordinates: [ring(0.6), ring(0.3)] });
    const { bytes, stats } = await build([huge], { layer: LAST });
    const tiles = await decodeArchive(bytes);
    const covers = tiles.map(
      (tile) => tile.features[0]?.parts.reduce((sum, r) => sum + areaOf(r), 0) ?? 0,
    );
    const world = covers.reduce((sum, area) => sum + Math.min(area, 4224 * 4224), 0);
    expect(stats.contents).toBeLessThan(stats.tiles / 4);
    // Web Mercator stretches latitude by 1/cos φ
    const side = (degrees: number): number => (degrees / 360) * 2 ** 14;
    const stretch = 1 / Math.cos((53.48 * Math.PI) / 180);
    const expected = side(1.2) * side(1.2) * stretch - side(0.6) * side(0.6) * stretch;
    expect(world / 4096 ** 2 / expected).toBeGreaterThan(1);
    expect(world / 4096 ** 2 / expected).toBeLessThan(1.1);
    expect(everyFeature(tiles).flatMap(faultsOf)).toEqual([]);
  });

  it('takes a long line through the tiles it passes and no others', async () => {
    const line: Position[] = [
      [-2.8, 53.2],
      [-1.7, 53.8],
    ];
    const tiles = await decodeArchive(
      (await build([featureOf(1, { type: 'LineString', coordinates: line })], { layer: LAST }))
        .bytes,
    );
    expect(tiles.length).toBeGreaterThan(80);
    expect(tiles.length).toBeLessThan(130);
    expect(everyFeature(tiles).every(({ parts }) => parts.length === 1)).toBe(true);
  });

  it('simplifies a border that two polygons share in the same way for both', async () => {
    const random = randomOf(11);
    const border = Array.from(
      { length: 400 },
      (_, i): Position => [-2.24 + (random() - 0.5) * 0.002, 53.4 + i * 0.0005],
    );
    const west = [...border, [-2.4, 53.6], [-2.4, 53.4], border[0] as Position];
    const east = [...border.toReversed(), [-2.1, 53.4], [-2.1, 53.6], border.at(-1) as Position];
    const tiles = await decodeArchive(
      (
        await build([
          featureOf(1, { type: 'Polygon', coordinates: [west] }),
          featureOf(2, { type: 'Polygon', coordinates: [east] }),
        ])
      ).bytes,
    );
    const tile = at(tiles, 8).find(({ features }) => features.length === 2);
    const [a, b] = (tile?.features ?? []).map(({ parts }) =>
      (parts[0] ?? []).map(({ x, y }) => `${x},${y}`),
    );
    const shared = a?.filter((vertex) => b?.includes(vertex)) ?? [];
    expect(shared.length).toBeGreaterThan(20);
    expect(shared.length).toBeLessThan(300);
    // all but the two outer corners of each
    expect([...new Set(a)].length - new Set(shared).size).toBe(2);
    expect([...new Set(b)].length - new Set(shared).size).toBe(2);
  });
});

describe('writeArchive()', () => {
  it('writes to a sink what buildArchive() returns', async () => {
    const { bytes } = await build(mixed(40));
    const file = Buffer.alloc(bytes.length);
    const options = { layer: LAYER, metadata: METADATA, threads: 1 };
    await writeArchive(mixed(40), options, { write: (at, part) => file.set(part, at) });
    expect(Buffer.compare(file, bytes)).toBe(0);
  });
});
