import type { EditionFacts } from '#data/schema/change.ts';
import type { CloserLook } from '#data/schema/closer.ts';
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
  /** File that receives the records; see `frames/frame-file.ts`. */
  readonly output: string;
  /** Look closely too, for whoever publishes it at the desk; `untyped`: the type of `source` means nothing yet. */
  readonly closer?: 'typed' | 'untyped';
  /** Today, ISO 8601. */
  readonly today: string;
};

/** What the child says while it works, and last its answer. */
export type JobMessage =
  | { readonly progress: RunProgress }
  /** This many bytes of `HarmoniseJob.output` are written and stay as they are. */
  | { readonly written: number }
  | { readonly summary: HarmonisedSummary };

/** A harmonised file without its records, which stand in `HarmoniseJob.output`. */
export type HarmonisedSummary = Omit<Harmonised, 'features' | 'unplaced'> & {
  readonly features: number;
  /** Of the records written. */
  readonly facts: EditionFacts;
  readonly unplaced: number;
  /** Absent unless it was asked for. */
  readonly closer?: CloserLook;
  /** Layers taken, with their headings as published. */
  readonly taken: readonly { readonly name: string; readonly columns: readonly string[] }[];
};
