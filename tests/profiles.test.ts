import { describe, expect, it } from 'vitest';
import { attributesOf, findFeatureType } from '#data/features/index.ts';
import { PROFILES } from '#data/profiles/index.ts';
import type { Condition } from '#data/query/filter.ts';
import type { Attribute } from '#data/schema/attribute.ts';
import { unsettledOf } from '#data/siting/announce.ts';
import type { Must, Prefer, What } from '#data/siting/criterion.ts';
import { isCriterionId } from '#data/siting/criterion-read.ts';
import { rankSites } from '#data/siting/rank.ts';
import type { Measured } from '#data/siting/ranking.ts';
import { relaxationsOf } from '#data/siting/relax.ts';
import type { Profile, SiteSearch } from '#data/siting/search.ts';
import { writeWhat } from '#data/siting/what-text.ts';
import { sayMust, unitOf } from '#data/siting/words.ts';
import { type Planted, plant } from './support/planted-sites.ts';

/** The eight profiles against the vocabulary they speak of, and on sites planted to win, to fail and to be unknown. */

const criteriaOf = ({ must, prefer }: Profile): readonly (Must | Prefer)[] => [...must, ...prefer];

function attribute(type: string, name: string): Attribute {
  const found = findFeatureType(type);
  const known = found && attributesOf(found).find((each) => each.name === name);
  if (!known) throw new RangeError(`No attribute "${name}" of "${type}"`);
  return known;
}

/** What a condition names exists, and can be compared so. */
function check(type: string, condition: Condition): void {
  const known = attribute(type, condition.attribute);
  if (condition.kind === 'range') {
    expect(['integer', 'decimal', 'date'], `${type} ${known.name}`).toContain(known.type);
    return;
  }
  const codes = known.codes?.map(({ value }) => value) ?? [];
  for (const value of condition.values) expect(codes, `${type} ${known.name}`).toContain(value);
}

/** What a measure names exists. */
function checkWhat(what: What): void {
  if (what.kind === 'site') return;
  const { type, where = [] } = what.of;
  expect(findFeatureType(type), type).toBeDefined();
  for (const condition of where) check(type, condition);
  if ('attribute' in what) attribute(type, what.attribute);
  if (what.kind === 'distance' && what.second?.apartBy) attribute(type, what.second.apartBy);
}

describe.each(PROFILES.map((profile) => [profile.id, profile] as const))('%s', (_, profile) => {
  it('asks for feature types, attributes and codes there are', () => {
    for (const type of profile.ground.kind === 'sites' ? profile.ground.types : []) {
      expect(findFeatureType(type), type).toBeDefined();
    }
    for (const { what } of criteriaOf(profile)) checkWhat(what);
  });

  it('says units as the vocabulary has them', () => {
    for (const { what } of criteriaOf(profile)) {
      if (what.kind !== 'value' && what.kind !== 'sum') continue;
      expect(unitOf(what)).toBe(attribute(what.of.type, what.attribute).unit);
    }
  });

  it('asks of sites what some type of its ground states', () => {
    const types = profile.ground.kind === 'sites' ? profile.ground.types : [];
    for (const { what } of criteriaOf(profile)) {
      if (what.kind !== 'site' || what.attribute === 'area-ha') continue;
      const stated = types.filter((type) => {
        const found = findFeatureType(type);
        return found && attributesOf(found).some(({ name }) => name === what.attribute);
      });
      expect(stated, what.attribute).not.toEqual([]);
    }
  });

  it('weighs 100 together, and names every criterion once', () => {
    expect(profile.prefer.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    const ids = criteriaOf(profile).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !isCriterionId(id))).toEqual([]);
  });

  it('says of every figure where it comes from, and that headroom is no offer', () => {
    for (const { origin, what, note = '' } of criteriaOf(profile)) {
      expect(origin).toBeDefined();
      if (writeWhat(what).includes('headroom') && what.kind === 'value') {
        expect(note).toContain('not a connection offer');
      }
    }
  });
});

/** A value that is worth all of a criterion's weight. */
function best({ worth }: Prefer): Planted {
  return worth.kind === 'linear' ? worth.full : (worth.steps[0]?.values[0] ?? null);
}

/** A value that is worth nothing. */
function worst({ worth }: Prefer): Planted {
  return worth.kind === 'linear' ? worth.none : 'nothing-of-the-kind';
}

