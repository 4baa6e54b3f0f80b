import type { SiteColumn } from '#data/schema/sites.ts';
import type { Target, What } from '#data/siting/criterion.ts';
import type { Candidates } from './candidates.ts'; //          sites, cells and areas, laid out once a search
import { type Entries, WHY } from './column.ts'; //    low, high, why and to what, candidate by candidate
import type { MeasureContext } from './context.ts'; //         things by dataset, districts, GEOS for what is rare
import { countColumn } from './count-column.ts'; //            how many, how much within so many metres
import { distanceColumn } from './distance-column.ts'; //      metres to the nearest, to the second
import { shareColumn } from './share-column.ts'; //            ground covered, overlaps once
import { siteColumn } from './site-column.ts'; //              what candidates state themselves
import { atOnce, type Steps } from './steps.ts'; //          work a step at a time
import { type Asked, type OpenTarget, openTarget } from './target.ts'; //  things that meet conditions, and where they were supplied
import { type Heading, headingOf, manyOf } from './titles.ts';
import { findAttribute, valueColumn } from './value-column.ts'; // of the nearest, the containing, the serving
import { findWhereabouts } from './whereabouts.ts'; //         which districts candidates lie in

/** A column as measured: everything of a `SiteColumn` but the search's own numbering. */
export type MeasuredColumn = Entries &
  Heading &
  Pick<SiteColumn, 'state' | 'reason' | 'synthetic'> & {
    /** Datasets that speak of any of the candidates, or hold what they were measured to. */
    readonly datasets: readonly string[];
    /** GSS codes of districts that candidates lie in and nobody supplied it for. */
    readonly missing: readonly string[];
  };

/** Measure one thing of every candidate at once: see `measureInSteps`. */
export const measureColumn = (...asked: Parameters<typeof measureInSteps>): MeasuredColumn =>
  atOnce(measureInSteps(...asked));

/**
 * Measure one thing of every candidate, in the plane of the National Grid, told on the ground. Figures are metres,
 * hectares, per cent, or the attribute's unit; `thing` numbers those of the register.
 *
 * @param candidates as `openCandidates` or `cellsOf` made them; opened once, measured column by column
 * @param siteTypes feature types of the candidates, for what they state themselves
 */
export function* measureInSteps(
  candidates: Candidates,
  what: What,
  context: MeasureContext,
  siteTypes: readonly string[] = [],
): Steps<MeasuredColumn> {
  const heading = headingOf(what, siteTypes);
  if (what.kind === 'site')
    return yield* measureSites(candidates, what.attribute, context, siteTypes);
  const target = openTarget(what.of, context, askedOf(what));
  yield;
  const entries = yield* measureThings(candidates, what, target, context);
  return { ...heading, ...entries, ...supplyOf(candidates, what, entries, { target, context }) };
}

type Measurable = Exclude<What, { kind: 'site' }>;

/** What a dataset must have to answer. */
const askedOf = (what: Measurable): Asked => ({
  ...('attribute' in what ? { attribute: what.attribute } : {}),
  areas:
    what.kind === 'share' ||
    what.kind === 'hectares' ||
    (what.kind === 'value' && what.from === 'containing'),
});

function measureThings(
  candidates: Candidates,
  what: Measurable,
  target: OpenTarget,
  context: MeasureContext,
): Steps<Entries> {
  switch (what.kind) {
    case 'distance':
      return distanceColumn(candidates, what, target, context);
    case 'share':
    case 'hectares':
      return shareColumn(what.kind, candidates, target, context);
    case 'count':
    case 'sum':
      return countColumn(candidates, what, target, context);
    case 'value':
      return valueColumn(candidates, what, target, context);
  }
}

function* measureSites(
  candidates: Candidates,
  attribute: string,
  context: MeasureContext,
  siteTypes: readonly string[],
): Steps<MeasuredColumn> {
  const known = siteTypes.map((type) => findAttribute(type, attribute)).find(Boolean);
  const entries = yield* siteColumn(candidates, attribute, known, context);
  const heading = headingOf({ kind: 'site', attribute }, siteTypes);
  const isStated = entries.why.includes(WHY.measured);
  return {
    ...heading,
    ...entries,
    state: isStated ? 'measured' : 'not-supplied',
    ...(isStated ? {} : { reason: `${heading.title} is not stated of any of them.` }),
    synthetic: false,
    datasets: [],
    missing: [],
  };
}

/** Of which datasets a column is, and where they say nothing. */
function supplyOf(
  candidates: Candidates,
  what: Measurable,
  { why, thing }: Entries,
  { target, context }: { readonly target: OpenTarget; readonly context: MeasureContext },
): Pick<MeasuredColumn, 'state' | 'reason' | 'synthetic' | 'datasets' | 'missing'> {
  const { districts, register, ruler } = context;
  const { homes } = findWhereabouts(ruler, candidates, districts);
  const codes = homes().flatMap((at) => districts.all[at]?.gssCode ?? []);
  const found = new Set(distinct(thing).map((number) => register.all[number]?.dataset));
  const used = target.supplies.filter(
    ({ dataset, coverage }) => found.has(dataset) || codes.some((code) => coverage.includes(code)),
  );
  const covered = new Set(used.flatMap(({ coverage }) => coverage));
  const isUnsupplied = used.length === 0 || why.every((number) => number === WHY['not-covered']);
  return {
    state: isUnsupplied ? 'not-supplied' : 'measured',
    ...(isUnsupplied ? { reason: reasonOf(what, target, context) } : {}),
    synthetic: used.some(({ synthetic }) => synthetic),
    datasets: used.map(({ dataset }) => dataset),
    missing: codes.filter((code) => !covered.has(code)),
  };
}

/** The numbers that occur from nought on, in the order in which they do. */
function distinct(numbers: Int32Array): number[] {
  const most = numbers.reduce((least, number) => Math.max(least, number), -1);
  const seen = new Uint8Array(most + 1);
  const found: number[] = [];
  for (const number of numbers) {
    if (number < 0 || seen[number] === 1) continue;
    seen[number] = 1;
    found.push(number);
  }
  return found;
}

/** Why nothing could be measured, as a sentence. */
function reasonOf(
  { of }: { readonly of: Target },
  { supplies }: OpenTarget,
  { suppliesOf }: MeasureContext,
): string {
  const many = manyOf(of);
  if (supplies.length > 0) return `Nobody supplied ${many} for these districts.`;
  return suppliesOf(of.type).length === 0
    ? `Nobody supplied ${many}.`
    : `Nobody supplied what is asked of ${many}.`;
}
