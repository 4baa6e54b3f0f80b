/**
 * One contender of the tile bench, in a process of its own: builds tiles of one kind of data once
 * and prints what it took as JSON. Started by `scripts/bench/tiles.ts`.
 *
 *     node scripts/bench/tiles/contender.ts CONTENDER KIND COUNT [--check] [--gzip]
 */
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { gzipSync } from 'node:zlib';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { TileFeature, TileLayer } from '#data/schema/tile.ts';
import { TILE_BYTES } from '#tiles/choose/thin.ts';
import { GZIP } from '#tiles/encode/gzip.ts';
import { type BuildOptions, buildArchive } from '#tiles/index.ts';
import { checkArchive } from './check.ts';
import { type Kind, makeFeatures } from './data.ts';

/** What one run took. */
export type Outcome = {
  /** Processor time of the build, all threads; the data was in memory before. */
  readonly cpuMs: number;
  /** The part of it that gzip took, of this thread; 0 where that was not asked: asking takes time itself. */
  readonly gzipMs: number;
  readonly wallMs: number;
  readonly peakMb: number;
  readonly tiles: number;
  readonly bytes: number;
  /** Share of features shown at zoom 10, where it is known. */
  readonly shown?: number | undefined;
  /** What is wrong with the tiles, where that was asked. */
  readonly faults?: readonly string[] | undefined;
};

/** Tiles as made; `check` has them read by other readers and tells what is wrong. */
type Made = Partial<Outcome> & { readonly check?: () => Promise<string[]> };

/** The tolerance both builders get: one tile unit, none at the last zoom. */
const EQUAL = { below: 1, last: 0 };

const BUILDERS: Readonly<
  Record<string, (kind: Kind, features: readonly TileFeature[]) => Promise<Made>>
> = {
  'odin-equal': (kind, features) =>
    odin(kind, features, { threads: 1, thinning: false, tolerance: EQUAL }),
  odin: (kind, features) => odin(kind, features, { threads: 1, thinning: false }),
  'odin-thinning': (kind, features) => odin(kind, features, { threads: 1 }),
  'odin-threads': (kind, features) => odin(kind, features, {}),
  'geojson-vt': geojsonVt,
};

async function odin(
  kind: Kind,
  features: readonly TileFeature[],
  options: Partial<BuildOptions>,
): Promise<Made> {
  const layer: TileLayer = {
    id: kind,
    featureType: 'unclassified',
    theme: 'boundaries',
    title: kind,
    shapes: ['point', 'line', 'polygon'],
    minZoom: 0,
    maxZoom: 14,
    attributes: [],
  };
  const metadata = { name: kind, description: '', attribution: '', licence: '', synthetic: true };
  const built = await buildArchive(features, { layer, metadata, everyAttribute: true, ...options });
  const { tiles, bytes, shown } = built.stats;
  const thinned = options.thinning !== false;
  return {
    ...{ tiles, bytes, shown: shown[10] },
    check: () =>
      checkArchive(built.bytes, {
        ...built.stats,
        features,
        tileBytes: thinned ? TILE_BYTES : undefined,
      }),
  };
}

async function geojsonVt(kind: Kind, features: readonly TileFeature[]): Promise<Made> {
  const index = new GeoJSONVT(
    {
      type: 'FeatureCollection',
      features: features.map(({ key, geometry, properties }) => ({
        type: 'Feature' as const,
        id: key,
        geometry,
        properties,
      })),
    },
    { maxZoom: 14, indexMaxZoom: 5, tolerance: EQUAL.below, buffer: 64, extent: 4096 },
  );
  let tiles = 0;
  let bytes = 0;
  const visit = (z: number, x: number, y: number): void => {
    const tile = index.getTile(z, x, y);
    if (!tile) return;
    if (tile.features.length > 0) {
      tiles++;
      const raw = fromGeojsonVt({ [kind]: tile }, { version: 2, extent: 4096 });
      bytes += gzipSync(raw, GZIP).length;
    }
    if (z === 14) return;
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      visit(z + 1, 2 * x + dx, 2 * y + dy);
    }
  };
  visit(0, 0, 0);
  return { tiles, bytes };
}

/** Count what gzip takes, whoever calls it. @returns processor time so far, ms */
function meterGzip(): () => number {
  const zlib = createRequire(import.meta.url)('node:zlib') as { gzipSync: typeof gzipSync };
  const real = zlib.gzipSync;
  let cpuMs = 0;
  zlib.gzipSync = (...given) => {
    const before = process.cpuUsage();
    const packed = real(...given);
    const { user, system } = process.cpuUsage(before);
    cpuMs += (user + system) / 1000;
    return packed;
  };
  syncBuiltinESMExports();
  return () => cpuMs;
}

const [contender = '', kind, count, ...asked] = process.argv.slice(2);
const builder = BUILDERS[contender];
if (!builder || !(kind === 'points' || kind === 'polygons' || kind === 'lines')) {
  throw new RangeError(`Cannot bench "${contender}" on "${kind}"`);
}
const features = [...makeFeatures(kind, Number(count))];
const gzipMs = asked.includes('--gzip') ? meterGzip() : () => 0;
const before = process.cpuUsage();
const started = performance.now();
const { check, ...outcome } = await builder(kind, features);
const { user, system } = process.cpuUsage(before);
const wallMs = performance.now() - started;
const gzipped = gzipMs();
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(
  JSON.stringify({
    cpuMs: (user + system) / 1000,
    gzipMs: gzipped,
    ...{ wallMs, peakMb, ...outcome },
    faults: asked.includes('--check') ? await check?.() : undefined,
  }),
);
