import type { Allocate } from '../choose/flat-layer.ts';
import type { Crew } from '../crew.ts';
import { type Bins, binFeatures } from '../cut/bin.ts';
import { DEEPEST_ZOOM } from '../hilbert.ts';
import { boundOf } from '../spans.ts';
import type { Range } from './ranges.ts';
import type { Shelf } from './shelf.ts';
import { type Attributes, load, type Stretch } from './stored-layer.ts';

/** A range at hand: its features, and what single tiles of them may come to. */
export type AtHand = Stretch & { readonly bounds: Float32Array };

/**
 * Where one range of a shelf lies open at a time, in the same memory as the one before: what is not
 * freed cannot pile up, and threads keep their view of it.
 */
export class Desk {
  /** Feature → first zoom at which it is shown, for all ranges. */
  readonly shownFrom: Uint8Array;
  readonly #shelf: Shelf;
  readonly #crew: Crew;
  readonly #by: Attributes & { readonly allocate: Allocate };
  readonly #memory: ArrayBufferLike;
  readonly #pool: ReturnType<typeof poolOf>;
  #open = -1;
  #atHand: AtHand | undefined;
  #bins: { readonly last: boolean; readonly range: number; readonly bins: Bins } | undefined;

  constructor(shelf: Shelf, crew: Crew, by: Attributes & { readonly allocate: Allocate }) {
    this.#shelf = shelf;
    this.#crew = crew;
    this.#by = by;
    const most = shelf.stretches.reduce((largest, { bytes }) => Math.max(largest, bytes), 0);
    this.#memory = by.allocate(most);
    this.#pool = poolOf(by.allocate);
    this.shownFrom = new Uint8Array(shelf.starts.at(-1) as number);
    for (let range = 0; range < shelf.stretches.length; range++) {
      const { layer, ids } = this.#fetch(range);
      ids.forEach((id, i) => {
        this.shownFrom[id] = layer.shownFrom[i] as number;
      });
    }
  }

  /** Ranges there are. */
  get ranges(): readonly Range[] {
    return this.#shelf.parting.ranges;
  }

  /** Open a range, its features shown from where they are now. */
  open(range: number): AtHand {
    const atHand = this.#open === range ? this.#atHand : undefined;
    const { layer, ids, bounds } = atHand ?? this.#lay(range);
    for (let i = 0; i < layer.count; i++) {
      layer.shownFrom[i] = this.shownFrom[ids[i] as number] as number;
    }
    return { layer, ids, bounds };
  }

  /** A range's own features, by their place in it. */
  home(range: number): { readonly from: number; readonly to: number } {
    const { starts } = this.#shelf;
    const { ids } = this.open(range);
    const start = starts[range] as number;
    const from = ids.indexOf(start);
    const count = (starts[range + 1] as number) - start;
    return count === 0 ? { from: 0, to: 0 } : { from, to: from + count };
  }

  /** The range's tiles of a zoom, and what they may hold. The range is open. */
  bins(range: number, zoom: number, last: boolean): Bins {
    const known = this.#bins;
    const { layer } = this.#atHand as AtHand;
    if (known?.range === range && known.bins.zoom === zoom && known.last === last) {
      return known.bins;
    }
    this.#pool.rewind();
    const all = binFeatures(layer, zoom, { last, allocate: this.#pool.take });
    const side = 4 ** (DEEPEST_ZOOM - zoom);
    const { from, to } = this.ranges[range] as Range;
    const first = lowerBound(all.tiles, from / side);
    const end = lowerBound(all.tiles, to / side);
    const bins = {
      zoom,
      tiles: all.tiles.subarray(first, end),
      features: all.features.subarray(first, end),
    };
    this.#bins = { range, last, bins };
    return bins;
  }

  #lay(range: number): AtHand {
    const { layer, ids } = this.#fetch(range);
    this.#atHand = { layer, ids, bounds: boundOf(layer) };
    this.#open = range;
    this.#bins = undefined;
    this.#crew.enter(layer);
    return this.#atHand;
  }

  #fetch(range: number): Stretch {
    const stored = this.#shelf.stretches[range];
    if (!stored) throw new RangeError(`Cannot open range ${range}: there is none`);
    return load(this.#shelf.file, stored, { ...this.#by, allocate: () => this.#memory });
  }
}

/**
 * Buffers that are used over and over: those of threads are given back late, when each of them has
 * noticed that it needs them no more.
 */
function poolOf(allocate: Allocate) {
  const buffers: ArrayBufferLike[] = [];
  let taken = 0;
  return {
    /** All is free again. */
    rewind: () => {
      taken = 0;
    },
    /** A buffer of so many bytes or more. */
    take: (bytes: number): ArrayBufferLike => {
      const known = buffers[taken];
      const buffer = known && known.byteLength >= bytes ? known : allocate(Math.ceil(bytes * 1.25));
      buffers[taken++] = buffer;
      return buffer;
    },
  };
}

function lowerBound(ascending: Uint32Array, least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
