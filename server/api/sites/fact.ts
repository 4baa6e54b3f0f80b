import type { AttributeValue } from '#data/schema/attribute.ts';

type Attributes = Readonly<Record<string, AttributeValue>>;

/** What a site is listed as, said where its record says no more. */
const LISTED: Readonly<Record<string, string>> = {
  'land/employment-allocation': 'allocated for employment',
  'land/plan-allocation': 'allocated in a plan',
  'land/public-land': 'publicly owned',
  'land/investment-site': 'offered for investment',
};

/** Attributes a publisher states the area of a site by, hectares. */
const STATED_BY = ['area-ha', 'land-area-ha'] as const;

/** The area its publisher states, hectares; undefined: none, or none that can be. */
export function statedHa(attributes: Attributes): number | undefined {
  const stated = STATED_BY.map((name) => attributes[name]).find(
    (value) => typeof value === 'number' && value > 0,
  );
  return typeof stated === 'number' ? stated : undefined;
}

/** What to know of a site in a few words: `no permission yet`, `permitted for 24 homes`; undefined: nothing. */
export function factOf(featureType: string, attributes: Attributes): string | undefined {
  switch (attributes['planning-status']) {
    case 'permissioned':
      return permitted(attributes);
    case 'not-permissioned':
      return 'no permission yet';
    case 'pending-decision':
      return 'permission pending';
    default:
      return LISTED[featureType];
  }
}

function permitted(attributes: Attributes): string {
  const homes = ['net-dwellings-to', 'min-net-dwellings', 'dwellings']
    .map((name) => attributes[name])
    .find((value) => typeof value === 'number' && value > 0);
  if (homes === undefined) return 'permitted';
  return homes === 1 ? 'permitted for 1 home' : `permitted for ${homes} homes`;
}

/** Whether a site is one no more on a day: taken off its register, or gone. */
export function isEnded(lifecycle: string, attributes: Attributes, day: string): boolean {
  if (lifecycle === 'removed') return true;
  const end = attributes['end-date'];
  if (typeof end !== 'string') return false;
  // one known to the year or month alone is over when that is
  return end.length < day.length ? end < day.slice(0, end.length) : end <= day;
}
