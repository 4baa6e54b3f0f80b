import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { PMTiles } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import type { TileFeature, TileLayer } from '#data/schema/tile.ts';
import {
  areaOf,
  type DecodedFeature,
  type DecodedTile,
  decodeArchive,
  ringIsSimple,
} from '#tests/support/decode-archive.ts';
import { type BuildOptions, buildArchive, writeArchive } from './index.ts';

const LAYER: TileLayer = {
  id: 'thing',
  featureType: 'energy/thing',
  theme: 'energy',
  title: 'Things',
  shapes: ['point', 'line', 'polygon'],
  minZoom: 0,
  maxZoom: 14,
  attributes: ['name', 'kv', 'built', 'open'],
};
const METADATA = {
  name: 'Things',
  description: 'Made up for the test.',
  attribution: '© Nobody',
  licence: 'OGL-UK-3.0',
  synthetic: true,
};
const LAST = { ...LAYER, minZoom: 14 };
const BUFFER = 64;
const EXTENT = 4096;

const build = (features: Iterable<TileFeature>, options: Partial<BuildOptions> = {}) =>
  buildArchive(features, { layer: LAYER, metadata: METADATA, threads: 1, ...options });

const featureOf = (
  key: number,
  geometry: Geometry,
  properties: TileFeature['properties'] = {},
  rank = 0,
): TileFeature => ({ key, geometry, properties, rank });

/** Seeded, the same everywhere (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const CENTRE: Position = [-2.24, 53.48];
const near = (random: () => number, spread: number): [number, number] => [
  (CENTRE[0] as number) + (random() - 0.5) * spread,
  (CENTRE[1] as number) + (random() - 0.5) * spread * 0.6,
];

function star([lng, lat]: Position, corners: number, radius: number, random: () => number) {
  const ring = Array.from({ length: corners }, (_, i): Position => {
    const reach = radius * (0.4 + 0.6 * random());
    const angle = (2 * Math.PI * i) / corners;
    return [
      (lng as number) + reach * Math.cos(angle),
      (lat as number) + 0.6 * reach * Math.sin(angle),
    ];
  });
  return [...ring, ring[0] as Position];
}

/** Points, lines, buildings, a few large areas with holes, in every multi form. */
function mixed(count: number): TileFeature[] {
  const random = randomOf(7);
  return Array.from({ length: count }, (_, i) => {
    const at = near(random, 0.08);
    const size = i % 50 === 0 ? 0.02 : 0.0003;
    const shapes: Geometry[] = [
      { type: 'Point', coordinates: at },
      { type: 'MultiPoint', coordinates: [at, near(random, 0.08), at] },
      { type: 'LineString', coordinates: Array.from({ length: 9 }, () => near(random, 0.02)) },
      {
        type: 'MultiLineString',
        coordinates: [
          [at, near(random, 0.1)],
          [at, near(random, 0.01)],
        ],
      },
      { type: 'Polygon', coordinates: [star(at, 5 + (i % 40), size, random)] },
      {
        type: 'MultiPolygon',
        coordinates: [
          [star(at, 12, size, random), star(at, 6, size * 0.2, random).toReversed()],
          [star([at[0] + 0.03, at[1]], 8, size, random)],
        ],
      },
    ];
    const key = (2 ** 52 - 1 - i * 977) as number;
    const properties = {
      name: `Thing ${i % 30}`,
      kv: i % 5 === 0 ? -1.25 - i : i,
      open: i % 2 === 0,
    };
    return featureOf(key, shapes[i % shapes.length] as Geometry, properties, i % 3);
  });
}

const at = (tiles: readonly DecodedTile[], zoom: number): DecodedTile[] =>
  tiles.filter((tile) => tile.zoom === zoom);
const idsOf = (tiles: readonly DecodedTile[]): Set<number | undefined> =>
  new Set(tiles.flatMap((tile) => tile.features.map((feature) => feature.id)));
const everyFeature = (tiles: readonly DecodedTile[]): DecodedFeature[] =>
  tiles.flatMap((tile) => tile.features);

/** What is wrong with the rings of a polygon, by MVT 2.1. */
function faultsOf({ type, parts }: DecodedFeature): string[] {
  if (type !== 3) return [];
  const faults = parts.filter((ring) => !ringIsSimple(ring)).map((ring) => JSON.stringify(ring));
  if (areaOf(parts[0] ?? []) <= 0) faults.push('first ring is no exterior');
  return faults;
}

const isInBuffer = ({ parts }: DecodedFeature): boolean =>
  parts.every((part) =>
    part.every(({ x, y }) => Math.min(x, y) >= -BUFFER && Math.max(x, y) <= EXTENT + BUFFER),
  );

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

