import type { Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { WHYS } from '#data/schema/site-why.ts';
import type { What } from '#data/siting/criterion.ts';
import type { Ruler } from '#server/measure/measure.ts';
import { onGrid } from '#server/measure/plane-shape.ts';
import { openRuler } from '#server/measure/ruler.ts';
import { hole, line, point, square } from '#server/measure/test-shapes.ts';
import type { Candidate } from './candidate.ts';
import { openCandidates } from './candidates.ts';
import { openRegister } from './column.ts';
import { measureColumn } from './index.ts';
import type { Supply } from './supply.ts';
import { candidate, supply, thing } from './test-ground.ts';
import { openDistricts } from './whereabouts.ts';

let ruler: Ruler;
beforeAll(async () => {
  ruler = await openRuler();
});

// two districts side by side, 40 km a side, whose border runs along E
const E = 380_000;
const N = 398_000;
const SIDE_M = 40_000;
const WEST = 'E08000001';
const EAST = 'E08000002';
const BOTH = [WEST, EAST];

/** What a metre of the ground is drawn as near there. */
const SCALE = 0.9996;

/** Measure one thing of candidates; every entry as `[low, high or text, why, thing]`. */
function ask(candidates: readonly Candidate[], what: What, supplies: readonly Supply[]) {
  const register = openRegister();
  const half = (gssCode: string, west: number) => ({
    ...{ gssCode, name: gssCode },
    shape: onGrid(square(west, N - SIDE_M / 2, SIDE_M)),
  });
  const column = measureColumn(
    openCandidates(ruler, candidates),
    what,
    {
      ruler,
      register,
      districts: openDistricts(ruler, [half(WEST, E - SIDE_M), half(EAST, E)]),
      suppliesOf: (type) => supplies.filter(({ featureType }) => featureType === type),
    },
    ['land/employment-allocation'],
  );
  const entries = column.why.map((why, at) => ({
    low: column.low[at],
    high: column.high[at],
    text: column.text[at],
    why: WHYS[why],
    thing: register.all[column.thing[at] ?? -1]?.id,
    served: column.served?.[at],
  }));
  return { column, entries, first: entries[0] };
}

const SUBSTATION = 'energy/substation';
const FLOOD = 'environment/flood-risk-zone';
const site = (west: number, south: number, side: number) =>
  candidate('site', square(west, south, side));
const stations = (things: Parameters<typeof thing>[], coverage: readonly string[] = BOTH) =>
  supply(
    ruler,
    SUBSTATION,
    things.map((each) => thing(...each)),
    coverage,
  );
const zones = (things: Parameters<typeof thing>[], coverage: readonly string[] = BOTH) =>
  supply(
    ruler,
    FLOOD,
    things.map((each) => thing(...each)),
    coverage,
  );
const distance = (more: object = {}): What =>
  ({ kind: 'distance', of: { type: SUBSTATION }, ...more }) as What;

describe('distance', () => {
  it('measureColumn() measures from edge to nearest edge, told on the ground', () => {
    const { first, column } = ask([site(E + 5_000, N, 200)], distance(), [
      stations([
        ['far', point(E + 9_000, N)],
        ['near', point(E + 6_200, N + 100)],
      ]),
    ]);
    expect(first).toMatchObject({ why: 'measured', thing: 'near' });
    expect(first?.low).toBeCloseTo(1_000 / SCALE, 0);
    expect(first?.high).toBe(first?.low);
    expect(column).toMatchObject({
      unit: 'm',
      state: 'measured',
      synthetic: true,
      datasets: ['maker/things'],
      missing: [],
    });
    expect(column.title).toBe('Distance to the nearest substation');
  });

  it('measureColumn() lets what nobody supplied beyond the border be nearer: edge', () => {
    const { first } = ask([site(E + 500, N, 200)], distance(), [
      stations([['known', point(E + 3_000, N)]], [EAST]),
    ]);
    expect(first).toMatchObject({ why: 'edge', thing: 'known' });
    expect(first?.low).toBeCloseTo(500 / SCALE, 0);
    expect(first?.high).toBeCloseTo(2_300 / SCALE, 0);
  });

  it('measureColumn() leaves the border alone where the nearest is nearer', () => {
    const { first } = ask([site(E + 3_000, N, 200)], distance(), [
      stations([['known', point(E + 3_700, N)]], [EAST]),
    ]);
    expect(first?.why).toBe('measured');
  });

  it('measureColumn() tells of an uncovered candidate only that it is no further than what is known', () => {
    const { first, column } = ask([site(E - 900, N, 200)], distance(), [
      stations([['known', point(E + 300, N)]], [EAST]),
    ]);
    expect(first).toMatchObject({ low: 0, why: 'not-covered', thing: 'known' });
    expect(first?.high).toBeCloseTo(1_000 / SCALE, 0);
    expect(column).toMatchObject({ state: 'not-supplied', missing: [WEST] });
    expect(column.reason).toContain('substations');
  });

  it('measureColumn() tells of one across the border that its other part may hold something', () => {
    const { first } = ask([site(E - 300, N, 600)], distance(), [
      stations([['known', point(E + 900, N)]], [EAST]),
    ]);
    expect(first).toMatchObject({ low: 0, why: 'partly-covered' });
  });

  it('measureColumn() says that nothing is near, and how far it looked', () => {
    const { first } = ask([site(E + 500, N, 200)], distance(), [
      stations([['other end', point(E + 39_000, N)]]),
    ]);
    expect(first).toMatchObject({ low: 20_000, high: null, why: 'none-near', thing: undefined });
  });

  it('measureColumn() is sure of what lies on the candidate, whatever is missing elsewhere', () => {
    const { first } = ask([site(E - 900, N, 200)], distance(), [
      stations([['on it', point(E - 800, N + 100)]], [EAST]),
    ]);
    expect(first).toMatchObject({ low: 0, high: 0, why: 'measured' });
  });

  it('measureColumn() does not take a thing that states nothing for one that meets the target, nor for none', () => {
    const where = [{ kind: 'range', attribute: 'demand-headroom-mw', min: 10 }];
    const { first } = ask(
      [site(E + 5_000, N, 200)],
      distance({ of: { type: SUBSTATION, where } }),
      [
        stations([
          ['small', point(E + 5_300, N), { 'demand-headroom-mw': 4 }],
          ['silent', point(E + 5_700, N)],
          ['large', point(E + 8_000, N), { 'demand-headroom-mw': 20 }],
        ]),
      ],
    );
    expect(first).toMatchObject({ why: 'not-stated', thing: 'large' });
    expect(first?.low).toBeCloseTo(500 / SCALE, 0);
    expect(first?.high).toBeCloseTo(2_800 / SCALE, 0);
  });

  it('measureColumn() passes over a dataset that never states what is asked for', () => {
    const where = [{ kind: 'range', attribute: 'demand-headroom-mw', min: 10 }];
    const { column } = ask(
      [site(E + 5_000, N, 200)],
      distance({ of: { type: SUBSTATION, where } }),
      [stations([['mapped', point(E + 5_300, N)]])],
    );
    expect(column).toMatchObject({ state: 'not-supplied', datasets: [] });
  });

  it('measureColumn() passes over a dataset that holds none of the kinds asked for', () => {
    const where = [{ kind: 'among', attribute: 'kind', values: ['gp'] }];
    const { column } = ask(
      [site(E + 5_000, N, 200)],
      distance({ of: { type: SUBSTATION, where } }),
      [stations([['hospital', point(E + 5_300, N), { kind: 'hospital' }]])],
    );
    expect(column.state).toBe('not-supplied');
  });

  it('measureColumn() finds the second that is fed from elsewhere, and a nearer one that does not say', () => {
    const second = distance({ second: { apartBy: 'parent' } });
    const fed = (id: string, east: number, parent?: string): Parameters<typeof thing> => [
      id,
      point(E + east, N),
      parent === undefined ? {} : { parent },
    ];
    const at = [site(E + 5_000, N, 200)];
    const known = ask(at, second, [
      stations([
        fed('a', 5_300, 'Carrington'),
        fed('b', 5_700, 'Carrington'),
        fed('c', 7_200, 'Kearsley'),
      ]),
    ]);
    expect(known.first).toMatchObject({ why: 'measured', thing: 'c' });
    expect(known.first?.low).toBeCloseTo(2_000 / SCALE, 0);
    const silent = ask(at, second, [
      stations([fed('a', 5_300, 'Carrington'), fed('b', 5_700), fed('c', 7_200, 'Kearsley')]),
    ]);
    expect(silent.first).toMatchObject({ why: 'not-stated', thing: 'c' });
    expect(silent.first?.low).toBeCloseTo(500 / SCALE, 0);
  });

  it('measureColumn() measures from a point that has a stated area, and says how far out that may be', () => {
    const only = candidate('point', point(E + 5_000, N), { statedHa: 4 });
    const { first } = ask([only], distance(), [
      stations([['near', line([E + 6_000, N - 50], [E + 6_000, N + 50])]]),
    ]);
    expect(first?.low).toBeCloseTo(1_000 / SCALE, 0);
    const [figures] = openCandidates(ruler, [only]).figures;
    expect(figures).toMatchObject({ areaBasis: 'stated', outline: 'point', areaHa: 4 });
    expect(figures?.errorM).toBeCloseTo(112.84, 2);
  });
});

describe('share and hectares', () => {
  const share: What = { kind: 'share', of: { type: FLOOD } };
  const hectares: What = { kind: 'hectares', of: { type: FLOOD } };
  const at = E + 5_000;

  it('measureColumn() counts ground that two zones cover once', () => {
    const over = [
      zones([
        ['one', square(at, N, 60)],
        ['two', square(at + 40, N, 60)],
      ]),
    ];
    expect(ask([site(at, N, 100)], share, over).first).toMatchObject({
      low: 60,
      high: 60,
      why: 'measured',
    });
    const { first } = ask([site(at, N, 100)], hectares, over);
    expect(first?.low).toBeCloseTo(0.6 / SCALE ** 2, 4);
  });

  it('measureColumn() leaves holes out of zones and of candidates', () => {
    const ring = hole(square(at, N, 100), square(at + 25, N + 25, 50));
    expect(ask([site(at, N, 100)], share, [zones([['ring', ring]])]).first?.low).toBeCloseTo(75, 6);
    expect(
      ask([candidate('ring', ring)], share, [zones([['all', square(at, N, 50)]])]).first?.low,
    ).toBeCloseTo(25, 6);
  });

  it('measureColumn() takes a sliver along a shared edge for none', () => {
    const { first } = ask([site(at, N, 100)], share, [
      zones([['neighbour', square(at + 99.9, N, 100)]]),
    ]);
    expect(first).toMatchObject({ low: 0, high: 0, why: 'measured' });
    const { first: corner } = ask([site(at, N, 100)], share, [
      zones([['corner', square(at + 98, N + 98, 100)]]),
    ]);
    expect(corner?.low).toBeCloseTo(0.04, 6);
  });

  it('measureColumn() opens the share by the ground nobody supplied', () => {
    const { first } = ask([site(E - 1_000, N, 4_000)], share, [
      zones([['wet', square(E + 1_000, N, 2_000)]], [EAST]),
    ]);
    expect(first).toMatchObject({ low: 25, high: 50, why: 'partly-covered', thing: 'wet' });
  });

  it('measureColumn() takes a circle of the stated area for a site known by a point', () => {
    const by = (statedHa?: number) =>
      candidate('point', point(at, N), statedHa === undefined ? {} : { statedHa });
    const east = [zones([['east', square(at, N - 500, 1_000)]])];
    expect(ask([by(2)], share, east).first).toMatchObject({ why: 'measured' });
    expect(ask([by(2)], share, east).first?.low).toBeCloseTo(50, 6);
    expect(ask([by(2)], hectares, east).first?.low).toBeCloseTo(1, 6);
    expect(ask([by()], share, east).first).toMatchObject({ low: 0, high: 100, why: 'no-area' });
  });

  it('measureColumn() lets what states no zone be the zone asked for, or not', () => {
    const of = {
      type: FLOOD,
      where: [{ kind: 'among', attribute: 'flood-risk-level', values: ['3'] }],
    } as const;
    const { first } = ask([site(at, N, 100)], { kind: 'share', of }, [
      zones([
        ['three', square(at, N, 50), { 'flood-risk-level': '3' }],
        ['silent', square(at + 50, N, 50)],
        ['two', square(at, N + 50, 50), { 'flood-risk-level': '2' }],
      ]),
    ]);
    expect(first).toMatchObject({ low: 25, high: 50, why: 'not-stated' });
  });

  it('measureColumn() does not ask points for ground', () => {
    const { column } = ask([site(at, N, 100)], share, [zones([['pin', point(at, N)]])]);
    expect(column.state).toBe('not-supplied');
  });

  it('measureColumn() puts a boundary that crosses itself right, as “what is here” does', () => {
    const bow: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [at, N],
          [at + 100, N + 100],
          [at + 100, N],
          [at, N + 100],
          [at, N],
        ],
      ],
    };
    const [figures] = openCandidates(ruler, [candidate('bow', bow)]).figures;
    expect(figures?.areaHa).toBeCloseTo(0.5 / SCALE ** 2, 4);
    expect(
      ask([candidate('bow', bow)], share, [zones([['west', square(at, N, 50)]])]).first?.low,
    ).toBeCloseTo(25, 6);
  });
});

