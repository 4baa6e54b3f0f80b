import { beforeAll, describe, expect, it } from 'vitest';
import { findProfile, PROFILES } from '#data/profiles/index.ts';
import type { SiteCandidate, SiteColumn } from '#data/schema/sites.ts';
import { rankSites } from '#data/siting/rank.ts';
import type { Profile } from '#data/siting/search.ts';
import { writeWhat } from '#data/siting/what-text.ts';
import type { Ruler } from '#server/measure/measure.ts';
import { onGrid } from '#server/measure/plane-shape.ts';
import { openRuler } from '#server/measure/ruler.ts';
import { square } from '#server/measure/test-shapes.ts';
import { openCandidates } from './candidates.ts';
import { openRegister, type ThingRegister } from './column.ts';
import { measureColumn } from './index.ts';
import { figuresOf } from './test-ask.ts';
import { candidate, supply } from './test-ground.ts';
import {
  bestOf,
  type Criterion,
  NAMES,
  type Name,
  NORTH,
  PLANTED,
  SIDE_M,
  SMALL_M,
  targetOf,
  thingsOf,
  westOf,
} from './test-planting.ts';
import { openDistricts } from './whereabouts.ts';

let ruler: Ruler;
beforeAll(async () => {
  ruler = await openRuler();
});

function measure(profile: Profile) {
  const { breaks, unsupplied } = PLANTED[profile.id] ?? { breaks: '', unsupplied: '' };
  const criteria = [...profile.must, ...profile.prefer];
  const own = Object.fromEntries(
    criteria.flatMap((criterion) =>
      criterion.what.kind === 'site' && criterion.what.attribute !== 'area-ha'
        ? [[criterion.what.attribute, bestOf(criterion)]]
        : [],
    ),
  );
  const candidates = openCandidates(
    ruler,
    NAMES.map((name) => {
      const side = name === 'decoy' && breaks === 'area' ? SMALL_M : SIDE_M;
      return candidate(name, square(westOf(name), NORTH, side), { attributes: own });
    }),
  );
  const types = [...new Set(criteria.flatMap(({ what }) => targetOf(what)?.type ?? []))];
  const supplies = types.map((type) =>
    supply(
      ruler,
      type,
      thingsOf(type, profile),
      NAMES.filter((name) => name !== 'unknown' || type !== unsupplied),
    ),
  );
  const register = openRegister();
  const context = {
    ruler,
    register,
    districts: openDistricts(
      ruler,
      NAMES.map((name) => ({
        gssCode: name,
        name,
        shape: onGrid(square(westOf(name) - 40_000, NORTH - 40_000, 80_000)),
      })),
    ),
    suppliesOf: (type: string) => supplies.filter(({ featureType }) => featureType === type),
  };
  const whats = new Map(criteria.map(({ what }) => [writeWhat(what), what]));
  const columns = [...whats].map(([text, what]): SiteColumn => {
    const {
      datasets: _,
      missing: __,
      ...column
    } = measureColumn(
      candidates,
      what,
      context,
      profile.ground.kind === 'sites' ? profile.ground.types : [],
    );
    return {
      ...column,
      ...{ low: figuresOf(column.low), high: figuresOf(column.high) },
      ...{ why: [...column.why], thing: [...column.thing] },
      ...{ what: text, ask: [], sources: [0] },
    };
  });
  return { columns, register, sites: NAMES.map(told) };
}

const told = (name: Name): SiteCandidate => ({
  ...{ key: name, title: name, reference: `${NAMES.indexOf(name)}`, synthetic: true, errorM: 0 },
  ...{ areaBasis: 'measured', outline: 'boundary', at: [-2, 53], bounds: [-2, 53, -2, 53] },
});

/** What of a column a site was measured to. */
const evidenceOf = (column: SiteColumn | undefined, site: number, register: ThingRegister) =>
  register.all[column?.thing[site] ?? -1]?.id;

describe('every profile, measured', () => {
  it('PLANTED knows every profile', () => {
    expect(Object.keys(PLANTED).sort()).toEqual(PROFILES.map(({ id }) => id).sort());
  });

  it.each(
    Object.entries(PLANTED),
  )('%s finds its winner, rules the decoy out for its reason and keeps the unknown', (id, {
    breaks,
    unsupplied,
  }) => {
    const profile = findProfile(id);
    if (!profile) throw new Error(`Cannot find profile "${id}"`);
    const { columns, register, sites } = measure(profile);
    expect(columns.filter(({ state }) => state === 'not-supplied')).toEqual([]);
    const ranking = rankSites({ sites, columns }, { ...profile, profile: id });

    const [first] = ranking.ranked;
    expect(first?.index).toBe(NAMES.indexOf('winner'));
    expect(first?.low).toBeCloseTo(100, 3);
    expect(first?.untold).toEqual([]);

    const decoy = NAMES.indexOf('decoy');
    expect(ranking.ruledOut.map(({ index, fails }) => ({ index, fails }))).toEqual([
      { index: decoy, fails: [breaks] },
    ]);
    const must = profile.must.find((each) => each.id === breaks);
    const broken = columns.find(({ what }) => must && what === writeWhat(must.what));
    if (must?.what.kind === 'share' && must.test.op === 'at-most') {
      expect(evidenceOf(broken, decoy, register)).toBe(`decoy breaks ${breaks}`);
    }

    const unknown = ranking.ranked.find(({ index }) => index === NAMES.indexOf('unknown'));
    const asksForIt = (criterion: Criterion) => targetOf(criterion.what)?.type === unsupplied;
    expect(unknown?.untold).toEqual(profile.must.filter(asksForIt).map((each) => each.id));
    const atStake = ranking.ranked[0]?.points
      .filter((_, at) => profile.prefer[at] && asksForIt(profile.prefer[at]))
      .reduce((sum, { of }) => sum + of, 0);
    expect(unknown?.high).toBeCloseTo(100, 3);
    expect(unknown?.low).toBeCloseTo(100 - (atStake ?? 0), 3);
  });
});
