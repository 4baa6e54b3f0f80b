import type { Allocate, FlatLayer } from './choose/flat-layer.ts';
import { released } from './choose/growing.ts';
import { thinPoints } from './choose/thin.ts';
import type { Crew } from './crew.ts';
import { type Bins, binFeatures } from './cut/bin.ts';
import type { Encoded, Run } from './encode/run.ts';
import { DEEPEST_ZOOM } from './hilbert.ts';
import type { Scratch } from './options.ts';
import type { Drop } from './pack/kept-layer.ts';
import { boundOf, heavyTiles, lightRuns, type Span } from './spans.ts';

/** How the zooms of a layer are to be built. */
export type Plan = {
  readonly minZoom: number;
  /** Last zoom; thinning may need to go deeper for nothing to be lost there. */
  readonly maxZoom: number;
  readonly thinning: boolean;
  /** Most bytes of a gzipped tile when thinning. */
  readonly tileBytes: number;
  readonly allocate: Allocate;
  /** Where encoded tiles wait; in memory when left out. */
  readonly scratch?: Scratch | undefined;
  /** Told after each run how many pairs of tile and feature were done. */
  readonly onPairs: (pairs: number) => void;
};

/** All tiles, in runs without order. */
export type Built = {
  readonly runs: readonly Encoded[];
  readonly maxZoom: number;
  /** Zoom → features shown in it. */
  readonly shown: ReadonlyMap<number, number>;
  /** Tiles that had no room for some of their features, deepest zoom first. */
  readonly drops: readonly Drop[];
};

/** Zooms the last one may move deeper. */
export const MOST_DEEPER = 2;
/** Fullest tiles of the last zoom that are tried before all of it is encoded. */
export const PROBES = 4;

/**
 * Cut and encode every zoom, the last one first: what a zoom has no room for is not looked at
 * again in those before it. Zooms whose tiles cannot grow too large run all at once; where thinning
 * must decide, the tiles in question go first and the next zoom waits for them alone.
 */
export async function buildZooms(layer: FlatLayer, crew: Crew, plan: Plan): Promise<Built> {
  const bounds = boundOf(layer);
  const maxZoom = plan.thinning ? await lastZoom(layer, crew, { ...plan, bounds }) : plan.maxZoom;
  const waiting: Promise<[number, Encoded]>[] = [];
  const drops: Drop[] = [];
  const keep = (run: Run, encoded: Promise<Encoded>): void => {
    const done = encoded.then((made): [number, Encoded] => {
      plan.onPairs(run.to - run.from);
      return [run.bins.zoom, putAway(made, plan.scratch)];
    });
    // a later zoom may fail while this one is still waited for
    done.catch(() => undefined);
    waiting.push(done);
  };
  for (let zoom = maxZoom; zoom >= plan.minZoom; zoom--) {
    const last = zoom === maxZoom;
    const thins = plan.thinning && !last;
    if (thins) thinPoints(layer, zoom);
    const bins = binFeatures(layer, zoom, { last, allocate: plan.allocate });
    const heavy = thins ? heavyTiles(bins, bounds, plan.tileBytes) : [];
    const fitted = await fitTiles(layer, crew, { bins, heavy, bytes: plan.tileBytes });
    drops.push(...dropsOf(fitted));
    for (const [run, encoded] of fitted) keep(run, Promise.resolve(encoded));
    for (const span of lightRuns(bins, bounds, heavy)) {
      const run = { bins, ...span, last };
      keep(run, encode(crew, run));
    }
  }
  return { ...sumUp(await Promise.all(waiting)), maxZoom, drops };
}

/** The same with its tiles in the scratch, fetched when they are asked for. */
export function putAway(encoded: Encoded, scratch: Scratch | undefined): Encoded {
  if (!scratch) return encoded;
  const { bytes, ...rest } = encoded;
  const fetch = scratch.put(bytes);
  // it would wait for the next collection, and there is little else to collect
  released(bytes);
  return {
    ...rest,
    get bytes() {
      return fetch();
    },
  };
}

export function sumUp(made: readonly [zoom: number, Encoded][]): Pick<Built, 'runs' | 'shown'> {
  const shown = new Map<number, number>();
  for (const [zoom, encoded] of made) shown.set(zoom, (shown.get(zoom) ?? 0) + encoded.atHome);
  return { runs: made.map(([, encoded]) => encoded), shown };
}

