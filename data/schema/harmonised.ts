import type { Feature, UnplacedFeature } from './feature.ts';
import type { FeatureTypeId } from './feature-type.ts';
import type { Format } from './flow.ts';
import type { GazetteerUse } from './gazetteer.ts';
import type { Bounds, Shape } from './geometry.ts';
import type { Issue } from './issue.ts';

/** What the values of one column look like. */
export type ColumnProfile = {
  readonly name: string;
  readonly type: 'empty' | 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'url' | 'mixed';
  /** Records with a value. */
  readonly filled: number;
  /** Up to five different values, as published. */
  readonly examples: readonly string[];
};

/** The CRS a layer was read in, and why. */
export type CrsVerdict = {
  /** `EPSG:4326`, `EPSG:27700` …; absent when the layer has no coordinates. */
  readonly id?: string;
  readonly axis: 'xy' | 'yx';
  /** 0–1. */
  readonly confidence: number;
  readonly evidence: readonly string[];
};

export type ColumnSuggestion = {
  readonly column: string;
  readonly attribute: string;
  readonly confidence: number;
  readonly reason: string;
};

/** One feature type a layer may be, best first. */
export type TypeSuggestion = {
  readonly featureType: FeatureTypeId;
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly columns: readonly ColumnSuggestion[];
};

/** One layer as `odin inspect` describes it. */
export type LayerProfile = {
  readonly name: string;
  readonly records: number;
  /** Shape of the geometries, `mixed`, or `none` when the layer has no positions of its own. */
  readonly geometryType: Shape | 'mixed' | 'none';
  readonly crs: CrsVerdict;
  readonly columns: readonly ColumnProfile[];
  readonly suggestions: readonly TypeSuggestion[];
};

/** What `odin inspect` answers. */
export type Inspection = {
  readonly file: string;
  readonly sha256: string;
  readonly format?: Format;
  readonly encoding?: string;
  readonly layers: readonly LayerProfile[];
  readonly issues: readonly Issue[];
};

/** Choices a run made by itself; same bytes and lock give the same output. */
export type Lock = {
  readonly layer: string;
  readonly type: FeatureTypeId | 'unclassified';
  readonly crs: CrsVerdict;
  /** Attribute → columns. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** What names a record from one edition to the next, and the attribute or columns it is read from. */
  readonly key?: {
    readonly strategy: 'reference' | 'composite' | 'content' | 'spatial';
    readonly from: readonly string[];
  };
};

/** What harmonising one file gives. `records = features.length + unplaced.length + rejected`. */
export type Harmonised = {
  readonly file: string;
  readonly sha256: string;
  readonly format?: Format;
  readonly encoding?: string;
  readonly layers: readonly LayerProfile[];
  /** Verdict of the layer that was taken (the first, when several were). */
  readonly crs?: CrsVerdict;
  readonly records: number;
  readonly features: readonly Feature[];
  /** Records kept without a position; why is an issue with their line. */
  readonly unplaced: readonly UnplacedFeature[];
  /** Records that could not be kept: the reason is an issue with their line. */
  readonly rejected: number;
  readonly bounds?: Bounds;
  /** Licence of the catalogue the data is under, or undefined with a `licence.missing` issue. */
  readonly licence?: string;
  readonly featureType: FeatureTypeId | 'unclassified';
  readonly lock: readonly Lock[];
  /** Gazetteers that placed features without coordinates of their own; their credits go with the data. */
  readonly gazetteers?: readonly GazetteerUse[];
  readonly issues: readonly Issue[];
  /** False when the file could not be read at all. */
  readonly readable: boolean;
};
