import { WHYS } from '#data/schema/site-why.ts';
import type { SiteColumn } from '#data/schema/sites.ts';
import type { What } from '#data/siting/criterion.ts';
import { writeWhat } from '#data/siting/what-text.ts';
import { grouped } from '#data/words/figures.ts';
import type { WorkedOut } from '#server/columns/shelf.ts';
import { toGrid } from '#server/measure/plane-shape.ts';
import { openRegister } from '#server/sites/column.ts';
import { type MeasuredColumn, measureInSteps } from '#server/sites/index.ts';
import type { Supply } from '#server/sites/supply.ts';
import type { Thing } from '#server/sites/thing.ts';
import { headingOf } from '#server/sites/titles.ts';
import { type Districts, openDistricts } from '#server/sites/whereabouts.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Catalogue } from '../catalogue.ts';
import { ApiError } from '../problem.ts';
import type { Services } from '../services.ts';
import { pluralOf, suppliersOf, whoOf } from './ask.ts';
import { inTurns } from './in-turns.ts';
import type { LookedThrough } from './looked-through.ts';
import { usableEditions } from './usable.ts';

/** A column as it was measured, with things by numbers of its own. */
export type OwnColumn = WorkedOut & {
  readonly measured: MeasuredColumn;
  readonly things: readonly Thing[];
  /** Datasets of supply areas that say what serves any of them. */
  readonly areas: readonly string[];
  /** Editions it was measured by. */
  readonly rows: readonly number[];
};

/** What columns are measured with. */
export type Measuring = {
  readonly services: Services;
  readonly catalogue: Catalogue;
  readonly through: LookedThrough;
};

/** Things of one kind measured at most: more are read for minutes. */
const MOST_THINGS = 500_000;

/** Memory of an entry of a column, bytes, roughly. */
const ENTRY_BYTES = 40;

/**
 * Measure one thing of every candidate. What is measured of editions that do not change is kept.
 *
 * @throws {ApiError} when there is too much of a kind
 */
export async function columnOf(
  what: What,
  { services, catalogue, through }: Measuring,
): Promise<OwnColumn> {
  const editions = what.kind === 'site' ? [] : usableEditions(catalogue, new Set(typesOf(what)));
  const supplies = await suppliesOf(editions, { services, catalogue });
  const { ruler } = await services.measuring();
  const districts = await districtsOf(services);
  const rows = [...new Set([...through.rows, ...editions.map(({ row }) => row)])];
  const measure = async (): Promise<OwnColumn> => {
    const register = openRegister();
    const context = {
      ...{ ruler, districts, register },
      suppliesOf: (type: string) => supplies.filter(({ featureType }) => featureType === type),
    };
    const steps = measureInSteps(through.candidates, what, context, through.types);
    const measured = await inTurns(steps);
    const isByArea = measured.served?.includes(1) === true;
    return {
      ...{ measured, rows },
      things: register.all,
      areas: isByArea ? context.suppliesOf(SUPPLY_AREA).map(({ dataset }) => dataset) : [],
      bytes: ENTRY_BYTES * through.told.length + 1,
    };
  };
  if (through.name === undefined) return await measure();
  const name = `column ${through.name} ${editions.map(({ row }) => row).join()} ${writeWhat(what)}`;
  return await services.sites.workOut(name, rows, measure);
}

/** A column that cannot be measured of these candidates: nothing is known, and nobody could supply it. */
export function leaveOut(what: What, { told }: LookedThrough): OwnColumn {
  const empty = new Float64Array(told.length).fill(Number.NaN);
  return {
    measured: {
      ...headingOf(what),
      ...{ kind: 'number', state: 'not-supplied', reason: 'It is asked of sites, not of ground.' },
      ...{ low: empty, high: empty, text: [], synthetic: false, datasets: [], missing: [] },
      why: new Uint8Array(told.length).fill(WHYS.indexOf('not-stated')),
      thing: new Int32Array(told.length).fill(-1),
    },
    ...{ things: [], areas: [], rows: [], bytes: 0 },
  };
}

const SUPPLY_AREA = 'energy/supply-area';

/** Feature types something is measured by: what serves a site is told by supply areas, where there are any. */
export function typesOf(what: Exclude<What, { kind: 'site' }>): string[] {
  const { type } = what.of;
  const isServed = what.kind === 'value' && what.from === 'serving';
  return isServed ? [type, SUPPLY_AREA] : [type];
}

