import type { SitesAnswer } from '#data/schema/sites.ts';
import type { Must, Prefer, What } from '#data/siting/criterion.ts';
import type { SearchGround, SiteSearch } from '#data/siting/search.ts';
import { writeWhat } from '#data/siting/what-text.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { EditionMark } from '#server/store/searches.ts';
import type { Catalogue } from '../catalogue.ts';
import { ApiError } from '../problem.ts';
import { areasOf } from './areas.ts';
import { columnOf, type OwnColumn, typesOf } from './columns.ts';
import { answerOf, type MeasuredAll } from './compose-answer.ts';
import { type LookedThrough, sitesOf } from './looked-through.ts';
import { type MeasuredFor, type Moment, momentOf } from './moment.ts';
import { usableEditions } from './usable.ts';

/**
 * Measure everything a search asks, of every candidate it looks through. Thresholds and weights play no part in it:
 * `rankSites` reckons with them.
 *
 * @throws {ApiError} `bad-request` when an area of its ground cannot be measured or there are too many candidates;
 * `not-found` when an area it names is kept no more
 */
export const measureSearch = async (
  search: SiteSearch,
  measuring: MeasuredFor,
): Promise<SitesAnswer> => await answerOf(search, await measureAll(search, measuring));

/** Look through the ground of a search and measure what it asks. */
export async function measureAll(
  search: SiteSearch,
  { services, asOf }: MeasuredFor,
): Promise<MeasuredAll> {
  const moment = await momentOf(services, asOf);
  const through = await lookThrough(search.ground, moment);
  return await measureThrough(askedBy(search), through, moment);
}

/** Searches measured at once at most: each takes the processor for a moment, and maps are to be answered too. */
const MOST_AT_ONCE = 50;
let underway = 0;

/**
 * Measure some things of everything that is looked through, one after the other.
 *
 * @throws {ApiError} `unavailable` while too many others are measured
 */
export async function measureThrough(
  asked: readonly What[],
  through: LookedThrough,
  moment: Moment,
): Promise<MeasuredAll> {
  if (underway >= MOST_AT_ONCE) {
    throw new ApiError(
      'unavailable',
      'Many searches are being measured; ask again in a few seconds.',
    );
  }
  underway++;
  try {
    const columns: (readonly [What, OwnColumn])[] = [];
    for (const what of asked) columns.push([what, await columnOf(what, { ...moment, through })]);
    return { moment, through, columns };
  } finally {
    underway--;
  }
}

/** Everything a search looks through. */
async function lookThrough(
  ground: SearchGround,
  { services, catalogue, at }: Moment,
): Promise<LookedThrough> {
  if (ground.kind === 'areas') return await areasOf(ground.areas, services);
  const editions = usableEditions(catalogue, new Set(ground.types));
  return await sitesOf(ground, editions, { services, day: at.slice(0, 10) });
}

/** Everything the criteria of a search ask, once each. */
export function askedBy({ must, prefer }: Pick<SiteSearch, 'must' | 'prefer'>): What[] {
  const criteria: readonly (Must | Prefer)[] = [...must, ...prefer];
  return [...new Map(criteria.map(({ what }) => [writeWhat(what), what])).values()];
}

/** The live editions an answer to a search follows from: with the same it is the same. */
export function editionsFor(search: SiteSearch, catalogue: Catalogue): EditionRow[] {
  const ground = search.ground.kind === 'sites' ? search.ground.types : [];
  const asked = askedBy(search).flatMap((what) => (what.kind === 'site' ? [] : typesOf(what)));
  return usableEditions(catalogue, new Set([...ground, ...asked]));
}

/** Marks of those editions, by rows ascending. */
export const marksOf = (search: SiteSearch, catalogue: Catalogue): EditionMark[] =>
  editionsFor(search, catalogue)
    .map(({ row, sha256 }): EditionMark => [row, sha256])
    .sort(([one], [other]) => one - other);