/** A value that meets a test, or fails it by a little. */
function meeting({ test }: Must, isMet: boolean): number {
  if (!('value' in test)) throw new TypeError('No figure');
  if (isMet) return test.value;
  return test.op === 'at-least' ? test.value * 0.9 : test.value + 1;
}

const SITES = ['Winner', 'Second', 'Decoy', 'Unknown', 'Poor'] as const;
type Role = (typeof SITES)[number];

/**
 * Sites planted for a profile. The decoy is as good as the winner in everything and fails one must; the unknown is as
 * good too, and of the criterion with the most weight nothing is known.
 */
function plantFor(profile: Profile, decoyFails: Must): Measured {
  const heaviest = [...profile.prefer].sort((a, b) => b.weight - a.weight)[0];
  const columns = new Map<string, readonly [What, Planted[]]>();
  const put = (what: What, value: (role: Role) => Planted): void => {
    const key = writeWhat(what);
    const former = columns.get(key)?.[1];
    // a must and a preferred criterion may ask the same: the must's failure stands
    const values = SITES.map((role, at) => {
      const isMeant = former && role === 'Decoy' && key === writeWhat(decoyFails.what);
      return isMeant ? (former[at] ?? null) : value(role);
    });
    columns.set(key, [what, values]);
  };
  for (const must of profile.must) {
    put(must.what, (role) => meeting(must, !(role === 'Decoy' && must === decoyFails)));
  }
  for (const prefer of profile.prefer) {
    put(prefer.what, (role) => {
      if (role === 'Unknown' && prefer === heaviest) return null;
      if (role === 'Poor') return atLeastMust(profile, prefer, worst(prefer));
      if (role === 'Second' && prefer === heaviest) return middling(prefer);
      return best(prefer);
    });
  }
  return plant(SITES, [...columns.values()]);
}

/** Worth nothing, and still what the musts about the same thing ask for. */
function atLeastMust({ must }: Profile, prefer: Prefer, value: Planted): Planted {
  const same = must.find(({ what }) => writeWhat(what) === writeWhat(prefer.what));
  return same ? meeting(same, true) : value;
}

/** Worth nine tenths. */
function middling({ worth }: Prefer): Planted {
  return worth.kind === 'linear' ? worth.full * 0.9 + worth.none * 0.1 : null;
}

const searchOf = ({ id, ground, must, prefer }: Profile): SiteSearch => ({
  profile: id,
  ground,
  must,
  prefer,
});

describe.each(
  PROFILES.flatMap((profile) =>
    profile.must.map((must) => [profile.id, sayMust(must), profile, must] as const),
  ),
)('%s: %s', (_, __, profile, must) => {
  const measured = plantFor(profile, must);
  const search = searchOf(profile);
  const ranking = rankSites(measured, search);
  const standingOf = (role: Role) =>
    [...ranking.ranked, ...ranking.ruledOut].find(({ index }) => SITES[index] === role);

  it('puts the planted winner first with all points', () => {
    expect(standingOf('Winner')).toMatchObject({ rank: 1 });
    expect(standingOf('Winner')?.low).toBeCloseTo(100, 6);
    expect(standingOf('Second')?.rank).toBe(2);
  });

  it('rules the planted decoy out for this and nothing else', () => {
    expect(ranking.ruledOut.map(({ index }) => SITES[index])).toEqual(['Decoy']);
    expect(standingOf('Decoy')?.fails).toEqual([must.id]);
    expect(standingOf('Decoy')?.low).toBeGreaterThan(standingOf('Poor')?.low ?? 0);
    expect(ranking.funnel.find((step) => step.must === must.id)).toMatchObject({ alone: 1 });
    expect(relaxationsOf(measured, search)).toContainEqual({ must: must.id, admits: 1 });
  });

  it('gives the planted unknown a range, and says what would settle it', () => {
    const unknown = standingOf('Unknown');
    const heaviest = Math.max(...profile.prefer.map(({ weight }) => weight));
    expect(unknown?.fails).toEqual([]);
    expect(unknown?.high).toBeCloseTo(100, 6);
    expect(unknown?.low).toBeCloseTo(100 - heaviest, 6);
    const [first] = unknown ? unsettledOf(measured, search, unknown) : [];
    expect(first?.text).toContain('Ask Whoever holds it.');
  });
});
