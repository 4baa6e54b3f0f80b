import type { Comparison, EditionEvent, FeatureChange } from '#data/schema/change.ts';
import type { LongResource, Resource } from '#data/schema/flow.ts';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { AccessStore } from './accounts/access-rows.ts';
import type { AccountStore } from './accounts/accounts.ts';
import type {
  ChangePage,
  ChangeRow,
  FeatureSketch,
  FeatureState,
  IdChange,
  StatePair,
  Twin,
  TwinQuery,
  Versus,
} from './compare-rows.ts';
import type { DraftStore } from './drafts/drafts.ts';
import type { HarvestStore } from './harvests.ts';
import type { UnplacedRow } from './records/feature-heads.ts';
import type { RowKey } from './records/redrawn.ts';
import type {
  EditionDraft,
  EditionRow,
  EditionStart,
  EventDraft,
  FeatureHead,
  FeatureQuery,
  FeatureRow,
  FeatureShape,
  IssueGroup,
  IssuePage,
  IssueRow,
  LayerRow,
} from './rows.ts';
import type { SearchStore } from './searches.ts';
import type { FramesAsked, FramesKept } from './staging/stager-worker.ts';

/**
 * All that ODIN asks of a database and a disk. SQLite implements it here; PostGIS and an object store could.
 * No SQL crosses it, time is passed in, and a publish is staged unseen until `goLive` flips it.
 */
