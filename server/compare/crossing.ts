import type { Comparison, EditionFacts } from '#data/schema/change.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import type { ColumnProfile } from '#data/schema/harmonised.ts';

/** An edition as far as the gate looks at it. */
export type GatedEdition = {
  readonly number: number;
  /** ISO 8601 time. */
  readonly publishedAt: string;
  /** Records kept, placed or not. */
  readonly kept: number;
  /** Records on the map. */
  readonly features: number;
  readonly bounds?: Bounds;
  readonly facts?: EditionFacts;
  readonly columns: readonly ColumnProfile[];
  readonly records: number;
  /** Attribute → columns it is read from. */
  readonly mapped: Readonly<Record<string, readonly string[]>>;
};

/** A new edition beside the live one. */
export type Crossing = {
  readonly before: GatedEdition;
  readonly after: GatedEdition;
  readonly comparison: Comparison;
  /** Features that had the same id by themselves, before any was recognised. */
  readonly sameIds: number;
  /** True when references name the records, not their name and place. */
  readonly keyed: boolean;
  /** When the same bytes were live before, and as which edition. */
  readonly seen?: { readonly number: number; readonly publishedAt: string };
};
