import type { DecodedFile } from '#data/schema/flow.ts';

/** One file beside or inside another: a loose companion or an archive member. */
export type Part = {
  /** Name as published, folders and all; metadata only, never a path. */
  readonly name: string;
  /** The part's bytes; inflated on each call. @throws Refusal when the archive breaks a limit. */
  readonly bytes: () => Uint8Array;
};

/** What every decoder is given. */
export type Source = {
  /** Name as published. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Files published beside this one: archive members or companions. */
  readonly parts: readonly Part[];
};

/**
 * Take a file of one format apart.
 *
 * @throws Refusal when nothing can be read
 */
export type Decoder = (source: Source) => DecodedFile;

/** `Folder/GRIT_BINS.SHP` → `GRIT_BINS`. */
export function stemOf(name: string): string {
  const base = baseOf(name);
  const dot = base.lastIndexOf('.');
  return dot > 0 ? base.slice(0, dot) : base;
}

/** `Folder/GRIT_BINS.SHP` → `GRIT_BINS.SHP`. */
export function baseOf(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
}

/** `Folder/GRIT_BINS.SHP` → `shp`; `''` when there is none. */
export function extensionOf(name: string): string {
  const base = baseOf(name);
  const dot = base.lastIndexOf('.');
  return dot > 0 ? base.slice(dot + 1).toLowerCase() : '';
}
