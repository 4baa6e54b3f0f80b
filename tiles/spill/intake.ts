import { layOut } from '../choose/arrange.ts';
import { AttributeTable } from '../choose/attribute-table.ts';
import { type FlatLayer, inPrivate } from '../choose/flat-layer.ts';
import { Flattener } from '../choose/flatten.ts';
import { weighVertices } from '../choose/importance.ts';
import type { BuildOptions, Room, SpillFile } from '../options.ts';
import { bothContents, type Content, contentOf } from '../summary.ts';
import { gather, Picks } from './gather.ts';
import { runBytes } from './shares.ts';
import { free, type StoredStretch, type Stretch, store } from './stored-layer.ts';

/** Blocks a run is cut into, so that a part of it can be read by itself. */
const RUN_BLOCKS = 128;

/** Sorted runs, one after the other, in blocks that stand by themselves. */
export type Blocks = { readonly file: SpillFile; readonly stored: StoredStretch[] };

/** What was put away, and what it comes to. */
export type TakenIn = { readonly blocks: Blocks; readonly content: Content };

const NOTHING: Content = { features: 0, bounds: undefined, drawn: [] };

/** Takes a layer's features, and puts them away in sorted runs when memory is full. */
export class Intake {
  readonly attributes: AttributeTable;
  /** What was taken in and not put away. */
  flat: Flattener;
  /** Features that could not be drawn, of those put away. */
  unplaced = 0;
  readonly #room: Room | undefined;
  readonly #minZoom: number;
  #taken: TakenIn | undefined;

  constructor({
    everyAttribute,
    layer,
    room,
  }: Pick<BuildOptions, 'everyAttribute' | 'layer'> & { readonly room: Room | undefined }) {
    this.attributes = new AttributeTable(everyAttribute ? undefined : layer.attributes);
    this.#room = room;
    this.#minZoom = layer.minZoom;
    this.flat = new Flattener(this.attributes);
  }

  /** Who takes the next features. */
  taker(): Flattener {
    if (this.#room && this.#isFull(this.#room)) this.#putAway(this.#room);
    return this.flat;
  }

  /** All that was put away, the rest too; undefined when everything fitted into `flat`. */
  finish(): TakenIn | undefined {
    const room = this.#room;
    if (room && (this.#taken || this.#isFull(room))) this.#putAway(room);
    return this.#taken;
  }

  #isFull(room: Room): boolean {
    return this.flat.bytes > runBytes(room);
  }

  #putAway(room: Room): void {
    const { blocks, content } = this.#taken ?? {
      blocks: { file: room.open(), stored: [] },
      content: NOTHING,
    };
    this.unplaced += this.flat.unplaced;
    const layer = layOut(this.flat, this.#minZoom, inPrivate);
    this.flat = new Flattener(this.attributes);
    this.#taken = { blocks, content: bothContents(content, contentOf(layer)) };
    weighVertices(layer, 0, layer.count);
    const run: Stretch = { layer, ids: new Uint32Array(layer.count) };
    for (const block of cutUp(run, RUN_BLOCKS)) {
      blocks.stored.push(store(blocks.file, block));
      free(block);
    }
    free(run);
  }
}

/** A stretch as so many of about one size. */
export function* cutUp(stretch: Stretch, blocks: number): Generator<Stretch> {
  const { layer } = stretch;
  const step = weightUpTo(layer, layer.count) / blocks;
  for (let from = 0; from < layer.count; ) {
    const least = weightUpTo(layer, from) + step;
    let to = from + 1;
    while (to < layer.count && weightUpTo(layer, to) < least) to++;
    const picks = new Picks();
    picks.add(stretch, { from, to });
    yield gather(picks, inPrivate);
    from = to;
  }
}

/** About the bytes of the features before one. */
function weightUpTo({ featureParts, partStarts, featureTags }: FlatLayer, feature: number): number {
  const vertices = partStarts[featureParts[feature] as number] as number;
  return 64 * feature + 12 * vertices + 8 * (featureTags[feature] as number);
}
