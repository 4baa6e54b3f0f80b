import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeatureDraft } from '#server/frames/draft.ts';
import { featureOf, openTestStore } from '../test-store.ts';

let test: ReturnType<typeof openTestStore>;

beforeEach(() => {
  test = openTestStore();
});

afterEach(() => test.close());

describe('features', () => {
  const stops = [
    featureOf(1, -2.30001, 53.4, 'Sale'),
    featureOf(2, -2.2, 53.5, 'Bury'),
    featureOf(3, -2.1, 53.6, 'Rochdale Town Centre'),
  ].map((stop) => ({ ...stop, attributes: { ...stop.attributes, zone: 'tram zone 3' } }));

  it('countFeatures() and pageFeatures() find what touches a box, exactly', async () => {
    const editions = [await test.publish('one', stops)];
    const query = { editions, bounds: [-2.3, 53.3, -2.15, 53.55] as const };
    expect(await test.store.countFeatures(query)).toEqual(new Map([[editions[0], 1]]));
    expect((await test.store.pageFeatures(query, { limit: 9 })).map(({ name }) => name)).toEqual([
      'Bury',
    ]);
    expect(await test.store.countFeatures({ editions: [] })).toEqual(new Map());
  });

  it('pageFeatures() pages by row without loss or repeat', async () => {
    const editions = [await test.publish('one', stops)];
    const first = await test.store.pageFeatures({ editions }, { limit: 2 });
    const rest = await test.store.pageFeatures(
      { editions },
      { limit: 2, after: first[1]?.row ?? 0 },
    );
    expect([...first, ...rest].map(({ key }) => key)).toEqual([1, 2, 3]);
  });

  it('nearestFeatures() puts the nearest first', async () => {
    const editions = [await test.publish('one', stops)];
    const near = [-2.11, 53.59] as const;
    const found = await test.store.nearestFeatures({ editions }, { near, offset: 0, limit: 2 });
    expect(found.map(({ name }) => name)).toEqual(['Rochdale Town Centre', 'Bury']);
  });

  it.each([
    ['roch tow', ['Rochdale Town Centre']],
    ['ZONE 3 sale', ['Sale']],
    ['"*^ OR NOT', []],
    ['', []],
  ])('searchFeatures(%j) finds %j', async (text, names) => {
    await test.publish('one', stops);
    expect((await test.store.searchFeatures(text, 9)).map(({ name }) => name)).toEqual(names);
  });

  it('searchFeatures() takes any text, letters that SQLite knows otherwise too', async () => {
    await test.publish('one', stops);
    const told = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 0x19b0, max: 0x1cf3 }).map((code) => `a${String.fromCodePoint(code)}b`),
    );
    await fc.assert(
      fc.asyncProperty(told, async (text) => {
        await test.store.searchFeatures(text, 1);
      }),
      { examples: [['a\u19b0b'], ['a\u1cf2b']] },
    );
  });

  it('a column called __proto__ survives', async () => {
    const extra = JSON.parse('{"__proto__": "kept", "constructor": "too"}');
    const edition = await test.publish('one', [{ ...featureOf(1, -2.3, 53.4, 'Sale'), extra }]);
    const found = await test.store.findFeatureByKey([edition], 1);
    expect(JSON.stringify(found?.extra)).toBe('{"__proto__":"kept","constructor":"too"}');
  });

  it('a record without a position is kept, counted by nobody and drawn nowhere', async () => {
    const { geometry, bounds, point, placement, ...unplaced } = featureOf(1, 0, 0, 'Nowhere');
    const edition = await test.publish('one', [unplaced]);
    expect(await test.store.countFeatures({ editions: [edition] })).toEqual(new Map());
    expect(await test.store.findFeature(unplaced.id)).toBeUndefined();
  });
});

it('nearestFeatures() gives the same order as measuring every distance, page by page', async () => {
  const scattered = Array.from({ length: 300 }, (_, index) => {
    const lng = -2.6 + ((index * 7_919) % 700) / 1_000;
    const lat = 53.3 + ((index * 104_729) % 400) / 1_000;
    return featureOf(index, lng, lat, `S${index}`);
  });
  const editions = [await test.publish('scattered', scattered)];
  for (const near of [
    [-2.31, 53.47],
    [-2.1, 53.3],
    [-2.55, 53.65],
    [-3, 54],
  ] as const) {
    const squeeze = Math.cos((near[1] * Math.PI) / 180) ** 2;
    const apart = ({ point: [lng, lat] = [0, 0] }: FeatureDraft) =>
      (lng - near[0]) ** 2 * squeeze + (lat - near[1]) ** 2;
    const nearest = scattered.toSorted((one, other) => apart(one) - apart(other));
    for (const [offset, limit] of [
      [0, 1],
      [0, 7],
      [7, 20],
      [50, 250],
    ] as const) {
      const page = await test.store.nearestFeatures({ editions }, { near, offset, limit });
      const expected = nearest.slice(offset, offset + limit).map(({ key }) => key);
      expect(page.map(({ key }) => key)).toEqual(expected);
    }
  }
});
