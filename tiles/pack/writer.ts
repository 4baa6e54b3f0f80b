import { gzipSync } from 'node:zlib';
import { type Entry, writeDirectories } from './directory.ts';
import { HEADER_BYTES, type Header, ROOT_END, writeHeader } from './header.ts';

/** Where the archive goes: memory, or whoever can write bytes at a position of a file. */
export type Sink = { readonly write: (position: number, bytes: Uint8Array) => void };

/** What the archive says about its extent. */
export type Extent = Pick<Header, 'minZoom' | 'maxZoom' | 'bounds' | 'center'>;

/** What was written. */
export type Packed = {
  /** Size of the archive. */
  readonly bytes: number;
  /** Tiles that can be asked for, and different ones among them. */
  readonly tiles: number;
  readonly contents: number;
};

/**
 * Writes a PMTiles v3 archive: clustered, equal tiles stored once, header and root directory in
 * the first 16 KiB. Tile data goes out as it comes; the directories follow it, the header is last.
 */
export class ArchiveWriter {
  readonly #sink: Sink;
  readonly #entries: Entry[] = [];
  readonly #offsets = new Map<string, number>();
  #end = 0;
  #addressed = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** Add a gzipped tile. @throws RangeError when its id does not come after the one before */
  add(tileId: number, tile: Uint8Array, hash: string): void {
    const last = this.#entries.at(-1);
    if (last && tileId < last.tileId + last.run) {
      throw new RangeError(`Cannot add tile ${tileId}: tiles must come in ascending order`);
    }
    this.#addressed++;
    const known = this.#offsets.get(hash);
    if (known === undefined) {
      this.#sink.write(ROOT_END + this.#end, tile);
      this.#offsets.set(hash, this.#end);
      this.#entries.push({ tileId, offset: this.#end, length: tile.length, run: 1 });
      this.#end += tile.length;
    } else if (last && last.offset === known && last.tileId + last.run === tileId) {
      this.#entries[this.#entries.length - 1] = { ...last, run: last.run + 1 };
    } else {
      this.#entries.push({ tileId, offset: known, length: tile.length, run: 1 });
    }
  }

  /** Write metadata, directories and header: the archive is whole. */
  finish(extent: Extent, metadata: Readonly<Record<string, unknown>>): Packed {
    const { root, leaves } = writeDirectories(this.#entries);
    const about = gzipSync(JSON.stringify(metadata));
    const aboutAt = ROOT_END + this.#end;
    const leavesAt = aboutAt + about.length;
    this.#sink.write(aboutAt, about);
    this.#sink.write(leavesAt, leaves);
    this.#sink.write(HEADER_BYTES, padded(root));
    this.#sink.write(
      0,
      writeHeader({
        ...extent,
        root: { offset: HEADER_BYTES, length: root.length },
        metadata: { offset: aboutAt, length: about.length },
        leaves: { offset: leavesAt, length: leaves.length },
        tiles: { offset: ROOT_END, length: this.#end },
        addressed: this.#addressed,
        entries: this.#entries.length,
        contents: this.#offsets.size,
      }),
    );
    return {
      bytes: leavesAt + leaves.length,
      tiles: this.#addressed,
      contents: this.#offsets.size,
    };
  }
}

/** The root directory with zeros after it, up to where tile data starts. */
function padded(root: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(ROOT_END - HEADER_BYTES);
  bytes.set(root);
  return bytes;
}

/** Bytes of small writes that are handed on together. */
const PIECE_BYTES = 1 << 20;

/** A sink that keeps everything in memory. */
export type MemorySink = Sink & {
  readonly bytes: () => Uint8Array;
  /** The same one after the other, uncopied where it is large; each is good until the next is asked for. */
  readonly pieces: () => Iterable<Uint8Array>;
  readonly isEmpty: () => boolean;
};

export function memorySink(): MemorySink {
  const writes: Write[] = [];
  return {
    write: (position, bytes) => {
      writes.push({ position, bytes });
    },
    bytes: () => {
      const end = writes.reduce((most, w) => Math.max(most, w.position + w.bytes.length), 0);
      const whole = new Uint8Array(end);
      for (const { position, bytes } of writes) whole.set(bytes, position);
      return whole;
    },
    pieces: () => gathered(writes.toSorted((a, b) => a.position - b.position)),
    isEmpty: () => writes.length === 0,
  };
}

type Write = { readonly position: number; readonly bytes: Uint8Array };

/** Writes in order as one run of bytes, zeros between them. */
function* gathered(writes: readonly Write[]): Generator<Uint8Array> {
  const piece = new Uint8Array(PIECE_BYTES);
  let held = 0;
  let end = 0;
  for (const { position, bytes } of writes) {
    const room = position - end + bytes.length;
    end += room;
    if (held + room > PIECE_BYTES) {
      yield piece.subarray(0, held);
      held = 0;
    }
    const gap = room - bytes.length;
    piece.fill(0, held, held + gap);
    held += gap;
    if (held + bytes.length <= PIECE_BYTES) {
      piece.set(bytes, held);
      held += bytes.length;
    } else {
      yield piece.subarray(0, held);
      yield bytes;
      held = 0;
    }
  }
  yield piece.subarray(0, held);
}
