import type { SiteCandidate, SitesAnswer, SiteThing } from '#data/schema/sites.ts';
import type { Must, Prefer, What } from '#data/siting/criterion.ts';
import type { SearchGround, SiteSearch } from '#data/siting/search.ts';
import { writeSearch } from '#data/siting/search-text.ts';
import { writeWhat } from '#data/siting/what-text.ts';
import { dateText } from '#data/words/dates.ts';
import type { Thing } from '#server/sites/thing.ts';
import { findWhereabouts } from '#server/sites/whereabouts.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { EditionMark } from '#server/store/searches.ts';
import { servicesAt, type Withdrawn } from '../at-moment.ts';
import type { Catalogue } from '../catalogue.ts';
import { ApiError } from '../problem.ts';
import type { Services } from '../services.ts';
import { areasOf } from './areas.ts';
import {
  columnOf,
  datasetsIn,
  districtsOf,
  type OwnColumn,
  tellColumn,
  typesOf,
} from './columns.ts';
import { degreesOf, type LookedThrough, sitesOf } from './looked-through.ts';
import { openSources, type SourceRegister } from './sources.ts';
import { usableEditions } from './usable.ts';

/** As whom, and of when, something is measured. */
export type MeasuredFor = {
  /** As whoever asks sees them. */
  readonly services: Services;
  /** ISO 8601 moment whose editions are measured; absent: what is live. */
  readonly asOf?: string;
};

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

/** Everything a search asks, as it was measured. */
export type MeasuredAll = {
  readonly moment: Moment;
  readonly through: LookedThrough;
  readonly columns: readonly (readonly [What, OwnColumn])[];
};

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

/** What is there at a moment, and when that is. */
export type Moment = {
  readonly services: Services;
  readonly catalogue: Catalogue;
  /** ISO 8601. */
  readonly at: string;
  readonly notes: readonly string[];
};

/** Times the catalogue is read again when it changed while the clock was looked at. */
const MOST_LOOKS = 5;

/** Stand at a moment; without one, now. */
export async function momentOf(services: Services, asOf: string | undefined): Promise<Moment> {
  if (asOf !== undefined) {
    const then = await servicesAt(services, asOf);
    const catalogue = await then.services.catalogue();
    return {
      services: then.services,
      catalogue,
      at: asOf,
      notes: then.withdrawn.map(sayWithdrawn),
    };
  }
  let catalogue = await services.catalogue();
  for (let look = 0; ; look++) {
    const at = services.accounts.now().toISOString();
    const again = await services.catalogue();
    if (again === catalogue || look === MOST_LOOKS) return { services, catalogue, at, notes: [] };
    catalogue = again;
  }
}

const sayWithdrawn = ({ title, at }: Withdrawn): string =>
  `“${title}” was live then and was taken back on ${dateText(at)}: it is left out.`;

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

/** Put what was measured together. */
export async function answerOf(
  search: SiteSearch,
  { moment, through, columns: own }: MeasuredAll,
): Promise<SitesAnswer> {
  const { services, catalogue, at, notes } = moment;
  const { ruler } = await services.measuring();
  const districts = await districtsOf(services);
  const { home } = findWhereabouts(ruler, through.candidates, districts);
  const homes = Array.from(home, (district) => districts.all[district]?.gssCode);
  const sources = openSources(catalogue);
  for (const dataset of datasetsIn(through)) sources.numberOf(dataset);
  const things = openThingNumbers(sources);
  const telling = {
    ...{ catalogue, through },
    sourceOf: sources.numberOf,
    thingOf: things.numberOf,
  };
  const columns = own.map(([what, column]) => tellColumn(what, column, telling));
  return {
    search: writeSearch(search),
    sites: candidatesOf(through, homes, { moment, sources }),
    columns,
    things: things.all,
    sources: sources.all(),
    districts: Object.fromEntries(
      districts.all
        .filter(({ gssCode }) => homes.includes(gssCode))
        .map(({ gssCode, name }) => [gssCode, name]),
    ),
    notes: [...notes, ...through.notes, ...noteOutside(homes)],
    credits: creditsOf(sources),
    terms: sources.terms(),
    asOf: at,
  };
}

function creditsOf(sources: SourceRegister): SitesAnswer['credits'] {
  const { short, long } = sources.credits();
  return { short, long: [...long] };
}

function noteOutside(homes: readonly (string | undefined)[]): string[] {
  const outside = homes.filter((home) => home === undefined).length;
  if (outside === 0) return [];
  const count = outside.toLocaleString('en-GB');
  return [
    `${count} of these ${outside === 1 ? 'lies' : 'lie'} outside the districts this map covers: nobody can say what is there.`,
  ];
}

/** Things of an answer, each with the number it has there. */
function openThingNumbers(sources: SourceRegister) {
  const all: SiteThing[] = [];
  const numbers = new Map<Thing, number>();
  return {
    all,
    numberOf(thing: Thing): number {
      const known = numbers.get(thing);
      if (known !== undefined) return known;
      const { id, title, dataset, synthetic, asOf, at } = thing;
      const source = sources.numberOf(dataset);
      numbers.set(thing, all.length);
      const told = { id, title, source, synthetic, at: [...at] as SiteThing['at'] };
      return all.push(asOf === undefined ? told : { ...told, asOf }) - 1;
    },
  };
}

function candidatesOf(
  { candidates, told }: LookedThrough,
  homes: readonly (string | undefined)[],
  { moment, sources }: { readonly moment: Moment; readonly sources: SourceRegister },
): SiteCandidate[] {
  return told.map(({ dataset, ...site }, at) => {
    const figures = candidates.figures[at];
    if (!figures) throw new RangeError(`Cannot find candidate ${at} of ${told.length}`);
    const { areaHa, areaBasis, outline, errorM, middle } = figures;
    const district = homes[at];
    return {
      ...site,
      ...(district === undefined ? {} : { district }),
      ...(site.featureType === undefined ? {} : placeOf(dataset, moment, sources)),
      ...(areaHa === undefined ? {} : { areaHa: Math.round(areaHa * 1e6) / 1e6 }),
      ...{ areaBasis, outline, errorM: Math.round(errorM * 1e3) / 1e3 },
      at: degreesOf(middle, moment.services),
    };
  });
}

/** The layer a site lies in now, and whose it is. */
function placeOf(
  dataset: string | undefined,
  { catalogue }: Moment,
  sources: SourceRegister,
): Pick<SiteCandidate, 'layerId' | 'source'> {
  const edition = catalogue.editions.get(dataset ?? '');
  return edition ? { layerId: edition.layerId, source: sources.numberOf(edition.dataset) } : {};
}
