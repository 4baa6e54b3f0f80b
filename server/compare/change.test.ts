import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeatureChange } from '#data/schema/change.ts';
import { boundsOf, type Wgs84Geometry } from '#data/schema/geometry.ts';
import { changeOf, type State } from './change.ts';
import { recognise } from './recognise.ts';
import { openReuse } from './reuse.ts';

const SQUARE: Wgs84Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [-2.3, 53.4],
      [-2.299, 53.4],
      [-2.299, 53.401],
      [-2.3, 53.401],
      [-2.3, 53.4],
    ],
  ],
};

const point = (lng: number, lat: number): Wgs84Geometry => ({
  type: 'Point',
  coordinates: [lng, lat],
});

function stateOf(geometry: Wgs84Geometry | undefined, over: Partial<State> = {}): State {
  const bounds = geometry && boundsOf(geometry);
  return {
    ...{ id: 'odin:land/site:1', layer: 'sites', line: 2, attributes: {}, extra: {} },
    ...(geometry ? { geometry } : {}),
    ...(bounds ? { bounds } : {}),
    ...over,
  };
}

describe('changeOf()', () => {
  it('tells fields that came, went and differ, of attributes and of columns nobody mapped', () => {
    const before = stateOf(undefined, {
      attributes: { name: 'Mill', 'area-ha': 1, uses: ['a', 'b'] },
      extra: { Note: 'x', ['__proto__']: 'kept' },
    });
    const after = stateOf(undefined, {
      attributes: { name: 'Mill', 'area-ha': 1.5, uses: ['a', 'b'], status: 'live' },
      extra: { ['__proto__']: 'kept' },
    });
    expect(changeOf(before, after)).toMatchObject({
      kinds: ['changed'],
      fields: [
        { name: 'area-ha', from: 1, to: 1.5 },
        { name: 'status', to: 'live' },
        { name: 'Note', from: 'x' },
      ],
    });
  });

  it('measures a move, and the area and shape that changed', () => {
    const moved = changeOf(stateOf(point(-2.3, 53.4)), stateOf(point(-2.3, 53.401)));
    expect(moved?.kinds).toEqual(['moved']);
    expect(moved?.move?.distanceM).toBeCloseTo(111.2, 0);
    const [ring = []] = SQUARE.type === 'Polygon' ? SQUARE.coordinates : [];
    const wider = {
      ...SQUARE,
      coordinates: [ring.map(([x = 0, y = 0]) => [x > -2.2995 ? x + 0.001 : x, y])],
    };
    const grown = changeOf(stateOf(SQUARE), stateOf(wider as Wgs84Geometry))?.move?.areaM2;
    expect((grown?.to ?? 0) / (grown?.from ?? 1)).toBeCloseTo(2, 2);
    expect(changeOf(stateOf(SQUARE), stateOf(point(-2.3, 53.4)))?.move?.shape).toEqual({
      from: 'polygon',
      to: 'point',
    });
    expect(changeOf(stateOf(SQUARE), stateOf(undefined))?.move?.shape).toEqual({ from: 'polygon' });
  });

  it('takes a vertex a centimetre off for the same', () => {
    expect(changeOf(stateOf(point(-2.3, 53.4)), stateOf(point(-2.30000005, 53.4)))).toBeUndefined();
  });

  it('finds nothing between a state and itself, and always what the API declares', () => {
    const value = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
    );
    const state = fc
      .record({
        attributes: fc.dictionary(fc.string(), value),
        extra: fc.dictionary(fc.string(), value),
        at: fc.option(
          fc.tuple(
            fc.double({ min: -8, max: 2, noNaN: true }),
            fc.double({ min: 49, max: 61, noNaN: true }),
          ),
        ),
      })
      .map(({ at, ...over }) => stateOf(at ? point(...at) : undefined, over));
    fc.assert(
      fc.property(state, state, (one, other) => {
        expect(changeOf(one, one)).toBeUndefined();
        const change = changeOf(one, other);
        if (change) expect(FeatureChange.safeParse(change).error).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});

describe('recognise()', () => {
  const thing = (lng: number, over: Partial<State> & { keyed?: boolean } = {}) => ({
    keyed: false,
    shape: 'point' as const,
    ...stateOf(point(lng, 53.4), over),
  });
  const METRE = 1 / 66_300; // degrees of longitude at 53.4° north

  it('knows a thing of the same name a street’s width away, and the nearest of two', () => {
    const far = thing(-2.3 + 20 * METRE, { name: 'Mill' });
    const near = thing(-2.3 + 10 * METRE, { name: 'MILL ' });
    expect(recognise(thing(-2.3, { name: 'mill' }), [far, near])).toBe(near);
    expect(recognise(thing(-2.3 + 60 * METRE, { name: 'Mill' }), [near])).toBeUndefined();
  });

  it('knows a renamed thing 3 m away, unless two stand there or both have references', () => {
    const gone = thing(-2.3 + 3 * METRE, { name: 'Old name' });
    expect(recognise(thing(-2.3, { name: 'New name' }), [gone])).toBe(gone);
    const other = thing(-2.3 - 2 * METRE, { name: 'Another' });
    expect(recognise(thing(-2.3, { name: 'New name' }), [gone, other])).toBeUndefined();
    const keyed = { keyed: true, reference: 'A1' };
    const gone1 = thing(-2.3, { name: 'Old name', ...keyed });
    expect(
      recognise(thing(-2.3, { name: 'New', keyed: true, reference: 'A2' }), [gone1]),
    ).toBeUndefined();
    expect(recognise(thing(-2.3, { name: 'New' }), [gone1])).toBe(gone1);
  });

  it('does not take a small area inside a large one for it', () => {
    const large = { keyed: false, shape: 'polygon' as const, ...stateOf(SQUARE, { name: 'Park' }) };
    expect(recognise(thing(-2.2995, { name: 'Park' }), [large])).toBeUndefined();
  });

  it('lets a reference that is written otherwise be the same thing, and another of its kind not', () => {
    const gone = thing(-2.3, { name: 'Mill', keyed: true, reference: 'SH-0012' });
    const as = (reference: string) => thing(-2.3, { name: 'Mill', keyed: true, reference });
    expect(recognise(as('12'), [gone])).toBe(gone);
    expect(recognise(as('SH-0013'), [gone])).toBeUndefined();
  });
});

it('openReuse() warns of one reused reference and reports a list numbered anew as an error', () => {
  const pair = (index: number) => ({
    before: stateOf(point(-2.3, 53.4), { reference: `R${index}`, name: 'Mill' }),
    after: stateOf(point(-2.2, 53.4), { reference: `R${index}`, name: 'Depot' }),
  });
  const one = openReuse(3);
  one.see(pair(1));
  expect(one.issues(100)).toEqual([
    expect.objectContaining({
      severity: 'warning',
      message: expect.stringContaining('was “Mill” in edition 3 and is “Depot” now, 6.6 km away'),
    }),
  ]);
  const many = openReuse(3);
  for (let index = 0; index < 20; index++) many.see(pair(index));
  expect(many.issues(100)[0]).toMatchObject({ severity: 'error', count: 20 });
});
