import type { AttributeValue } from '#data/schema/attribute.ts';
import type { Comparison, EditionEvent, EditionFacts } from '#data/schema/change.ts';
import type { Lifecycle, Placement } from '#data/schema/feature.ts';
import type { Format } from '#data/schema/flow.ts';
import type { GazetteerUse } from '#data/schema/gazetteer.ts';
import type { Bounds, LngLat, Shape, Wgs84Geometry } from '#data/schema/geometry.ts';
import type { ColumnProfile, CrsVerdict, Lock } from '#data/schema/harmonised.ts';
import type { Issue, Severity } from '#data/schema/issue.ts';
import type { Source } from '#data/schema/source.ts';
import type { PublishedRecord } from '#server/frames/published.ts';

/** Shapes that cross the store's interface. Row numbers are the store's own and mean nothing outside it. */

/** A layer of the file that features were made from. */
export type TakenLayer = {
  readonly name: string;
  /** Column headings as published, in order; duplicates and blanks kept. */
  readonly columns: readonly string[];
  /** What the values of each column look like. */
  readonly profile: readonly ColumnProfile[];
};

/** What a run found out about the file; kept as one value because nothing asks for a part of it. */
export type EditionReport = {
  /** Name as published. */
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly format: Format;
  readonly encoding?: string;
  readonly crs?: CrsVerdict;
  readonly records: number;
  /** Records on the map. */
  readonly features: number;
  /** Records kept without a position. */
  readonly unplaced: number;
  readonly rejected: number;
  readonly bounds?: Bounds;
  /** Gazetteers that placed records, and what was loaded then; no stamp where none could matter. */
  readonly gazetteers?: readonly GazetteerUse[];
  readonly gazetteerStamp?: string;
  readonly layers: readonly TakenLayer[];
};

/** An edition whose file is yet to be read. */
export type EditionStart = {
  readonly dataset: string;
  readonly source: Source;
  readonly sha256: string;
  /** Hash of bytes, descriptor and code. */
  readonly fingerprint: string;
};

/** One edition of a dataset before it has a number: what its file was found to be. */
export type EditionDraft = EditionStart & {
  readonly layerId: string;
  /** Licence of the catalogue. */
  readonly licence: string;
  readonly lock: readonly Lock[];
  readonly report: EditionReport;
  readonly facts: EditionFacts;
  readonly issues: readonly Issue[];
};

/** `held` is staged and complete, and waits for a person to accept it. */
export type EditionStatus = 'staged' | 'held' | 'live' | 'superseded' | 'withdrawn';

export type EditionRow = Omit<EditionDraft, 'issues' | 'facts'> & {
  readonly row: number;
  /** From 1 within the dataset. */
  readonly number: number;
  readonly status: EditionStatus;
  /** ISO 8601 time. */
  readonly publishedAt: string;
  readonly issueCounts: Readonly<Record<Severity, number>>;
  /** Why it is held. */
  readonly held?: string;
  /** Absent for editions kept before they were counted. */
  readonly facts?: EditionFacts;
  /** Absent for the first. */
  readonly comparison?: Comparison;
};

/** What was decided about an edition, on its way into the history of its dataset. */
export type EventDraft = Omit<EditionEvent, 'edition' | 'at'>;

/** What lists and search results need of a feature. */
export type FeatureHead = {
  readonly row: number;
  readonly edition: number;
  readonly key: number;
  readonly id: string;
  readonly type: string;
  readonly lifecycle: Lifecycle;
  readonly reference?: string;
  readonly name?: string;
  readonly point: LngLat;
  readonly bounds: Bounds;
  readonly district?: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly layer: string;
  readonly line: number;
};

/** A feature with its geometry, and how it came there. */
export type FeatureShape = FeatureHead & {
  readonly geometry: Wgs84Geometry;
  readonly placement: Placement;
};

/** Everything known about a feature. */
export type FeatureRow = FeatureShape & PublishedRecord;

/** Which live features are wanted. */
export type FeatureQuery = {
  /** Rows of live editions. */
  readonly editions: readonly number[];
  readonly bounds?: Bounds;
  /** With `bounds`: one in so many rows, spread evenly over the file; those of 2 n are among those of n. */
  readonly oneIn?: number;
};

export type IssueRow = Issue & {
  readonly number: number;
  /** Id of the feature made from that line, if one was. */
  readonly featureId?: string;
};

/** Which issues of an edition are wanted, in the order they were found. */
export type IssuePage = {
  readonly severities?: readonly Severity[];
  readonly code?: string;
  /** Those of one record only; `layer` with it. */
  readonly line?: number;
  readonly layer?: string;
  /** Number of the last issue had. */
  readonly after?: number;
  readonly limit: number;
};

/** How often one thing was found in an edition. */
export type IssueGroup = Pick<Issue, 'code' | 'severity' | 'mender'> & { readonly count: number };

/** A layer of tiles as it stands. */
export type LayerRow = {
  readonly id: string;
  /** Names the archive on disk and stands in the tile address. */
  readonly version: string;
  /** ISO 8601 time. */
  readonly builtAt: string;
  readonly featureType: string;
  readonly licence: string;
  readonly synthetic: boolean;
  /** Shapes its features have. */
  readonly shapes: readonly Shape[];
  /** Zoom of the archive at which nothing is left out. */
  readonly maxZoom: number;
  /** Its editions are live and its archive is not there yet; absent once it is. */
  readonly drawing?: Drawing;
};

/** How far the archive of a layer is. */
export type Drawing = {
  /** Version of the last archive there is; absent: there has been none. */
  readonly since?: string;
  /** 0–1. */
  readonly share: number;
  /** When whoever draws it last gave a sign of life, ISO 8601. */
  readonly at: string;
};