async function suppliesOf(
  editions: readonly EditionRow[],
  { services, catalogue }: Pick<Measuring, 'services' | 'catalogue'>,
): Promise<Supply[]> {
  const large = editions.find(({ report }) => report.features > MOST_THINGS);
  if (large) {
    const { source, report } = large;
    throw new ApiError(
      'bad-request',
      `“${source.title}” holds ${grouped(report.features)} things; a search measures at most ${grouped(MOST_THINGS)} of one dataset. Leave out the criterion that asks about ${pluralOf(source.type)}.`,
    );
  }
  const coverage = new Map(catalogue.datasets.map((each) => [each.id, each.coverage]));
  const opened = await services.sites.take(editions);
  return opened.map(({ edition, things }) => ({
    dataset: edition.dataset,
    featureType: edition.source.type,
    things,
    coverage: coverage.get(edition.dataset) ?? [],
    synthetic: edition.source.synthetic,
  }));
}

type HeldDistricts = WorkedOut & { readonly districts: Districts };

/** The districts, laid out once for as long as the server runs. */
export async function districtsOf(services: Services): Promise<Districts> {
  const held = await services.sites.workOut<HeldDistricts>('districts', [], async () => {
    const { ruler } = await services.measuring();
    const all = services.districts.flatMap(({ gssCode, name, geometry }) => {
      const shape = toGrid(geometry, services.grid);
      return shape ? [{ gssCode, name, shape }] : [];
    });
    // no bytes: it never gives way
    return { districts: openDistricts(ruler, all), bytes: 0 };
  });
  return held.districts;
}

/** What a column is told with, besides its entries. */
export type Telling = {
  readonly catalogue: Catalogue;
  readonly through: LookedThrough;
  /** Number of a dataset among the answer's sources. */
  readonly sourceOf: (dataset: string) => number;
  /** Number of a thing among the answer's. */
  readonly thingOf: (thing: Thing) => number;
};

/** A measured column as it is told. */
export function tellColumn(what: What, own: OwnColumn, telling: Telling): SiteColumn {
  const { measured, things, areas } = own;
  const { title, unit, kind, state, reason, low, high, text, why, thing, served } = measured;
  const { through, sourceOf, thingOf } = telling;
  const isOwn = what.kind === 'site';
  const numbers = things.map(thingOf);
  const datasets = isOwn ? datasetsIn(through) : [...measured.datasets, ...areas];
  return {
    ...{ what: writeWhat(what), title },
    ...(unit === undefined || kind === 'text' ? {} : { unit }),
    ...{ kind, state },
    ...(reason === undefined ? {} : { reason }),
    ask: isOwn ? askOwners(own, telling) : askOthers(what.of.type, own, telling),
    synthetic: isOwn ? through.told.some(({ synthetic }) => synthetic) : measured.synthetic,
    sources: state === 'not-supplied' ? [] : datasets.map(sourceOf),
    ...{ low: told(low, unit), high: told(high, unit), text, why: Array.from(why) },
    thing: Array.from(thing, (number) => numbers[number] ?? -1),
    ...(served ? { served } : {}),
  };
}

/** Decimals that are told: millimetres, hundredths of a square metre; others as they are measured. */
const DECIMALS: Readonly<Record<string, number>> = { m: 1e3, ha: 1e6, '%': 1e4 };

function told(figures: Float64Array, unit: string | undefined): (number | null)[] {
  const decimals = DECIMALS[unit ?? ''];
  return Array.from(figures, (figure) => {
    if (Number.isNaN(figure)) return null;
    return decimals === undefined ? figure : Math.round(figure * decimals) / decimals;
  });
}

/** Datasets of the candidates. */
export const datasetsIn = ({ told }: LookedThrough): string[] => [
  ...new Set(told.flatMap(({ dataset }) => dataset ?? [])),
];

/** Who could supply what is missing for any of the candidates. */
const askOthers = (
  type: string,
  { measured }: OwnColumn,
  { catalogue }: Telling,
): SiteColumn['ask'] =>
  measured.missing.length === 0 ? [] : suppliersOf(type, measured.missing, catalogue.publishers);

/** Whose sites do not all state something of themselves. */
function askOwners({ measured }: OwnColumn, { catalogue, through }: Telling): SiteColumn['ask'] {
  if (measured.why.every((each) => WHYS[each] === 'measured')) return [];
  const own = new Set(datasetsIn(through));
  const ids = catalogue.datasets
    .filter(({ id }) => own.has(id))
    .map(({ publisher }) => publisher.id);
  return [...new Set(ids)].flatMap((id) => {
    const publisher = catalogue.publishers.get(id);
    return publisher ? [whoOf(publisher)] : [];
  });
}
