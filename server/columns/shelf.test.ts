import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EditionRow } from '#server/store/rows.ts';
import { featureOf, openTestStore } from '#server/store/test-store.ts';
import { ask, countMatches, matching } from './ask.ts';
import { joinedTexts } from './joined.ts';
import { byDistance, pageOf } from './order.ts';
import { readApart } from './read-apart.ts';
import { type EditionBrief, readEdition } from './read-edition.ts';
import { openShelf } from './shelf.ts';

/** The stops of the test store, as the vocabulary knows them. */
const TYPE = 'transport/tram-stop';

let test: ReturnType<typeof openTestStore>;
let read: number[];

beforeEach(() => {
  test = openTestStore();
  read = [];
});
afterEach(() => test.close());

const reader = (brief: EditionBrief) => {
  read.push(brief.edition);
  return readEdition({ ...brief, type: TYPE }, test.store);
};

async function editions(...rows: number[]): Promise<EditionRow[]> {
  const found = await Promise.all(rows.map((row) => test.store.findEdition(row)));
  return found.filter((edition) => edition !== undefined);
}

describe('openShelf()', () => {
  it('reads an edition once, and forgets it when it is no longer live', async () => {
    const first = await test.publish('one', [featureOf(1, -2.2, 53.4, 'A')]);
    const shelf = openShelf(reader, 1e6);
    for (const _ of [1, 2]) await shelf.take(await editions(first), new Set([first]));
    expect(read).toEqual([first]);
    expect(shelf.heldBytes()).toBeGreaterThan(0);
    await shelf.take([], new Set());
    expect(shelf.heldBytes()).toBe(0);
  });

  it('answers a question larger than its memory, and keeps only what was asked for last', async () => {
    const one = await test.publish('one', [featureOf(1, -2.2, 53.4, 'A')]);
    const two = await test.publish('two', [featureOf(2, -2.2, 53.4, 'B')]);
    const live = new Set([one, two]);
    const shelf = openShelf(reader, 1);
    expect(await shelf.take(await editions(one, two), live)).toHaveLength(2);
    await shelf.take(await editions(two), live);
    await shelf.take(await editions(one), live);
    expect(read).toEqual([one, two, one]);
  });

  it('reads again after a fault, and tells it to whoever asked', async () => {
    const row = await test.publish('one', [featureOf(1, -2.2, 53.4, 'A')]);
    let faults = 1;
    const shelf = openShelf(async (brief) => {
      if (faults-- > 0) throw new Error('The disk is gone');
      return reader(brief);
    }, 1e6);
    await expect(shelf.take(await editions(row), new Set([row]))).rejects.toThrow('The disk');
    await expect(shelf.take(await editions(row), new Set([row]))).resolves.toHaveLength(1);
  });

  it('works something out once for the same editions', async () => {
    const row = await test.publish('one', [featureOf(1, -2.2, 53.4, 'A')]);
    const shelf = openShelf(reader, 1e6);
    const taken = await shelf.take(await editions(row), new Set([row]));
    expect(await joinedTexts('name', taken, shelf)).toBe(await joinedTexts('name', taken, shelf));
  });
});

describe('readApart()', () => {
  it('reads a large edition in a thread as it would be read here', async () => {
    const features = [featureOf(1, -2.2, 53.4, 'Bé'), featureOf(2, -2.3, 53.5, 'A')];
    const edition = await test.publish('one', features);
    const brief = { edition, type: TYPE, features: 1e6 };
    const apart = await readApart(test.store, test.folder)(brief);
    expect(apart).toEqual(await readEdition(brief, test.store));
  });
});

describe('ask()', () => {
  it('tells what is in view from what matches, and puts matches in order', async () => {
    const features = [
      featureOf(1, -2.2, 53.4, 'A'),
      featureOf(2, -2.3, 53.4, 'B'),
      featureOf(3, -2.4, 53.4, 'B'),
      featureOf(4, 5, 53.4, 'B'),
    ];
    const row = await test.publish('one', features);
    const found = await editions(row);
    const [{ layerId }] = found as [EditionRow];
    const name = { attribute: 'name', kind: 'among' as const, values: ['B'] };
    const sifted = await ask(openShelf(reader, 1e6), {
      editions: found,
      live: new Set([row]),
      bounds: [-3, 53, -2, 54],
      filters: [
        { layerId, conditions: [name] },
        { layerId: 'another', conditions: [{ ...name, values: [] }] },
      ],
    });
    expect(sifted.map(({ inView }) => inView)).toEqual([3]);
    expect(countMatches(sifted)).toBe(2);
    expect(matching(sifted, 'keys')).toEqual([2, 3]);
    expect(matching(sifted, 'keys', 1)).toEqual([2]);
    const near = pageOf(sifted, byDistance(sifted, [-2.5, 53.4]), { offset: 0, limit: 9 });
    expect(near.map(({ at }) => at)).toEqual([2, 1]);
  });
});
