import { layerOrder } from '../choose/arrange.ts';
import { DustCounter } from '../choose/dust.ts';
import { inPrivate, POLYGON } from '../choose/flat-layer.ts';
import { scoresOf } from '../choose/score.ts';
import { eachTileOf, Grid } from '../cut/bin.ts';
import { DEEPEST_ZOOM } from '../hilbert.ts';
import type { Room, SpillFile } from '../options.ts';
import { bringHome, type RangeOf, type Strangers, shareWith, strangersOf } from './borders.ts';
import { gather, Picks } from './gather.ts';
import type { Blocks } from './intake.ts';
import type { Parting, Range } from './ranges.ts';
import {
  type Attributes,
  free,
  load,
  type StoredStretch,
  type Stretch,
  store,
} from './stored-layer.ts';

/**
 * A layer put away range by range: each with all features its tiles may hold, its own in the middle
 * and those of other ranges that reach into it on both sides, all in layer order.
 */
export type Shelf = {
  readonly parting: Parting;
  readonly file: SpillFile;
  /** Range → what its tiles may hold. */
  readonly stretches: readonly StoredStretch[];
  /** Range → the number of its own first feature; one more closes the last. */
  readonly starts: readonly number[];
};

type Setting = Attributes & {
  readonly parting: Parting;
  readonly room: Room;
  /** Whether borders and dust are still to be seen to. */
  readonly raw: boolean;
};

/** Put sorted blocks on a shelf; they are used up. */
export function shelve(blocks: Blocks, setting: Setting): Shelf {
  const { parting, room, raw } = setting;
  const rangeOf = rangeFinder(parting);
  const homes = raw
    ? settled(bringTogether(blocks, setting), { ...setting, rangeOf })
    : bringTogether(blocks, setting);
  const own = { ...homes, visitors: visitorsOf(homes, { ...setting, rangeOf }) };
  const file = room.open();
  const stretches = parting.ranges.map((_, range) => {
    const { before, after } = own.visitors[range] as Visitors;
    const picks = new Picks();
    for (const stored of [...before, homes.stored[range] as StoredStretch, ...after]) {
      const stretch = load(homes.file, stored, { ...setting, allocate: inPrivate });
      picks.add(stretch, { from: 0, to: stretch.layer.count });
    }
    const whole = gather(picks, inPrivate);
    for (const source of picks.sources) free(source);
    scoresOf(whole.layer, whole.layer.scores);
    const stored = store(file, whole);
    free(whole);
    return stored;
  });
  homes.file.close();
  return { parting, file, stretches, starts: homes.starts };
}

/** Tile of the parting's zoom → its range. */
function rangeFinder({ zoom, ranges }: Parting): RangeOf {
  const side = 4 ** (DEEPEST_ZOOM - zoom);
  return (tile) => {
    let low = 0;
    let high = ranges.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((ranges[middle] as Range).from <= tile * side) low = middle;
      else high = middle;
    }
    return low;
  };
}

/** Each range's own features. */
type Homes = {
  readonly file: SpillFile;
  readonly stored: readonly StoredStretch[];
  readonly starts: readonly number[];
};

/** Merge the runs, range by range. */
function bringTogether({ file, stored }: Blocks, { parting, room, ...by }: Setting): Homes {
  const into = room.open();
  const starts = [0];
  const homes = parting.ranges.map(({ from, to }) => {
    const picks = new Picks();
    for (const block of stored) {
      if (block.first >= to || block.last < from) continue;
      const stretch = load(file, block, { ...by, allocate: inPrivate });
      const { positions, count } = stretch.layer;
      picks.add(stretch, { from: 0, to: count }, (feature) => {
        const position = positions[feature] as number;
        return position >= from && position < to;
      });
    }
    sortPicks(picks);
    const start = starts.at(-1) as number;
    starts.push(start + picks.count);
    const home = gather(picks, inPrivate);
    for (const source of picks.sources) free(source);
    home.ids.forEach((_, i) => {
      home.ids[i] = start + i;
    });
    const kept = store(into, home);
    free(home);
    return kept;
  });
  file.close();
  return { file: into, stored: homes, starts };
}

/** Bring picks of several runs into the order of the layer; runs in the order they came. */
function sortPicks(picks: Picks): void {
  const { count } = picks;
  const positions = new Uint32Array(count);
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const { layer } = picks.sources[picks.source.array[i] as number] as Stretch;
    const feature = picks.feature.array[i] as number;
    positions[i] = layer.positions[feature] as number;
    keys[i] = layer.keys[feature] as number;
  }
  picks.arrange(layerOrder(positions, keys).values);
}

/** See to what takes a whole layer: borders shared across ranges, and dust. */
function settled(homes: Homes, setting: Setting & { readonly rangeOf: RangeOf }): Homes {
  const { room, parting } = setting;
  const { zoom } = parting;
  const read = (file: SpillFile, stored: StoredStretch): Stretch =>
    load(file, stored, { ...setting, allocate: inPrivate });
  const away = homes.stored.map((stored, home) => {
    const stretch = read(homes.file, stored);
    const found = strangersOf(stretch.layer, home, { zoom, rangeOf: setting.rangeOf });
    free(stretch);
    return found;
  });
  const shared = rewritten(homes, room, (stored, range) => {
    const stretch = read(homes.file, stored);
    const here = away.flatMap((found): Strangers[] => {
      const strangers = found.get(range);
      return strangers ? [strangers] : [];
    });
    if (stretch.layer.shapes.includes(POLYGON)) shareWith(stretch.layer, here);
    return stretch;
  });
  const dust = new DustCounter();
  return rewritten(shared, room, (stored, range) => {
    const stretch = read(shared.file, stored);
    for (const strangers of away[range]?.values() ?? []) bringHome(stretch.layer, strangers);
    dust.count(stretch.layer);
    return stretch;
  });
}

function rewritten(
  { file, stored, starts }: Homes,
  room: Room,
  change: (stored: StoredStretch, range: number) => Stretch,
): Homes {
  const into = room.open();
  const changed = stored.map((home, range) => {
    const stretch = change(home, range);
    const kept = store(into, stretch);
    free(stretch);
    return kept;
  });
  file.close();
  return { file: into, stored: changed, starts };
}

/** Features of the ranges before and after that reach into a range. */
type Visitors = { readonly before: StoredStretch[]; readonly after: StoredStretch[] };

function visitorsOf(
  { file, stored }: Homes,
  setting: Setting & { readonly rangeOf: RangeOf },
): Visitors[] {
  const { parting, rangeOf } = setting;
  const visitors = parting.ranges.map((): Visitors => ({ before: [], after: [] }));
  if (visitors.length === 1) return visitors;
  const grid = new Grid(parting.zoom);
  stored.forEach((kept, home) => {
    const stretch = load(file, kept, { ...setting, allocate: inPrivate });
    const { layer } = stretch;
    const guests = new Map<number, Set<number>>();
    for (let feature = 0; feature < layer.count; feature++) {
      eachTileOf(layer, feature, grid, (tile) => {
        const range = rangeOf(tile);
        if (range === home) return;
        const among = guests.get(range) ?? new Set();
        guests.set(range, among.add(feature));
      });
    }
    for (const [range, features] of guests) {
      const picks = new Picks();
      picks.add(stretch, { from: 0, to: layer.count }, (feature) => features.has(feature));
      const group = gather(picks, inPrivate);
      const side = home < range ? 'before' : 'after';
      visitors[range]?.[side].push(store(file, group));
      free(group);
    }
    free(stretch);
  });
  return visitors;
}
