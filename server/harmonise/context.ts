import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import type { FeatureTypeId } from '#data/schema/feature-type.ts';
import type { Resource } from '#data/schema/flow.ts';
import type { Gazetteer } from '#data/schema/gazetteer.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { Source } from '#data/schema/source.ts';
import type { DistrictBoundary } from './geometry/locator.ts';

/** What a publisher's words about a licence were taken to mean. */
export type LicenceRecognition = {
  /** Id of the catalogue. */
  readonly id: string;
  /** The words that decided it. */
  readonly evidence: string;
};

/** Everything harmonising needs besides the file, passed in as values: the room reads no disk and no clock. */
export type HarmoniseContext = {
  readonly grid: Ostn15Grid;
  /** Publisher id → publisher. */
  readonly publishers: ReadonlyMap<string, Publisher>;
  /** Licence id → licence. */
  readonly licences: ReadonlyMap<string, Licence>;
  readonly districts: readonly DistrictBoundary[];
  /** The licences of the catalogue that a publisher's own words name; empty when none does. */
  readonly recogniseLicences?: (words: string) => readonly LicenceRecognition[];
  /** Places records that have no coordinates; absent, or empty: they stay unplaced. */
  readonly gazetteer?: Gazetteer;
  /** Today, ISO 8601 (`2026-03-31`): entry dates after it are reported. Absent: not checked. */
  readonly now?: string;
};

/** What the caller decides; everything left out is found from the file. */
export type HarmoniseOptions = {
  /** Layer or sheet to take, as the file names it. */
  readonly layer?: string;
  readonly type?: FeatureTypeId;
  /** Publisher id. */
  readonly publisher?: string;
  readonly source?: Source;
  /** Licence id, or the publisher's words for it. */
  readonly licence?: string;
  /** Files beside this one that belong to it: `.dbf`, `.prj`, a README. */
  readonly companions?: readonly Resource[];
};
