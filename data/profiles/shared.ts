import type { Must, Origin, Prefer, What, Worth } from '#data/siting/criterion.ts';
import type { SearchGround } from '#data/siting/search.ts';
import {
  ANCIENT_WOODLAND,
  FLOOD_ZONE_2,
  FLOOD_ZONE_3,
  GENERATION_SUPPLY,
  HAZARD_INNER,
  HEADROOM_NOTE,
  STORAGE_SUPPLY,
  SUPPLY,
} from './targets.ts';
import {
  among,
  byDefault,
  countOf,
  distanceTo,
  linear,
  of,
  ofContaining,
  servedBy,
  shareOf,
  site,
} from './words.ts';

/** Land that somebody lists as free, allocated or for sale. */
export const LISTED_LAND: SearchGround = {
  kind: 'sites',
  types: [
    'land/brownfield-site',
    'land/employment-allocation',
    'land/plan-allocation',
    'land/investment-site',
    'land/public-land',
  ],
};

/** The least hectares a site has. */
export const areaAtLeast = (hectares: number, origin: Origin): Must => ({
  id: 'area',
  title: 'Site area',
  short: 'Area',
  what: site('area-ha'),
  test: { op: 'at-least', value: hectares },
  origin,
});

/** Nothing of a kind on the site. */
export const noneOf = (
  words: Pick<Must, 'id' | 'title' | 'short'>,
  what: What,
  origin = byDefault(),
): Must => ({ ...words, what, test: { op: 'at-most', value: 0 }, origin });

export const NO_FLOOD_ZONE_3: Must = noneOf(
  { id: 'flood-zone-3', title: 'Flood zone 3', short: 'Flood 3' },
  shareOf(FLOOD_ZONE_3),
);

export const NO_HAZARD_ZONE: Must = noneOf(
  { id: 'hazard-zone', title: 'Inner zone of a major hazard', short: 'Hazard' },
  shareOf(HAZARD_INNER),
);

/** Protected nature. */
export const NO_NATURE_SITE: readonly Must[] = [
  noneOf(
    { id: 'sssi', title: 'Protected habitat (SSSI)', short: 'SSSI' },
    shareOf(of('environment/sssi')),
  ),
  noneOf(
    {
      id: 'nature-reserve',
      title: 'Nature reserve or wildlife site',
      short: 'Nature',
    },
    shareOf(of('environment/nature-reserve')),
  ),
  noneOf(
    { id: 'ancient-woodland', title: 'Ancient woodland', short: 'Woodland' },
    shareOf(ANCIENT_WOODLAND),
  ),
];

/** At least half of the site allocated for employment; where nobody supplied allocations, nobody can tell. */
export const EMPLOYMENT_LAND: Must = {
  id: 'employment-land',
  title: 'Land allocated for employment',
  short: 'Allocated',
  what: shareOf(of('land/employment-allocation')),
  test: { op: 'at-least', value: 50 },
  origin: byDefault(),
};

/** A weighted criterion from its parts. */
export const prefer = (
  words: Pick<Prefer, 'id' | 'title' | 'short' | 'note'>,
  weight: number,
  rule: { readonly what: What; readonly worth: Worth; readonly origin?: Origin },
): Prefer => ({ ...words, weight, origin: byDefault(), ...rule });

export const floodZone2 = (weight: number): Prefer =>
  prefer(
    { id: 'flood-zone-2', title: 'Share of the site in flood zone 2', short: 'Flood 2' },
    weight,
    {
      what: shareOf(FLOOD_ZONE_2),
      worth: linear(0, 30),
    },
  );

/** Share of the site allocated for some use classes. */
export const allocatedFor = (weight: number, title: string, classes: readonly string[]): Prefer =>
  prefer({ id: 'allocated', title, short: 'Allocated' }, weight, {
    what: shareOf(of('land/employment-allocation', among('use-class', ...classes))),
    worth: linear(100, 0),
  });

/** What operators say a substation can still take or give, by what for. */
const HEADROOMS = {
  demand: { title: 'Demand', of: SUPPLY },
  generation: { title: 'Generation', of: GENERATION_SUPPLY },
  storage: { title: 'Battery', of: STORAGE_SUPPLY },
} as const;

/** Megawatts left at the substation that serves the site. */
export function headroom(
  kind: keyof typeof HEADROOMS,
  weight: number,
  worth: Worth,
  origin = byDefault(),
): Prefer {
  const { title, of: supply } = HEADROOMS[kind];
  return prefer(
    {
      id: 'headroom',
      title: `${title} headroom of the substation that serves it`,
      short: 'Headroom',
      note: HEADROOM_NOTE,
    },
    weight,
    { what: servedBy(supply, `${kind}-headroom-mw`), worth, origin },
  );
}

/** The share of premises that can have a gigabit, where the site lies. */
export const gigabit = (weight: number): Prefer =>
  prefer(
    { id: 'gigabit', title: 'Premises around with gigabit broadband', short: 'Gigabit' },
    weight,
    {
      what: ofContaining(of('digital/coverage-area'), 'gigabit-percent'),
      worth: linear(95, 50),
    },
  );

/** Distance to a stop of one kind. */
export const stop = (
  words: Pick<Prefer, 'id' | 'title' | 'short'>,
  weight: number,
  rule: { readonly type: string; readonly full: number; readonly none: number },
): Prefer =>
  prefer(words, weight, {
    what: distanceTo(of(rule.type)),
    worth: linear(rule.full, rule.none),
  });

/** Census areas within reach, in place of a count of people. */
export const people = (
  weight: number,
  withinM: number,
  { full, none }: { readonly full: number; readonly none: number },
): Prefer =>
  prefer(
    {
      id: 'people',
      title: `Census areas (LSOA) within ${withinM / 1_000}\u00A0km`,
      short: 'People',
      note: 'In place of people within a drive: a census area holds 1,000 to 3,000, and the distance is a straight line.',
    },
    weight,
    { what: countOf(of('boundaries/lsoa'), withinM), worth: linear(full, none) },
  );
