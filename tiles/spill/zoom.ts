import { thinPoints } from '../choose/thin.ts';
import type { Crew } from '../crew.ts';
import type { Encoded, Run } from '../encode/run.ts';
import { DEEPEST_ZOOM } from '../hilbert.ts';
import { heavyTiles, lightRuns } from '../spans.ts';
import { encode, fitAgain, fitAlone, MOST_DEEPER, type Plan, PROBES, putAway } from '../zooms.ts';
import type { AtHand, Desk } from './desk.ts';
import type { Range } from './ranges.ts';

/** What makes the tiles of a zoom, range by range. */
export type Bench = { readonly desk: Desk; readonly crew: Crew; readonly plan: Plan };

/** A zoom, whether it is the last, and whether its tiles are thinned. */
export type View = { readonly zoom: number; readonly last: boolean; readonly thins: boolean };

/** Where the pairs of a tile begin → the tile, thinned by itself. */
type Fitted = ReadonlyMap<number, Encoded>;

/** Told what is made. */
type Keep = (zoom: number, encoded: Encoded) => void;

/**
 * Make the tiles of a zoom, as `buildZooms` does with a layer that is there whole: first all tiles
 * are thinned that are too large, in every range; then all are made without what those dropped.
 */
export async function buildZoom(bench: Bench, view: View, keep: Keep): Promise<void> {
  const { desk } = bench;
  const { zoom } = view;
  const dropped = new Set<number>();
  const fitted: Fitted[] = [];
  if (view.thins) {
    thinAll(desk, zoom);
    for (const range of desk.ranges.keys())
      fitted.push(await fitRange(bench, { range, zoom }, dropped));
  }
  for (const range of desk.ranges.keys()) {
    const known = fitted[range] ?? new Map();
    await buildRange(bench, { ...view, range, known, dropped }, keep);
  }
  for (const id of dropped) desk.shownFrom[id] = zoom + 1;
}

/** Make the tiles of one range: those that were thinned again where others dropped more. */
async function buildRange(
  { desk, crew, plan }: Bench,
  part: View & {
    readonly range: number;
    readonly known: Fitted;
    readonly dropped: ReadonlySet<number>;
  },
  keep: Keep,
): Promise<void> {
  const { zoom, last, thins, range } = part;
  const atHand = desk.open(range);
  const { bounds } = atHand;
  const bins = desk.bins(range, zoom, last);
  const gone = hide(atHand, part.dropped, zoom);
  const heavy = thins ? heavyTiles(bins, bounds, plan.tileBytes) : [];
  const first = heavy.map(({ from, to }): [Run, Encoded] => {
    return [{ bins, from, to, last }, part.known.get(from) as Encoded];
  });
  const made = await fitAgain(crew, new Map(first), gone);
  const light = lightRuns(bins, bounds, heavy).map(async (span): Promise<[Run, Encoded]> => {
    const run = { bins, ...span, last };
    return [run, await encode(crew, run)];
  });
  for (const [run, encoded] of [...made, ...(await Promise.all(light))]) {
    plan.onPairs(run.to - run.from);
    keep(zoom, encoded);
  }
}

/** Hide features for a zoom. @returns which of the range they are */
function hide({ layer, ids }: AtHand, dropped: ReadonlySet<number>, zoom: number): Set<number> {
  const gone = new Set<number>();
  if (dropped.size === 0) return gone;
  for (let i = 0; i < layer.count; i++) {
    if (!dropped.has(ids[i] as number)) continue;
    gone.add(i);
    layer.shownFrom[i] = zoom + 1;
  }
  return gone;
}

/** Let points go that a zoom has no room for, in the tiles of every range. */
function thinAll(desk: Desk, zoom: number): void {
  const side = 4 ** (DEEPEST_ZOOM - zoom);
  desk.ranges.forEach(({ from, to }: Range, range) => {
    const { layer, ids } = desk.open(range);
    const before = layer.shownFrom.slice();
    thinPoints(layer, zoom, { has: (tile) => tile * side >= from && tile * side < to });
    for (let i = 0; i < layer.count; i++) {
      if (before[i] === layer.shownFrom[i]) continue;
      desk.shownFrom[ids[i] as number] = layer.shownFrom[i] as number;
    }
  });
}

/** Thin the tiles of a range that are too large. */
async function fitRange(
  { desk, crew, plan }: Bench,
  { range, zoom }: { readonly range: number; readonly zoom: number },
  dropped: Set<number>,
): Promise<Fitted> {
  const { ids, bounds } = desk.open(range);
  const bins = desk.bins(range, zoom, false);
  const heavy = heavyTiles(bins, bounds, plan.tileBytes);
  const made = await fitAlone(crew, { bins, heavy, bytes: plan.tileBytes });
  return new Map(
    [...made].map(([run, encoded]) => {
      for (const feature of encoded.dropped) dropped.add(ids[feature] as number);
      return [run.from, putAway(encoded, plan.scratch)];
    }),
  );
}

/** The last zoom, as `lastZoom` finds it in a layer that is there whole. */
export async function lastZoomOf({ desk, crew, plan }: Bench): Promise<number> {
  if (!plan.thinning) return plan.maxZoom;
  const deepest = Math.min(plan.maxZoom + MOST_DEEPER, DEEPEST_ZOOM);
  for (let zoom = plan.maxZoom; zoom < deepest; zoom++) {
    const heavy = desk.ranges.flatMap((_, range) => {
      const { bounds } = desk.open(range);
      const tiles = heavyTiles(desk.bins(range, zoom, true), bounds, plan.tileBytes);
      return fullest(tiles).map((span) => ({ ...span, range }));
    });
    const sizes: number[] = [];
    for (const { range, ...span } of fullest(heavy)) {
      desk.open(range);
      const run = { bins: desk.bins(range, zoom, true), ...span, last: true };
      sizes.push((await encode(crew, run)).bytes.length);
    }
    if (sizes.every((bytes) => bytes <= plan.tileBytes)) return zoom;
  }
  return deepest;
}

const fullest = <Tile extends { readonly bound: number }>(tiles: readonly Tile[]): Tile[] =>
  tiles.toSorted((a, b) => b.bound - a.bound).slice(0, PROBES);
