import { WHYS, type Why } from '#data/schema/site-why.ts';
import type { SiteCandidate, SiteColumn } from '#data/schema/sites.ts';
import type { What } from '#data/siting/criterion.ts';
import type { Measured } from '#data/siting/ranking.ts';
import { writeWhat } from '#data/siting/what-text.ts';
import { unitOf } from '#data/siting/words.ts';

/** A planted value: a number, a range with open ends, a text, or nothing known. */
export type Planted = number | readonly [number | null, number | null] | string | null;

const ASK = [{ name: 'Whoever holds it' }];

/** A column as the server would answer it; `undefined` for all of it: nobody supplied it. */
export function plantColumn(what: What, values: readonly Planted[] | undefined): SiteColumn {
  const listed = values ?? [];
  const isText = listed.some((value) => typeof value === 'string');
  const unit = unitOf(what);
  return {
    what: writeWhat(what),
    title: 'Planted',
    ...(unit === undefined ? {} : { unit }),
    kind: isText ? 'text' : 'number',
    state: values ? 'measured' : 'not-supplied',
    ...(values ? {} : { reason: 'Nothing of the kind was supplied.' }),
    ask: ASK,
    synthetic: false,
    sources: [],
    low: isText ? [] : listed.map((value) => end(value, 0)),
    high: isText ? [] : listed.map((value) => end(value, 1)),
    text: isText ? listed.map((value) => (typeof value === 'string' ? value : null)) : [],
    why: listed.map((value) => WHYS.indexOf(whyOf(value))),
    thing: listed.map(() => -1),
  };
}

function end(value: Planted, side: 0 | 1): number | null {
  if (typeof value === 'number') return value;
  return Array.isArray(value) ? (value[side] ?? null) : null;
}

function whyOf(value: Planted): Why {
  if (value === null) return 'not-covered';
  return typeof value === 'object' ? 'partly-covered' : 'measured';
}

/** Candidates of some names, all of them plain. */
export const plantSites = (titles: readonly string[]): SiteCandidate[] =>
  titles.map((title) => ({
    key: `odin:land/brownfield-site:${title}`,
    title,
    reference: title,
    featureType: 'land/brownfield-site',
    synthetic: false,
    areaHa: 1,
    areaBasis: 'stated',
    outline: 'point',
    errorM: 0,
    at: [-2.24, 53.48],
    bounds: [-2.24, 53.48, -2.24, 53.48],
  }));

/** What was measured of some sites. */
export const plant = (
  titles: readonly string[],
  columns: readonly (readonly [What, readonly Planted[] | undefined])[],
): Measured => ({
  sites: plantSites(titles),
  columns: columns.map(([what, values]) => plantColumn(what, values)),
});
