import type { LngLat } from './geometry.ts';
import type { Issue } from './issue.ts';

/**
 * What a closer look at a file finds beside its features: how every choice was come by, and what else it could have
 * been. Made while the file is read, kept with a draft, shown to whoever publishes it. Values of columns that may
 * describe persons are masked in it.
 */
export type CloserLook = {
  readonly layers: readonly LayerLook[];
  /** Cells in which persons were looked for. */
  readonly screened: number;
  /** The file's own words about its licence. */
  readonly licence?: { readonly text: string; readonly where: string };
  /** Months of the newest date of the attributes: ISO 8601, with the attribute and column it stands in. */
  readonly newest?: { readonly date: string; readonly attribute: string; readonly column: string };
  /** Where the records stand. */
  readonly falls: Falls;
  /** Attribute → sum of its figures, and records that have one. */
  readonly sums: Readonly<Record<string, { readonly sum: number; readonly records: number }>>;
  /** Attribute with a list of values → value → records; absent ones not counted. */
  readonly codes: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

/** Where records stand against the publisher's area; each with its first lines. */
export type Falls = {
  /** Name of the area; absent: the publisher has none, and all districts stand for it. */
  readonly area?: string;
  readonly inside: number;
  /** Records placed outside the area, and those whose position was not believed, at most 1,000. */
  readonly astray: readonly Astray[];
  /** All of them. */
  readonly outside: number;
  /** Of those, how many stand in each other district. */
  readonly districts: Readonly<Record<string, number>>;
  /** Records with no position at all. */
  readonly without: number;
};

/** A record that is not where it should be. */
export type Astray = {
  readonly layer: string;
  readonly line: number;
  readonly reference?: string;
  readonly name?: string;
  /** The figures as sent, in their order. */
  readonly figures?: LngLat;
  readonly at?: LngLat;
  readonly isPlaced: boolean;
  /** District it stands in, of those of the deployment. */
  readonly district?: string;
  /** From the edge of the area; a lower bound beyond 20 km. */
  readonly distanceM?: number;
};

/** One way to read the coordinates of a layer. Counts are of the positions sampled. */
export type ReadingLook = {
  readonly id: string;
  readonly axis: 'xy' | 'yx';
  readonly inside: number;
  readonly country: number;
  /** Of which the reading makes a place on Earth. */
  readonly located: number;
  /** Middle of those, by median. */
  readonly centre?: LngLat;
};

export type VoteLook = {
  /** `GeoX, GeoY`. */
  readonly from: string;
  readonly columns: readonly string[];
  readonly kind: string;
  readonly stated?: { readonly id?: string; readonly axis?: 'xy' | 'yx'; readonly by: string };
  readonly of: number;
  readonly area?: string;
  readonly won?: { readonly id: string; readonly axis: 'xy' | 'yx' };
  readonly confidence: number;
  readonly isAmbiguous: boolean;
  readonly readings: readonly ReadingLook[];
};

export type LayerLook = {
  readonly name: string;
  readonly records: number;
  readonly isTaken: boolean;
  readonly isHidden: boolean;
  /** True when its records carry geometry of their own. */
  readonly isSpatial: boolean;
  readonly vote?: VoteLook;
  readonly columns: readonly ColumnLook[];
  /** What its columns seem to hold about persons. */
  readonly personal: readonly Issue[];
};

/** Dates of a column by the order they allow. */
export type DateVotes = {
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly either: number;
};

/** A value of a column and what it was read as. */
export type ValueLook = {
  readonly text: string;
  readonly rows: number;
  /** Of the records looked at, at most 100. */
  readonly lines: readonly number[];
  /** For attributes with a list of values: what it became; absent: it is not in the list. */
  readonly becomes?: string;
};

export type ColumnLook = {
  readonly name: string;
  /** Distinct name, as rules and issues use it. */
  readonly label: string;
  readonly type: string;
  readonly filled: number;
  /** Different values of the sample, at most 1,000. */
  readonly distinct: number;
  /** The most frequent, at most 60 (all of them, up to 200, where the attribute has a list of values). */
  readonly values: readonly ValueLook[];
  /** Least and largest figure, and those that are out of line with the rest. */
  readonly figures?: {
    readonly least: number;
    readonly most: number;
    readonly odd: readonly string[];
  };
  readonly dates?: DateVotes;
  readonly isPosition: boolean;
  readonly isPersonal: boolean;
  /** Attribute that took it, by whose word, and how its dates or units were read. */
  readonly taken?: { readonly attribute: string; readonly by: string; readonly rule?: string };
  /** Attributes it could be, likeliest first. */
  readonly candidates: readonly {
    readonly attribute: string;
    readonly confidence: number;
    readonly reason: string;
  }[];
};