describe('count and sum', () => {
  const at = E + 5_000;
  const count = (withinM: number): What => ({ kind: 'count', of: { type: SUBSTATION }, withinM });
  const sum = (withinM: number): What => ({
    kind: 'sum',
    of: { type: SUBSTATION },
    attribute: 'firm-capacity-mva',
    withinM,
  });
  const some = (coverage: readonly string[], attributes: object = {}) =>
    stations(
      [
        ['on', point(at + 50, N + 50), { 'firm-capacity-mva': 10 }],
        ['by', point(at + 300, N), { 'firm-capacity-mva': 5 }],
        ['off', point(at + 900, N), attributes as never],
      ],
      coverage,
    );

  it('measureColumn() counts those on it, and those within so many metres', () => {
    expect(ask([site(at, N, 100)], count(0), [some(BOTH)]).first).toMatchObject({
      low: 1,
      high: 1,
      why: 'measured',
      thing: 'on',
    });
    expect(ask([site(at, N, 100)], count(500), [some(BOTH)]).first).toMatchObject({
      low: 2,
      high: 2,
    });
  });

  it('measureColumn() leaves the number open where ground within reach was not supplied', () => {
    expect(ask([site(at, N, 100)], count(6_000), [some([EAST])]).first).toMatchObject({
      low: 3,
      high: null,
      why: 'edge',
    });
    expect(ask([site(at, N, 100)], count(4_000), [some([EAST])]).first).toMatchObject({
      low: 3,
      high: 3,
      why: 'measured',
    });
  });

  it('measureColumn() adds up what is stated, and leaves open what is not', () => {
    expect(ask([site(at, N, 100)], sum(500), [some(BOTH)]).first).toMatchObject({
      low: 15,
      high: 15,
      why: 'measured',
    });
    expect(ask([site(at, N, 100)], sum(2_000), [some(BOTH)]).first).toMatchObject({
      low: 15,
      high: null,
      why: 'not-stated',
    });
  });
});

