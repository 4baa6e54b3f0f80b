import type { Geometry, Position } from 'geojson';
import type { TileFeature } from '#data/schema/tile.ts';
import { featureOf, near } from './made-features.ts';

/** Features made from seeds, and what edits make of them: what the tests of rebuilding start from. */

type Random = () => number;

const SIDE = 24;
const STEP = 0.0006;
const ORIGIN: Position = [-2.25, 53.47];

/** A parcel of a patchwork whose borders are the same vertices in both neighbours. */
function parcel(i: number, wobble: (x: number, y: number) => number): Geometry {
  const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
  const at = (cx: number, cy: number): Position => [
    (ORIGIN[0] as number) + (cx + 0.3 * wobble(cx, cy)) * STEP,
    (ORIGIN[1] as number) + (cy + 0.3 * wobble(cy, cx)) * STEP * 0.6,
  ];
  const corners = [at(x, y), at(x + 0.4, y), at(x + 1, y), at(x + 1, y + 0.7), at(x + 1, y + 1)];
  corners.push(at(x + 0.4, y + 1), at(x, y + 1), at(x, y + 0.7), at(x, y));
  return { type: 'Polygon', coordinates: [corners] };
}

const wobbleOf =
  (seed: number) =>
  (x: number, y: number): number =>
    Math.sin(x * 12.9898 + y * 78.233 + seed);

function shapeFor(i: number, random: Random): Geometry {
  const at = near(random, 0.05);
  const way = (vertices: number, spread: number): Position[] => {
    let [lng, lat] = at;
    return Array.from({ length: vertices }, () => {
      lng += (random() - 0.5) * spread;
      lat += (random() - 0.5) * spread;
      return [lng, lat];
    });
  };
  if (i % 7 < 3) return { type: 'Point', coordinates: at };
  if (i % 7 === 3) return { type: 'LineString', coordinates: way(12, 0.004) };
  // one that crosses many tiles
  if (i % 97 === 4) return { type: 'LineString', coordinates: way(40, 0.05) };
  if (i % 97 === 11) {
    const point: Geometry = { type: 'Point', coordinates: at };
    const line: Geometry = { type: 'LineString', coordinates: way(3, 0.01) };
    return { type: 'GeometryCollection', geometries: [point, line, parcel(i, wobbleOf(1))] };
  }
  return parcel(i % (SIDE * SIDE), wobbleOf(0));
}

/** One of many things: points, ways, parcels with shared borders, collections. */
export const makeThing = (key: number, random: Random): TileFeature =>
  featureOf(
    key * 977,
    shapeFor(key, random),
    {
      name: random() < 0.5 ? `Thing ${Math.floor(random() * 40)}` : `Only ${key} \u{1f6e2} \uffe6`,
      ...(random() < 0.7 ? { kv: Math.round(random() * 200) - 40 + (key % 3) / 4 } : {}),
      ...(random() < 0.5 ? { open: random() < 0.5 } : {}),
    },
    key % 11 === 0 ? 3 : 0,
  );

/** What is different after an edit. */
export type Edit = {
  readonly after: TileFeature[];
  readonly diff: { readonly removed: number[]; readonly changed: TileFeature[] };
};

/** Change some features, all over or in one place: moved, renamed, of another shape, gone, come, far outside. */
export function edit(features: readonly TileFeature[], random: Random): Edit {
  const removed: number[] = [];
  const changed: TileFeature[] = [];
  const west = random() < 0.6 ? near(random, 0.05)[0] : undefined;
  const allGo = random() < 0.1;
  const isMeant = ({ geometry }: TileFeature): boolean =>
    west === undefined
      ? random() < 0.02
      : Math.abs(longitudeOf(geometry) - west) < 0.004 && random() < 0.5;
  for (const feature of features.filter(isMeant)) {
    const other = allGo ? undefined : changedFeature(feature, random);
    if (other) changed.push(other);
    else removed.push(feature.key);
  }
  const touched = new Set([...removed, ...changed.map(({ key }) => key)]);
  const count = Math.floor(random() * 30);
  for (let i = 0; i < count; i++) {
    changed.push(makeThing(100_000 + Math.floor(random() * 1e6) * 100 + i, random));
  }
  if (random() < 0.3) {
    const key = 977 * (200_000_000 + Math.floor(random() * 1e6));
    changed.push(featureOf(key, { type: 'Point', coordinates: [0.5, 51.2] }));
  }
  const after = [...features.filter(({ key }) => !touched.has(key)), ...changed];
  return { after, diff: { removed, changed } };
}

/** The feature after something befell it; undefined when it is gone. */
function changedFeature(feature: TileFeature, random: Random): TileFeature | undefined {
  const fate = Math.floor(random() * 5);
  if (fate === 0) return undefined;
  if (fate === 1) {
    return { ...feature, properties: { ...feature.properties, name: `New ${random()}` } };
  }
  if (fate === 2) return { ...feature, rank: 5 };
  const number = feature.key / 977 + Math.floor(random() * 3);
  return { ...feature, geometry: shapeFor(number, random) };
}

function longitudeOf(geometry: Geometry): number {
  if (geometry.type === 'GeometryCollection') return 0;
  const [first] = [geometry.coordinates].flat(4) as number[];
  return first ?? 0;
}