describe('buildArchive(), thinning', () => {
  const crowd = (): TileFeature[] => {
    const random = randomOf(5);
    return Array.from({ length: 3000 }, (_, i) => {
      // most in one place, the rest all over
      const position = near(random, i % 4 === 0 ? 0.4 : 0.02);
      return featureOf(
        i,
        { type: 'Point', coordinates: position },
        { name: `No. ${i} of many` },
        i % 100 === 0 ? 132 : 0,
      );
    });
  };

  it('holds tiles to their limit, shows more at each zoom and everything at the last', async () => {
    const { bytes, stats } = await build(crowd(), { tileBytes: 8000 });
    const tiles = await decodeArchive(bytes);
    expect(stats.largestTileBytes).toBeLessThanOrEqual(8000);
    const zooms = Array.from({ length: stats.maxZoom + 1 }, (_, zoom) => idsOf(at(tiles, zoom)));
    zooms.slice(1).forEach((ids, zoom) => {
      expect([...(zooms[zoom] ?? [])].filter((id) => !ids.has(id))).toEqual([]);
    });
    expect(zooms.at(-1)?.size).toBe(3000);
    expect(zooms[8]?.size).toBeGreaterThan(100);
    expect(stats.shown[8]).toBeCloseTo((zooms[8]?.size ?? 0) / 3000, 3);
  });

  it('keeps the most important and all of what stands alone', async () => {
    const { bytes } = await build(crowd(), { tileBytes: 8000 });
    const shown = idsOf(at(await decodeArchive(bytes), 10));
    const ranked = crowd().filter(({ rank }) => rank > 0);
    expect(ranked.filter(({ key }) => !shown.has(key))).toEqual([]);
    const sparse = crowd().filter(({ key }) => key % 4 === 0);
    const dense = crowd().filter(({ key }) => key % 4 !== 0);
    const share = (all: TileFeature[]): number =>
      all.filter(({ key }) => shown.has(key)).length / all.length;
    expect(share(sparse)).toBeGreaterThan(2 * share(dense));
  });

  it('goes deeper than the last zoom when that cannot hold everything, and says so', async () => {
    const { bytes, stats } = await build(crowd(), { tileBytes: 3000 });
    expect(stats.maxZoom).toBe(16);
    const tiles = await decodeArchive(bytes);
    expect(idsOf(at(tiles, 16)).size).toBe(3000);
    const rest = await build(crowd().slice(0, 30), { tileBytes: 3000 });
    expect(rest.stats.maxZoom).toBe(14);
  });

  it('drops nothing when it is told not to thin', async () => {
    const { stats } = await build(crowd(), { tileBytes: 3000, thinning: false });
    expect(Object.values(stats.shown)).toEqual(Array.from({ length: 15 }, () => 1));
  });
});

describe('buildArchive(), whatever it is given', () => {
  const anyPosition = fc.oneof(
    fc.tuple(fc.double({ min: -3, max: -2 }), fc.double({ min: 53, max: 54 })),
    fc
      .tuple(fc.integer({ min: -30, max: -20 }), fc.integer({ min: 530, max: 535 }))
      .map(([x, y]) => [x / 10, y / 10]),
    fc.tuple(fc.double(), fc.double()),
    fc.constant([]),
  ) as fc.Arbitrary<Position>;
  const line = fc.array(anyPosition, { maxLength: 12 });
  const geometry: fc.Arbitrary<Geometry> = fc.oneof(
    anyPosition.map((coordinates) => ({ type: 'Point' as const, coordinates })),
    line.map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
    line.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
    fc
      .array(line, { maxLength: 3 })
      .map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
    fc
      .array(line, { maxLength: 3 })
      .map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
    fc
      .array(fc.array(line, { maxLength: 2 }), { maxLength: 3 })
      .map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
    line.map((coordinates) => ({
      type: 'GeometryCollection' as const,
      geometries: [
        { type: 'LineString' as const, coordinates },
        { type: 'Polygon' as const, coordinates: [coordinates] },
      ],
    })),
  );
  const value = fc.oneof(
    fc.string(),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(undefined),
  );

  it('never throws, loses nothing with a position, and makes sound rings', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.tuple(geometry, value), { maxLength: 6 }),
      async (given) => {
        const features = given.map(([shape, name], key) => featureOf(key, shape, { name }));
        const { bytes, stats } = await build(features, {
          layer: { ...LAYER, minZoom: 2, maxZoom: 3 },
        });
        const tiles = await decodeArchive(bytes);
        expect(stats.unplaced + idsOf(at(tiles, 3)).size).toBe(features.length);
        expect(everyFeature(tiles).flatMap(faultsOf)).toEqual([]);
        expect(everyFeature(tiles).every(isInBuffer)).toBe(true);
      },
    );
    await fc.assert(property, { numRuns: 100 });
  });

  it('stops when it is told to, with the reason it is given', async () => {
    const stopped = build(mixed(50), { signal: AbortSignal.abort(new Error('enough')) });
    await expect(stopped).rejects.toThrow('enough');
    const later = new AbortController();
    const half = build(mixed(50), {
      signal: later.signal,
      onProgress: () => later.abort(new Error('changed my mind')),
    });
    await expect(half).rejects.toThrow('changed my mind');
  });

  it('tells how far it is', async () => {
    const told: string[] = [];
    await build(mixed(20), {
      onProgress: ({ stage, share }) => told.push(`${stage} ${share >= 0 && share <= 1}`),
    });
    expect([...new Set(told)]).toEqual(['choose true', 'encode true', 'pack true']);
  });

  it('refuses zooms and threads that make no sense', async () => {
    await expect(build([], { layer: { ...LAYER, maxZoom: 19 } })).rejects.toThrow(RangeError);
    await expect(build([], { layer: { ...LAYER, minZoom: 15 } })).rejects.toThrow(RangeError);
    await expect(build([], { threads: 0 })).rejects.toThrow(RangeError);
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