describe('values', () => {
  const at = E + 5_000;
  const value = (
    from: 'nearest' | 'containing' | 'serving',
    attribute = 'demand-headroom-mw',
    type = SUBSTATION,
  ): What => ({ kind: 'value', of: { type }, attribute, from });
  const pair: Parameters<typeof thing>[] = [
    [
      'near',
      point(at + 300, N),
      { reference: 'NEAR-1', 'demand-headroom-mw': 4, class: 'primary' },
    ],
    [
      'far',
      point(at + 3_000, N),
      { reference: 'Far 2', 'demand-headroom-mw': 22, class: 'primary' },
    ],
  ];

  it('measureColumn() takes the value of the nearest, as a number or a text', () => {
    expect(ask([site(at, N, 100)], value('nearest'), [stations(pair)]).first).toMatchObject({
      low: 4,
      high: 4,
      why: 'measured',
      thing: 'near',
    });
    const { first, column } = ask([site(at, N, 100)], value('nearest', 'class'), [stations(pair)]);
    expect(first).toMatchObject({ text: 'primary', why: 'measured' });
    expect(column).toMatchObject({ kind: 'text', low: [], high: [] });
  });

  it('measureColumn() does not know the value of the nearest where a nearer one may lie', () => {
    expect(
      ask([site(E + 100, N, 100)], value('nearest'), [stations(pair, [EAST])]).first,
    ).toMatchObject({ low: null, high: null, why: 'edge', thing: 'near' });
  });

  it('measureColumn() never takes a value that is not stated for 0', () => {
    const silent = stations([
      ['near', point(at + 300, N)],
      ['far', point(at + 900, N), { 'demand-headroom-mw': 3 }],
    ]);
    expect(ask([site(at, N, 100)], value('nearest'), [silent]).first).toMatchObject({
      low: null,
      high: null,
      why: 'not-stated',
      thing: 'near',
    });
  });

  it('measureColumn() follows the operator’s supply area, by reference, else takes the nearest and says so', () => {
    const area = supply(
      ruler,
      'energy/supply-area',
      [
        thing('area of far', square(at - 500, N - 500, 1_000), {
          'substation-ref': 'FAR2',
          level: 'primary',
        }),
        thing('area of all', square(at - 5_000, N - 5_000, 20_000), {
          'substation-ref': 'Carrington',
          level: 'grid-supply-point',
        }),
      ],
      BOTH,
    );
    const { entries } = ask([site(at, N, 100), site(at + 1_000, N, 100)], value('serving'), [
      stations(pair),
      area,
    ]);
    expect(entries[0]).toMatchObject({ low: 22, thing: 'far', served: 1 });
    expect(entries[1]).toMatchObject({ low: 4, thing: 'near', served: 0 });
  });

  it('measureColumn() takes the smallest area that contains the middle', () => {
    const grade = 'environment/agricultural-land';
    const land = supply(
      ruler,
      grade,
      [
        thing('wide', square(at - 500, N - 500, 2_000), { grade: '2' }),
        thing('narrow', square(at, N, 100), { grade: '4' }),
      ],
      [EAST],
    );
    const asked = value('containing', 'grade', grade);
    expect(ask([site(at + 20, N + 20, 40)], asked, [land]).first).toMatchObject({
      text: '4',
      thing: 'narrow',
    });
    expect(ask([site(at + 8_000, N, 40)], asked, [land]).first).toMatchObject({
      text: null,
      why: 'none-near',
    });
    expect(ask([site(E - 800, N, 40)], asked, [land]).first).toMatchObject({
      text: null,
      why: 'not-covered',
    });
  });
});