export type Store = {
  // What arrived
  /** Keep bytes for ever, once: on disk and synced before the promise resolves. */
  readonly putResource: (resource: Resource | LongResource, at: Date) => Promise<'new' | 'known'>;
  /** Remove bytes that no edition was made of, as of a preview. */
  readonly forgetResource: (sha256: string) => Promise<void>;
  readonly readResource: (sha256: string) => Promise<Resource | undefined>;
  /** Where the bytes stand on disk, for a child process that reads them. */
  readonly resourcePath: (sha256: string) => string;

  // Who and under what terms
  readonly seed: (publishers: Iterable<Publisher>, licences: Iterable<Licence>) => Promise<void>;
  readonly listPublishers: () => Promise<Publisher[]>;
  readonly listLicences: () => Promise<Licence[]>;

  // Publishing
  /** Open an edition nobody sees yet, and return its row. It has no number before it is described. */
  readonly stageEdition: (start: EditionStart, at: Date) => Promise<number>;
  /**
   * Keep records of a staged edition out of a file of frames that may still be written to: all up to `next`, or
   * none when it fails. They are on disk for good once the edition is live.
   *
   * @throws {RangeError} when a frame is cut off
   */
  readonly stageFrames: (asked: FramesAsked) => Promise<FramesKept>;
  /** All records of a staged edition are kept: from now on they are found by where they are. */
  readonly indexPlaces: (edition: number) => Promise<void>;
  /** Say what the file of a staged edition was found to be. */
  readonly describeEdition: (edition: number, draft: EditionDraft) => Promise<void>;
  /** One transaction: the edition and its layers become what everybody sees; the previous edition is superseded. */
  readonly goLive: (
    edition: number,
    layers: readonly LayerRow[],
    told?: readonly [event: EventDraft, at: Date],
  ) => Promise<void>;
  /** Leave a complete staged edition waiting, for the reason `event.why` gives; it survives `dropStaged`. */
  readonly hold: (edition: number, event: EventDraft, at: Date) => Promise<void>;
  /** Remove an edition that is not live, with all it holds. */
  readonly dropEdition: (edition: number) => Promise<void>;
  /** Remove what an interrupted publish left, not what this process is staging; returns how many editions. */
  readonly dropStaged: () => Promise<number>;
  /** Take a dataset off the map; its editions stay. */
  readonly withdraw: (
    dataset: string,
    layers: readonly LayerRow[],
    told?: readonly [event: EventDraft, at: Date],
  ) => Promise<void>;
  /** Change how a layer stands if it is still at version `was`; returns whether it was changed. */
  readonly updateLayer: (layer: LayerRow, was: string) => Promise<boolean>;
  /** These datasets have a descriptor, no others: one that had and is not named has lost it. */
  readonly markDescribed: (datasets: readonly string[]) => Promise<void>;
  readonly listDescribed: () => Promise<string[]>;
  /** Datasets that were withdrawn and have no live edition. */
  readonly listEnded: () => Promise<string[]>;

  // Between two editions: features are the same when their ids are
  /** Give features the ids that earlier redirects of the dataset lead to; returns how many. */
  readonly followRedirects: (edition: number, dataset: string) => Promise<number>;
  readonly giveIds: (edition: number, changes: readonly IdChange[]) => Promise<void>;
  /** Features of an edition whose id the other does not have, after a row number. */
  readonly pageUnmatched: (versus: Versus, after: number, limit: number) => Promise<FeatureState[]>;
  /** The same features, as far as they are recognised by it. */
  readonly sketchUnmatched: (
    versus: Versus,
    after: number,
    limit: number,
  ) => Promise<FeatureSketch[]>;
  /** Features that both have and that do not say or show the same, after a row number. */
  readonly pageDiffering: (versus: Versus, after: number, limit: number) => Promise<StatePair[]>;
  /** Features of an edition in a box whose id the other does not have; at most 50. */
  readonly nearUnmatched: (versus: Versus, bounds: Bounds) => Promise<FeatureSketch[]>;
  /** Placed features of `edition` that `against` has not, or draws otherwise, after a row number. */
  readonly pageRedrawn: (versus: Versus, after: number, limit: number) => Promise<FeatureShape[]>;
  /** Placed features of `against` whose key no placed one of `edition` has, after a row number. */
  readonly pageGoneKeys: (versus: Versus, after: number, limit: number) => Promise<RowKey[]>;
  /** Features of an edition whose id the other has too. */
  readonly countMatched: (versus: Versus) => Promise<number>;
  /** Records an edition keeps, placed or not. */
  readonly countKept: (edition: number) => Promise<number>;
  readonly findTwins: (query: TwinQuery) => Promise<Twin[]>;
  /** Forget what an edition was found to change. */
  readonly startComparing: (edition: number) => Promise<void>;
  readonly putChanges: (edition: number, changes: readonly FeatureChange[]) => Promise<void>;
  /** Keep the figures of a comparison, if there was one, and put what was found to the edition's issues. */
  readonly finishComparing: (
    edition: number,
    comparison: Comparison | undefined,
    issues: readonly Issue[],
  ) => Promise<void>;

  // Reading: live editions, unless a row is named
  /** A token that changes whenever what is live may have changed, by this process or another. */
  readonly changeToken: () => Promise<string>;
  readonly listLive: () => Promise<EditionRow[]>;
  readonly findEdition: (row: number) => Promise<EditionRow | undefined>;
  /** Newest first; staged ones are not listed, held ones are. */
  readonly listEditions: (dataset: string) => Promise<EditionRow[]>;
  /** Newest first. */
  readonly listEvents: (dataset: string) => Promise<EditionEvent[]>;
  readonly listChanges: (edition: number, page: ChangePage) => Promise<ChangeRow[]>;
  /** What each edition did to one feature, by the row of the edition; those that left it alone are not told. */
  readonly listChangesOf: (id: string) => Promise<(ChangeRow & { readonly edition: number })[]>;
  /** Where an edition differs from the one before it: boxes before and after of every change, WGS 84. */
  readonly changedBounds: (edition: number) => AsyncIterable<Bounds>;
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
  /** Placed features of an edition without their geometry, in published order, after a row number. */
  readonly pageHeads: (
    edition: number,
    page: { after?: number; limit: number },
  ) => Promise<FeatureHead[]>;
  /** Placed features by their rows, in the order asked for; those there are not are left out. */
  readonly listHeads: (rows: readonly number[]) => Promise<FeatureHead[]>;
  readonly listShapes: (rows: readonly number[]) => Promise<FeatureShape[]>;
  /** Records of an edition that are kept without a position, after a row number. */
  readonly pageUnplaced: (
    edition: number,
    page: { after?: number; limit: number },
  ) => Promise<UnplacedRow[]>;
  /** By its id, or one that leads to it. @param except editions that are not looked in */
  readonly findFeature: (id: string, except?: readonly number[]) => Promise<FeatureRow | undefined>;
  readonly findFeatureByKey: (
    editions: readonly number[],
    key: number,
  ) => Promise<FeatureRow | undefined>;
  /** Those of some keys that a placed feature of these editions has. */
  readonly keysAmong: (editions: readonly number[], keys: readonly number[]) => Promise<number[]>;
  /**
   * Best first; every word must begin a word of the name, the reference or an attribute.
   *
   * @param except editions that are not looked in
   */
  readonly searchFeatures: (
    text: string,
    limit: number,
    except?: readonly number[],
  ) => Promise<FeatureHead[]>;

  // Areas too long for an address
  /** Keep a shape under its hash; those longest unasked for give way when there are many. */
  readonly putArea: (id: string, shape: string, at: Date) => Promise<void>;
  readonly findArea: (id: string, at: Date) => Promise<string | undefined>;

  /** Searches for sites that are watched. */
  readonly searches: SearchStore;

  // Who may sign in, and where they belong
  readonly accounts: AccountStore;
  /** What is fetched by itself. */
  readonly harvests: HarvestStore;

  // Who may have what
  readonly access: AccessStore;

  // What is on its way to being published
  readonly drafts: DraftStore;

  readonly close: () => Promise<void>;
};
