import { setImmediate as breathe } from 'node:timers/promises';
import type { SiteCandidate, SiteColumn, SitesAnswer, SiteThing } from '#data/schema/sites.ts';
import type { What } from '#data/siting/criterion.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { writeSearch } from '#data/siting/search-text.ts';
import type { Thing } from '#server/sites/thing.ts';
import { findWhereabouts } from '#server/sites/whereabouts.ts';
import { datasetsIn, districtsOf, type OwnColumn, tellColumn } from './columns.ts';
import { degreesOf, type LookedThrough, type Told } from './looked-through.ts';
import type { Moment } from './moment.ts';
import { openSources, type SourceRegister } from './sources.ts';

/** Everything a search asks, as it was measured. */
export type MeasuredAll = {
  readonly moment: Moment;
  readonly through: LookedThrough;
  readonly columns: readonly (readonly [What, OwnColumn])[];
};

/** Put what was measured together. */
export async function answerOf(
  search: SiteSearch,
  { moment, through, columns: own }: MeasuredAll,
): Promise<SitesAnswer> {
  const { services, catalogue, at, notes } = moment;
  const { ruler } = await services.measuring();
  const districts = await districtsOf(services);
  await breathe();
  const { homeOf } = findWhereabouts(ruler, through.candidates, districts);
  const { numbers } = through.candidates;
  const homes = Array.from(numbers, (number) => districts.all[homeOf(number)]?.gssCode);
  const sources = openSources(catalogue);
  for (const dataset of datasetsIn(through)) sources.numberOf(dataset);
  const things = openThingNumbers(sources);
  const telling = {
    ...{ catalogue, through },
    sourceOf: sources.numberOf,
    thingOf: things.numberOf,
  };
  const columns: SiteColumn[] = [];
  for (const [what, column] of own) {
    columns.push(tellColumn(what, column, telling));
    await breathe();
  }
  return {
    search: writeSearch(search),
    sites: await candidatesOf(through, homes, { moment, sources }),
    columns,
    things: things.all,
    sources: sources.all(),
    districts: Object.fromEntries(
      districts.all
        .filter(({ gssCode }) => homes.includes(gssCode))
        .map(({ gssCode, name }) => [gssCode, name]),
    ),
    notes: [...notes, ...through.notes, ...noteOutside(homes)],
    credits: sources.credits(),
    terms: sources.terms(),
    asOf: at,
  };
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

/** Candidates told between two turns of the event loop. */
const SLICE = 1_000;

async function candidatesOf(
  through: LookedThrough,
  homes: readonly (string | undefined)[],
  telling: TellingSites,
): Promise<SiteCandidate[]> {
  const all: SiteCandidate[] = [];
  for (const [at, told] of through.told.entries()) {
    all.push(
      candidateOf(told, through.candidates.numbers[at] ?? -1, { through, ...telling }, homes[at]),
    );
    if (all.length % SLICE === 0) await breathe();
  }
  return all;
}

type TellingSites = { readonly moment: Moment; readonly sources: SourceRegister };

function candidateOf(
  { dataset, ...site }: Told,
  number: number,
  { through, moment, sources }: TellingSites & { readonly through: LookedThrough },
  district: string | undefined,
): SiteCandidate {
  const figures = through.candidates.figures[number];
  if (!figures) throw new RangeError(`Cannot find candidate ${number} of ${through.told.length}`);
  const { areaHa, areaBasis, outline, errorM, middle } = figures;
  return {
    ...site,
    ...(district === undefined ? {} : { district }),
    ...(site.featureType === undefined ? {} : placeOf(dataset, moment, sources)),
    ...(areaHa === undefined ? {} : { areaHa: Math.round(areaHa * 1e6) / 1e6 }),
    ...{ areaBasis, outline, errorM: Math.round(errorM * 1e3) / 1e3 },
    at: degreesOf(middle, moment.services),
  };
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
