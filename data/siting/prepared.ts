import type { SiteColumn } from '#data/schema/sites.ts';
import { FAILS, judge, UNTOLD, type Verdict, worthOf } from './columns.ts';
import type { Must, Prefer } from './criterion.ts';
import { writeTest, writeWorth } from './criterion-text.ts';
import { funnelOf, type PreparedMust } from './funnel.ts';
import { rememberLately } from './lately.ts';
import type { FunnelStep, Measured } from './ranking.ts';
import type { SiteSearch } from './search.ts';
import { writeWhat } from './what-text.ts';

/** What every candidate is worth by one preferred criterion, 0 to 1. */
export type PreparedPrefer = {
  readonly prefer: Prefer;
  readonly isTested: boolean;
  readonly low: Float64Array;
  readonly high: Float64Array;
};

/** Everything of a ranking that weights do not change. */
export type PreparedRanking = {
  readonly measured: Measured;
  readonly musts: readonly PreparedMust[];
  readonly prefers: readonly PreparedPrefer[];
  /** How many of the musts in force a candidate fails. */
  readonly failures: Uint16Array;
  /** Their ids, and the ids of those nobody can tell of; most candidates share the empty list. */
  readonly fails: readonly (readonly string[])[];
  readonly untold: readonly (readonly string[])[];
  /** What the musts did; weights change nothing of it. */
  readonly funnel: readonly FunnelStep[];
  /** Place of a candidate by its reference: what ties are broken by. */
  readonly byReference: Uint32Array;
};

/**
 * The column a criterion asks for.
 *
 * @returns undefined when it was not measured, as while an answer is awaited
 */
export const columnFor = (
  measured: Measured,
  criterion: Pick<Must | Prefer, 'what'>,
): SiteColumn | undefined => columnNamed(measured, writeWhat(criterion.what));

const columnNamed = ({ columns }: Measured, what: string): SiteColumn | undefined =>
  columns.find((each) => each.what === what);

/** Hold every candidate against every criterion once. */
export function prepareRanking(
  measured: Measured,
  search: Pick<SiteSearch, 'must' | 'prefer'>,
): PreparedRanking {
  const musts = search.must.map((must) => prepareMust(measured, must));
  const fails = idsBy(musts, FAILS, measured.sites.length);
  const failures = Uint16Array.from(fails, (ids) => ids.length);
  return {
    measured,
    musts,
    prefers: search.prefer.map((prefer) => preparePrefer(measured, prefer)),
    failures,
    fails,
    untold: idsBy(musts, UNTOLD, measured.sites.length),
    funnel: funnelOf(musts, failures),
    byReference: placesByReference(measured),
  };
}

const NONE: readonly string[] = [];

/** Candidate by candidate the musts in force that judge it so. */
function idsBy(
  musts: readonly PreparedMust[],
  verdict: Verdict,
  sites: number,
): (readonly string[])[] {
  const tested = musts.filter(({ state }) => state === 'tested');
  return Array.from({ length: sites }, (_, index) => {
    const ids = tested.filter(({ verdicts }) => verdicts[index] === verdict);
    return ids.length === 0 ? NONE : ids.map(({ must }) => must.id);
  });
}

/** A must that is off is judged too: what it would do is said beside it. */
function prepareMust(measured: Measured, must: Must): PreparedMust {
  const column = columnFor(measured, must);
  const isSupplied = column?.state !== 'not-supplied';
  const state = must.off ? 'off' : isSupplied ? 'tested' : 'not-supplied';
  const sites = measured.sites.length;
  if (!column || !isSupplied) return { must, state, verdicts: new Uint8Array(sites).fill(UNTOLD) };
  const verdicts = judged(column, `${sites} ${writeTest(must.test)}`, () =>
    Uint8Array.from({ length: sites }, (_, index) => judge(must.test, column, index)),
  );
  return { must, state, verdicts };
}

const judged = rememberLately<Uint8Array>();

function preparePrefer(measured: Measured, prefer: Prefer): PreparedPrefer {
  const column = columnFor(measured, prefer);
  const sites = measured.sites.length;
  const worths = column
    ? valued(column, `${sites} ${writeWorth(prefer.worth)}`, () => worthsOf(prefer, column, sites))
    : worthsOf(prefer, column, sites);
  return { prefer, isTested: column?.state !== 'not-supplied', ...worths };
}

type Worths = Pick<PreparedPrefer, 'low' | 'high'>;
const valued = rememberLately<Worths>();

function worthsOf({ worth }: Prefer, column: SiteColumn | undefined, sites: number): Worths {
  const low = new Float64Array(sites);
  const high = new Float64Array(sites);
  for (let index = 0; index < sites; index++) {
    const each = worthOf(worth, column, index);
    low[index] = each.low;
    high[index] = each.high;
  }
  return { low, high };
}

const placed = rememberLately<Uint32Array>();

/** By code units, so that browser and server agree. */
const placesByReference = ({ sites }: Measured): Uint32Array =>
  placed(sites, '', () => {
    const keys = sites.map(({ reference, title, key }) => `${reference ?? title}\u0000${key}`);
    const order = keys.map((_, index) => index).sort((a, b) => compare(keys[a], keys[b]));
    const places = new Uint32Array(sites.length);
    for (const [place, index] of order.entries()) places[index] = place;
    return places;
  });

const compare = (one = '', other = ''): number => (one < other ? -1 : one > other ? 1 : 0);
