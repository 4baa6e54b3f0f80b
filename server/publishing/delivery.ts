import type { LongResource, Resource } from '#data/schema/flow.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { RunProgress } from '#server/harmonise/meter.ts';
import type { Harmoniser } from '#server/jobs/harmoniser.ts';
import type { Store } from '#server/store/store.ts';
import type { Layers } from '#server/tiling/drawing.ts';

/** What publishing is given: a file, what to do it with, and who waits. */

/** Everything publishing needs, opened. */
export type PublishDeps = {
  readonly store: Store;
  readonly harmoniser: Harmoniser;
  readonly layers: Layers;
  readonly licences: ReadonlyMap<string, Licence>;
  /** Folder of the vocabulary, `data/`. */
  readonly vocabulary: string;
  /** Places records without coordinates. */
  readonly gazetteers: {
    /** Folder of its files, for the child. */
    readonly folder: string;
    /** Names what is loaded now. */
    readonly stamp: () => string;
  };
  /** Version of the harmonising code. */
  readonly codeVersion: string;
  /** Folder for passing files to and from the child. */
  readonly temporary: string;
  readonly now: () => Date;
};

/** A file as handed in, with the loose files that belong to it. */
export type Delivery = {
  readonly resource: Resource | LongResource;
  readonly companions?: readonly Resource[];
  /** Who hands it in, for the history. */
  readonly by?: string;
};

/** How far a publish is. */
export type Progress =
  /** `run` once there is something to tell. */
  | { readonly stage: 'reading'; readonly sizeBytes: number; readonly run?: RunProgress }
  | { readonly stage: 'keeping'; readonly done: number; readonly of: number }
  /** With the live edition, when there is one. */
  | { readonly stage: 'comparing' }
  /** It is live; `share` of the layer's tiles are drawn, 0–1. */
  | { readonly stage: 'tiling'; readonly layerId: string; readonly share: number };

/** Who waits for a publish. */
export type PublishWatch = {
  readonly onProgress?: (progress: Progress) => void;
  /**
   * Cancels until the flip: what is live stays so, and nothing is left of the attempt. After it, it only ends
   * the waiting.
   */
  readonly signal?: AbortSignal;
  /** Whether to wait until its tiles are drawn, unless told not to; it is on the map before. */
  readonly wait?: boolean;
};
