import type { Condition } from '#data/query/filter.ts';
import type { Must, Prefer, Target, What } from '#data/siting/criterion.ts';
import type { Profile } from '#data/siting/search.ts';
import { square } from '#server/measure/test-shapes.ts';
import { thing } from './test-ground.ts';
import type { Thing } from './thing.ts';

/**
 * What is planted for each profile: three sites, 100 km apart, each with everything the profile asks for. The decoy
 * breaks one must; for the third nobody supplied one kind of thing.
 */
export const PLANTED: Readonly<
  Record<string, { readonly breaks: string; readonly unsupplied: string }>
> = {
  'data-centre': { breaks: 'green-belt', unsupplied: 'digital/fibre-route' },
  'strategic-logistics': { breaks: 'flood-zone-3', unsupplied: 'boundaries/lsoa' },
  'last-mile': { breaks: 'employment-land', unsupplied: 'environment/flood-risk-zone' },
  'ev-hub': { breaks: 'frontage', unsupplied: 'transport/traffic-count' },
  'brownfield-housing': { breaks: 'open-space', unsupplied: 'social/health-site' },
  solar: { breaks: 'best-land', unsupplied: 'environment/agricultural-land' },
  'battery-storage': { breaks: 'flood-zone-3', unsupplied: 'water/valve' },
  'advanced-manufacturing': { breaks: 'area', unsupplied: 'digital/coverage-area' },
};

/** Sites planted. */
export const NAMES = ['winner', 'decoy', 'unknown'] as const;
/** One of them. */
export type Name = (typeof NAMES)[number];

/** A site of 60 ha, and one of half a hectare. */
export const SIDE_M = 775;
export const SMALL_M = 71;
const PLENTY = 100;

/** Northing of their southern edge. */
export const NORTH = 400_000;
/** Easting of a site's western edge. */
export const westOf = (name: Name): number => 200_000 + 100_000 * NAMES.indexOf(name);

/** A must or a preference. */
export type Criterion = Must | Prefer;
type Spot = { readonly profile: Profile; readonly name: Name };

/** What a thing states so that it meets conditions, and whatever else is asked of its kind. */
function attributesFor({ type, where = [] }: Target, id: string): Thing['attributes'] {
  const stated = where.map((condition: Condition) => [
    condition.attribute,
    condition.kind === 'among' ? (condition.values[0] ?? '') : PLENTY,
  ]);
  return { ...(type === 'energy/substation' ? { parent: id } : {}), ...Object.fromEntries(stated) };
}

/** A thing of a target: a square of so many metres, so many metres east of the site. */
function plant(
  of: Target,
  id: string,
  at: readonly [east: number, side: number],
  name: Name,
): Thing {
  const [east, side] = at;
  return thing(id, square(westOf(name) + east, NORTH, side), attributesFor(of, id));
}

/** The value that is worth most, or meets the must. */
export function bestOf(criterion: Criterion): number | string {
  if ('test' in criterion) {
    const { test } = criterion;
    if (test.op === 'known') return PLENTY;
    return 'value' in test
      ? (test.op === 'at-least' ? 2 : 0.4) * test.value
      : (test.values[0] ?? '');
  }
  const { worth } = criterion;
  if (worth.kind === 'steps') return worth.steps[0]?.values[0] ?? '';
  return worth.full > worth.none ? 1.5 * worth.full : 0.4 * worth.full;
}

/** Whether more of what is measured is better. */
const isMoreBetter = (criterion: Criterion): boolean =>
  'test' in criterion
    ? criterion.test.op !== 'at-most'
    : criterion.worth.kind === 'linear' && criterion.worth.full > criterion.worth.none;

/** Things that give a site the best a criterion knows. */
function plantBest(criterion: Criterion, { name }: Spot): readonly Thing[] {
  const { what, id } = criterion;
  if (what.kind === 'site') return [];
  const best = bestOf(criterion);
  const more = isMoreBetter(criterion);
  const at = (east: number, side = 10, number = 0) =>
    plant(what.of, `${name} ${id} ${number}`, [east, side], name);
  switch (what.kind) {
    case 'distance': {
      if (more) return [];
      const apartM = Number(best);
      return what.second
        ? [at(SIDE_M + apartM), at(SIDE_M + apartM / 2, 10, 1)]
        : [at(SIDE_M + apartM)];
    }
    case 'share':
    case 'hectares':
      return more ? [at(0, SIDE_M)] : [];
    case 'count':
    case 'sum':
      return Array.from({ length: more ? Math.ceil(Number(best)) : 0 }, (_, number) =>
        at(5, 5, number),
      );
    case 'value': {
      const planted = at(0, SIDE_M);
      return [{ ...planted, attributes: { ...planted.attributes, [what.attribute]: best } }];
    }
  }
}

/** Things that break a must, where breaking it takes any. */
const plantBreach = (must: Must, spot: Spot): readonly Thing[] =>
  must.what.kind === 'share' && must.test.op === 'at-most'
    ? [plant(must.what.of, `decoy breaks ${must.id}`, [0, SIDE_M * 0.8], spot.name)]
    : [];

/** What a measure is of; undefined of the site itself. */
export const targetOf = (what: What): Target | undefined =>
  what.kind === 'site' ? undefined : what.of;

/** Everything planted of one type; of each target something far from everywhere, so that its dataset can tell of it. */
export function thingsOf(type: string, profile: Profile): readonly Thing[] {
  const { breaks, unsupplied } = PLANTED[profile.id] ?? { breaks: '', unsupplied: '' };
  const criteria = [...profile.must, ...profile.prefer].filter(
    ({ what }) => targetOf(what)?.type === type,
  );
  const told = criteria.map(({ what, id }) => {
    const of = targetOf(what) ?? { type };
    const far = thing(`far ${id}`, square(600_000, NORTH, 10), attributesFor(of, `far ${id}`));
    const attribute = 'attribute' in what ? { [what.attribute]: PLENTY } : {};
    return { ...far, attributes: { ...far.attributes, ...attribute } };
  });
  const planted = NAMES.flatMap((name) => {
    if (name === 'unknown' && type === unsupplied) return [];
    return criteria.flatMap((criterion) =>
      name === 'decoy' && criterion.id === breaks && 'test' in criterion
        ? plantBreach(criterion, { profile, name })
        : plantBest(criterion, { profile, name }),
    );
  });
  return [...told, ...planted];
}
