import type { Geometry, Position } from 'geojson';
import type { TileFeature, TileLayer } from '#data/schema/tile.ts';
import { type BuildOptions, buildArchive } from '#tiles/index.ts';

/** A layer, features for it made from seeds, and its tiles: what the tests of tiles start from. */

export const LAYER: TileLayer = {
  id: 'thing',
  featureType: 'energy/thing',
  theme: 'energy',
  title: 'Things',
  shapes: ['point', 'line', 'polygon'],
  minZoom: 0,
  maxZoom: 14,
  attributes: ['name', 'kv', 'built', 'open'],
};
export const METADATA = {
  name: 'Things',
  description: 'Made up for the test.',
  attribution: '© Nobody',
  licence: 'OGL-UK-3.0',
  synthetic: true,
};

export const build = (features: Iterable<TileFeature>, options: Partial<BuildOptions> = {}) =>
  buildArchive(features, { layer: LAYER, metadata: METADATA, threads: 1, ...options });

export const featureOf = (
  key: number,
  geometry: Geometry,
  properties: TileFeature['properties'] = {},
  rank = 0,
): TileFeature => ({ key, geometry, properties, rank });

/** Seeded, the same everywhere (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const CENTRE: Position = [-2.24, 53.48];
export const near = (random: () => number, spread: number): [number, number] => [
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
export function mixed(count: number): TileFeature[] {
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