/** What the tiles of a zoom had no room for, tile by tile. */
export const dropsOf = (fitted: ReadonlyMap<Run, Encoded>): Drop[] =>
  [...fitted].flatMap(([{ bins, from }, { dropped }]) => {
    if (dropped.length === 0) return [];
    const tile = bins.tiles[from] as number;
    return [{ zoom: bins.zoom, tile, features: Uint32Array.from(dropped) }];
  });

/** Have a run encoded. */
export const encode = async (crew: Crew, run: Run, urgent = false): Promise<Encoded> =>
  (await crew.do({ kind: 'encode', run }, urgent)) as Encoded;

/**
 * The last zoom: the first from `maxZoom` on whose fullest tiles hold all they must in `tileBytes`.
 *
 * @param plan `bytesOf`: size of a tile of a last zoom, where it is known without encoding it
 */
export async function lastZoom(
  layer: FlatLayer,
  crew: Crew,
  plan: Plan & {
    readonly bounds: Float32Array;
    readonly bytesOf?: (zoom: number, tile: number) => number | undefined;
  },
): Promise<number> {
  const deepest = Math.min(plan.maxZoom + MOST_DEEPER, DEEPEST_ZOOM);
  for (let zoom = plan.maxZoom; zoom < deepest; zoom++) {
    const bins = binFeatures(layer, zoom, { last: true, allocate: plan.allocate });
    const heavy = heavyTiles(bins, plan.bounds, plan.tileBytes);
    const fullest = heavy.toSorted((a, b) => b.bound - a.bound).slice(0, PROBES);
    const sizes = await Promise.all(
      fullest.map(async (span) => {
        const known = plan.bytesOf?.(zoom, bins.tiles[span.from] as number);
        return known ?? (await encode(crew, { bins, ...span, last: true })).bytes.length;
      }),
    );
    if (sizes.every((bytes) => bytes <= plan.tileBytes)) return zoom;
  }
  return deepest;
}

/**
 * Thin the tiles that are too large, each by itself. A feature that one tile has no room for is
 * shown in none, or it would end at the tile's edge: tiles that hold features others dropped are
 * made again without them, which only makes them smaller.
 *
 * @param by `elsewhere`: features that tiles other than these have no room for
 */
export async function fitTiles(
  layer: FlatLayer,
  crew: Crew,
  by: {
    bins: Bins;
    heavy: readonly Span[];
    bytes: number;
    elsewhere?: readonly number[];
  },
): Promise<Map<Run, Encoded>> {
  const { bins } = by;
  const fitted = await fitAlone(crew, by);
  const dropped = new Set(by.elsewhere);
  for (const encoded of fitted.values()) {
    for (const feature of encoded.dropped) dropped.add(feature);
  }
  for (const feature of dropped) layer.shownFrom[feature] = bins.zoom + 1;
  return await fitAgain(crew, fitted, dropped);
}

/** Thin the tiles that are too large, each by itself. */
export async function fitAlone(
  crew: Crew,
  { bins, heavy, bytes }: { bins: Bins; heavy: readonly Span[]; bytes: number },
): Promise<Map<Run, Encoded>> {
  const runs = heavy.map(({ from, to }): Run => ({ bins, from, to, last: false }));
  const fit = { bytes };
  const made = runs.map(async (run): Promise<[Run, Encoded]> => {
    return [run, await encode(crew, { ...run, fit }, true)];
  });
  return new Map(await Promise.all(made));
}

/** Make tiles again that hold features others have dropped. */
export async function fitAgain(
  crew: Crew,
  fitted: ReadonlyMap<Run, Encoded>,
  dropped: ReadonlySet<number>,
): Promise<Map<Run, Encoded>> {
  const remade = [...fitted].map(async ([run, first]): Promise<[Run, Encoded]> => {
    if (!losesMore(run, first, dropped)) return [run, first];
    return [run, { ...(await encode(crew, run, true)), dropped: first.dropped }];
  });
  return new Map(await Promise.all(remade));
}

/** Whether a tile still holds features that others have dropped. */
function losesMore(run: Run, encoded: Encoded, dropped: ReadonlySet<number>): boolean {
  if (dropped.size === encoded.dropped.length) return false;
  const own = new Set(encoded.dropped);
  return run.bins.features
    .subarray(run.from, run.to)
    .some((feature) => dropped.has(feature) && !own.has(feature));
}
