import type { Feature, UnplacedFeature } from '#data/schema/feature.ts';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import type { Harmonised } from '#data/schema/harmonised.ts';
import type { Source } from '#data/schema/source.ts';
import type { RunProgress } from '#server/harmonise/meter.ts';

/** A file on disk that the child reads by itself. */
export type JobFile = {
  readonly path: string;
  readonly sha256: string;
  /** Name as published. */
  readonly fileName: string;
};

/** What the child is asked: harmonise this file, write the records there. */
export type HarmoniseJob = {
  readonly file: JobFile;
  readonly companions: readonly JobFile[];
  readonly source: Source;
  /** Folder of the vocabulary, `data/`. */
  readonly vocabulary: string;
  /** Folder of gazetteers; it need not exist. */
  readonly gazetteers: string;
  /** File that receives the records, in frames; see `frames.ts`. */
  readonly output: string;
  /** Today, ISO 8601. */
  readonly today: string;
};

/** What the child says while it works, and last its answer. */
export type JobMessage =
  | { readonly progress: RunProgress }
  | { readonly summary: HarmonisedSummary };

/** A record ready to be kept. */
export type PreparedRecord = {
  readonly feature: Feature | UnplacedFeature;
  /** Where it is; absent when it could not be placed. */
  readonly place?: {
    readonly bounds: Bounds;
    readonly point: LngLat;
    /** GSS code. */
    readonly district?: string;
  };
  /** Published cells, in the order of the layer's columns. */
  readonly cells: readonly string[];
  /** Words that find it beside its name and reference. */
  readonly words: string;
};

/** A harmonised file without its records, which stand in `HarmoniseJob.output`. */
export type HarmonisedSummary = Omit<Harmonised, 'features' | 'unplaced'> & {
  readonly features: number;
  readonly unplaced: number;
  /** Layers taken, with their headings as published. */
  readonly taken: readonly { readonly name: string; readonly columns: readonly string[] }[];
};
