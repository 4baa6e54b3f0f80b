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
  /** Let others have a turn; throws when the build is stopped. */
  readonly pause: () => Promise<void>;
};
type Placing = Setting & { readonly rangeOf: RangeOf };

/** Put sorted blocks on a shelf; they are used up. */
export async function shelve(blocks: Blocks, setting: Setting): Promise<Shelf> {
  const { parting, room, raw } = setting;
  const there = { ...setting, rangeOf: rangeFinder(parting) };
  const together = await bringTogether(blocks, setting);
  const homes = raw ? await settled(together, there) : together;
  const visitors = await visitorsOf(homes, there);
  const file = room.open();
  const stretches = await inTurn(homes.stored, setting, (home, range) => {
    const { before, after } = visitors[range] as Visitors;
    const picks = new Picks();
    for (const stored of [...before, home, ...after]) {
      const stretch = read(homes.file, stored, setting);
      picks.add(stretch, { from: 0, to: stretch.layer.count });
    }
    const whole = gather(picks, inPrivate);
    for (const source of picks.sources) free(source);
    scoresOf(whole.layer, whole.layer.scores);
    return storeAway(file, whole);
  });
  homes.file.close();
  return { parting, file, stretches, starts: homes.starts };
}

/** Do something for one range after the other, letting others have a turn in between. */
async function inTurn<Given, Made>(
  given: readonly Given[],
  { pause }: Pick<Setting, 'pause'>,
  make: (one: Given, range: number) => Made,
): Promise<Made[]> {
  const made: Made[] = [];
  for (const [range, one] of given.entries()) {
    await pause();
    made.push(make(one, range));
  }
  return made;
}

const read = (file: SpillFile, stored: StoredStretch, attributes: Attributes): Stretch =>
  load(file, stored, { ...attributes, allocate: inPrivate });

/** Store a stretch whose memory is not needed any more. */
function storeAway(file: SpillFile, stretch: Stretch): StoredStretch {
  const kept = store(file, stretch);
  free(stretch);
  return kept;
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
async function bringTogether(blocks: Blocks, setting: Setting): Promise<Homes> {
  const file = setting.room.open();
  const starts = [0];
  const homes = await inTurn(setting.parting.ranges, setting, ({ from, to }) => {
    const picks = new Picks();
    for (const block of blocks.stored) {
      if (block.first >= to || block.last < from) continue;
      const stretch = read(blocks.file, block, setting);
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
    return storeAway(file, home);
  });
  blocks.file.close();
  return { file, stored: homes, starts };
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
async function settled(homes: Homes, setting: Placing): Promise<Homes> {
  const { zoom } = setting.parting;
  const away = await inTurn(homes.stored, setting, (home, range) => {
    const stretch = read(homes.file, home, setting);
    const found = strangersOf(stretch.layer, range, { zoom, rangeOf: setting.rangeOf });
    free(stretch);
    return found;
  });
  const shared = await changed(homes, setting, ({ layer }, range) => {
    const here = away.flatMap((found): Strangers[] => {
      const strangers = found.get(range);
      return strangers ? [strangers] : [];
    });
    if (layer.shapes.includes(POLYGON)) shareWith(layer, here);
  });
  const dust = new DustCounter();
  return await changed(shared, setting, ({ layer }, range) => {
    for (const strangers of away[range]?.values() ?? []) bringHome(layer, strangers);
    dust.count(layer);
  });
}

async function changed(
  homes: Homes,
  setting: Setting,
  change: (stretch: Stretch, range: number) => void,
): Promise<Homes> {
  const file = setting.room.open();
  const made = await inTurn(homes.stored, setting, (home, range) => {
    const stretch = read(homes.file, home, setting);
    change(stretch, range);
    return storeAway(file, stretch);
  });
  homes.file.close();
  return { file, stored: made, starts: homes.starts };
}

/** Features of the ranges before and after that reach into a range. */
type Visitors = { readonly before: StoredStretch[]; readonly after: StoredStretch[] };

async function visitorsOf({ file, stored: homes }: Homes, setting: Placing): Promise<Visitors[]> {
  const { parting } = setting;
  const visitors = parting.ranges.map((): Visitors => ({ before: [], after: [] }));
  if (visitors.length === 1) return visitors;
  await inTurn(homes, setting, (kept, home) => {
    const stretch = read(file, kept, setting);
    for (const [range, features] of guestsOf(stretch, home, setting)) {
      const picks = new Picks();
      const { count } = stretch.layer;
      picks.add(stretch, { from: 0, to: count }, (feature) => features.has(feature));
      const side = home < range ? 'before' : 'after';
      visitors[range]?.[side].push(storeAway(file, gather(picks, inPrivate)));
    }
    free(stretch);
  });
  return visitors;
}

/** Range → features of another that reach into it. */
function guestsOf({ layer }: Stretch, home: number, { parting, rangeOf }: Placing) {
  const grid = new Grid(parting.zoom);
  const guests = new Map<number, Set<number>>();
  for (let feature = 0; feature < layer.count; feature++) {
    eachTileOf(layer, feature, grid, (tile) => {
      const range = rangeOf(tile);
      if (range === home) return;
      const among = guests.get(range) ?? new Set();
      guests.set(range, among.add(feature));
    });
  }
  return guests;
}
