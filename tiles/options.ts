import type { ArchiveMetadata, TileLayer } from '#data/schema/tile.ts';
import type { Tolerance } from './cut/cutter.ts';
import type { Packed, Sink } from './pack/writer.ts';
import type { Summary } from './summary.ts';

/** How a layer is built. */
export type BuildOptions = {
  readonly layer: TileLayer;
  readonly metadata: ArchiveMetadata;
  /** Threads to use; 1: none is started. As many as the machine has, when left out; small layers need none. */
  readonly threads?: number;
  /** Thin tiles that grow too large, never at the last zoom (the default). */
  readonly thinning?: boolean;
  /** Keep every property, whatever `layer.attributes` says. */
  readonly everyAttribute?: boolean;
  /** Most bytes of a gzipped tile when thinning; 500,000 when left out. */
  readonly tileBytes?: number;
  /** How far a line may be moved when it is simplified, tile units. */
  readonly tolerance?: Tolerance;
  /** Where to keep what a later rebuild starts from; nothing is kept of a layer without distinct keys. */
  readonly keep?: Keeping;
  /** Where encoded tiles wait until all are there; in memory when left out. */
  readonly scratch?: Scratch;
  /** How much memory the build may take; as much as it needs when left out. */
  readonly room?: Room;
  readonly onProgress?: (done: Progress) => void;
  /** Stops the build; the promise is rejected with its reason. */
  readonly signal?: AbortSignal;
};

/** Room outside memory. */
export type Scratch = {
  /** Put bytes away. @returns fetches them again; they are good until the next are fetched */
  readonly put: (bytes: Uint8Array) => () => Uint8Array;
};

/** Memory a build may take, and where it may put what does not fit. */
export type Room = {
  /** Bytes of the process the build is to stay within, as far as single tiles allow. */
  readonly memoryBytes: number;
  /** Begin a file that is gone when the build is. */
  readonly open: () => SpillFile;
};

/** A file that only grows, and can be read anywhere. */
export type SpillFile = {
  /** Add bytes at its end. @returns where they begin */
  readonly append: (bytes: Uint8Array) => number;
  /** Fill the bytes with what stands from a position on. */
  readonly read: (at: number, into: Uint8Array) => void;
  /** Nothing in it is wanted any more. */
  readonly close: () => void;
};

/** Where what is kept goes, and a word on the data and code it was made of. */
export type Keeping = { readonly sink: Sink; readonly note: string };

/** How far one of the stages is, 0–1. */
export type Progress = { readonly stage: 'choose' | 'encode' | 'pack'; readonly share: number };

/** What was built. */
export type BuildStats = Packed &
  Summary & {
    /** Features without a position that can be drawn. */
    readonly unplaced: number;
    readonly largestTileBytes: number;
  };

/** @throws RangeError when the options make no sense */
export function checkOptions({ layer, threads }: BuildOptions): void {
  const { minZoom, maxZoom } = layer;
  const zooms = [minZoom, maxZoom].every(Number.isInteger) && minZoom >= 0 && minZoom <= maxZoom;
  if (!zooms || maxZoom > 14) {
    throw new RangeError(`Cannot build tiles: want zooms from 0 to 14, got ${minZoom}–${maxZoom}`);
  }
  if (threads !== undefined && !(Number.isInteger(threads) && threads > 0)) {
    throw new RangeError(`Cannot build tiles: want 1 thread or more, got ${threads}`);
  }
}