describe('what sites state themselves', () => {
  it('measureColumn() measures the area of a boundary, takes a stated one, and knows when there is neither', () => {
    const { entries } = ask(
      [
        site(E + 5_000, N, 100),
        candidate('p', point(E + 6_000, N), { statedHa: 3.5 }),
        candidate('q', point(E + 7_000, N)),
      ],
      { kind: 'site', attribute: 'area-ha' },
      [],
    );
    expect(entries[0]?.low).toBeCloseTo(1 / SCALE ** 2, 4);
    expect(entries[1]).toMatchObject({ low: 3.5, high: 3.5, why: 'measured' });
    expect(entries[2]).toMatchObject({ low: 0, high: null, why: 'no-area' });
  });

  it('measureColumn() parts the items of a list by semicolons, and keeps what is not stated unknown', () => {
    const { entries, column } = ask(
      [
        candidate('a', square(E + 5_000, N, 100), { attributes: { 'use-class': ['b2', 'b8'] } }),
        site(E + 6_000, N, 100),
      ],
      { kind: 'site', attribute: 'use-class' },
      [],
    );
    expect(entries.map(({ text, why }) => [text, why])).toEqual([
      ['b2;b8', 'measured'],
      [null, 'not-stated'],
    ]);
    expect(column).toMatchObject({ kind: 'text', state: 'measured' });
  });
});
