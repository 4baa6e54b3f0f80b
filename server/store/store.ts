import type { Resource } from '#data/schema/flow.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type {
  EditionDraft,
  EditionRow,
  FeatureDraft,
  FeatureHead,
  FeatureQuery,
  FeatureRow,
  FeatureShape,
  IssueGroup,
  IssuePage,
  IssueRow,
  LayerRow,
} from './rows.ts';

/**
 * All that ODIN asks of a database and a disk. SQLite implements it here; PostGIS and an object store could.
 * No SQL crosses it, time is passed in, and a publish is staged unseen until `goLive` flips it.
 */
export type Store = {
  // What arrived
  /** Keep bytes for ever, once: on disk and synced before the promise resolves. */
  readonly putResource: (resource: Resource, at: Date) => Promise<'new' | 'known'>;
  readonly readResource: (sha256: string) => Promise<Resource | undefined>;
  /** Where the bytes stand on disk, for a child process that reads them. */
  readonly resourcePath: (sha256: string) => string;

  // Who and under what terms
  readonly seed: (publishers: Iterable<Publisher>, licences: Iterable<Licence>) => Promise<void>;
  readonly listPublishers: () => Promise<Publisher[]>;
  readonly listLicences: () => Promise<Licence[]>;

  // Publishing
  /** Open an edition nobody sees yet, and return its row. */
  readonly stageEdition: (draft: EditionDraft, at: Date) => Promise<number>;
  readonly stageFeatures: (edition: number, batch: readonly FeatureDraft[]) => Promise<void>;
  /** One transaction: the edition and its layers become what everybody sees; the previous edition is superseded. */
  readonly goLive: (edition: number, layers: readonly LayerRow[]) => Promise<void>;
  /** Remove an edition that is not live, with all it holds. */
  readonly dropEdition: (edition: number) => Promise<void>;
  /** Remove what an interrupted publish left; returns how many editions. */
  readonly dropStaged: () => Promise<number>;
  /** Take a dataset off the map; its editions stay. */
  readonly withdraw: (dataset: string, layers: readonly LayerRow[]) => Promise<void>;

  // Reading: live editions, unless a row is named
  /** A token that changes whenever what is live may have changed, by this process or another. */
  readonly changeToken: () => Promise<string>;
  readonly listLive: () => Promise<EditionRow[]>;
  readonly findEdition: (row: number) => Promise<EditionRow | undefined>;
  /** Newest first; staged ones are not listed. */
  readonly listEditions: (dataset: string) => Promise<EditionRow[]>;
  readonly listIssues: (edition: number, page: IssuePage) => Promise<IssueRow[]>;
  /** How often each code was found, in the order they were found. */
  readonly groupIssues: (edition: number) => Promise<IssueGroup[]>;
  readonly listLayers: () => Promise<LayerRow[]>;

  // Features
  /** How many match, edition by edition; editions with none are left out. */
  readonly countFeatures: (query: FeatureQuery) => Promise<Map<number, number>>;
  /** A page in published order, after a row number. */
  readonly pageFeatures: (
    query: FeatureQuery,
    page: { after?: number; limit: number },
  ) => Promise<FeatureShape[]>;
  /** A page nearest first, by distance on a plane tangent at `near`. */
  readonly nearestFeatures: (
    query: FeatureQuery,
    page: { near: LngLat; offset: number; limit: number },
  ) => Promise<FeatureShape[]>;
  readonly findFeature: (id: string) => Promise<FeatureRow | undefined>;
  readonly findFeatureByKey: (
    editions: readonly number[],
    key: number,
  ) => Promise<FeatureRow | undefined>;
  /** Best first; every word must begin a word of the name, the reference or an attribute. */
  readonly searchFeatures: (text: string, limit: number) => Promise<FeatureHead[]>;

  readonly close: () => Promise<void>;
};
