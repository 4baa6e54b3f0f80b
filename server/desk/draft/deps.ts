import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import type { LongResource, Resource } from '#data/schema/flow.ts';
import type { Licence } from '#data/schema/licence.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { DistrictBoundary } from '#server/harmonise/geometry/locator.ts';
import type { PublishDeps } from '#server/publishing/delivery.ts';
import type { Atlas } from '../readback/whereabouts.ts';

/** What an organisation may hand in. */
export type DeskLimits = {
  /** Longest file, bytes. */
  readonly fileBytes: number;
  /** All its files together, drafts and editions, bytes. */
  readonly roomBytes: number;
  /** Drafts of one publisher at once. */
  readonly drafts: number;
  /** Free space of the disk below which nothing is taken in, bytes. */
  readonly floorBytes: number;
};

/** Everything the desk needs, opened. */
export type DeskDeps = {
  /** Publishing; its harmoniser reads strangers' files. */
  readonly publishing: PublishDeps;
  readonly publishers: ReadonlyMap<string, Publisher>;
  readonly licences: ReadonlyMap<string, Licence>;
  readonly districts: readonly DistrictBoundary[];
  readonly grid: Ostn15Grid;
  readonly atlas: Atlas;
  readonly limits: DeskLimits;
  /** Free space of the disk the data folder is on, bytes. */
  readonly freeBytes: () => Promise<number>;
  /** Fetches a file for a publisher, safely, and hands it over; absent: nothing is fetched here. */
  readonly fetchFile?: <T>(
    url: string,
    publisher: string,
    work: (resource: Resource | LongResource) => Promise<T>,
  ) => Promise<T>;
  /** A name nobody else has: 24 lower-case letters and digits. */
  readonly newId: () => string;
};
