import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { featureOf, openTestStore } from '#server/store/test-store.ts';
import { SEEN_METHODS, seenStore } from './seen-store.ts';
import { type Sight, sightOf } from './sight.ts';

/** Methods of the store that tell nothing of published data to whoever asks an address, and why. */
const UNSEEN: Readonly<Record<string, readonly string[]>> = {
  'asked by sha-256, which only an edition that is seen tells': ['readResource', 'resourcePath'],
  'the vocabulary': ['listPublishers', 'listLicences', 'seed'],
  'who may have what: every use asks can()': ['access', 'accounts'],
  'of the desk, which asks whose it is': ['drafts', 'harvests', 'descriptors', 'receipts'],
  'areas as they were handed in': ['putArea', 'findArea'],
  'searches as they were handed in, held against what everybody sees alone': ['searches'],
  'says only that something changed': ['changeToken'],
  'publishing, which is no address': [
    ...['putResource', 'forgetResource', 'stageEdition', 'stageFrames', 'describeEdition'],
    ...['goLive', 'hold', 'dropEdition', 'dropStaged', 'withdraw', 'updateLayer', 'markDescribed'],
    ...['listDescribed', 'followRedirects', 'giveIds', 'pageUnmatched', 'sketchUnmatched'],
    ...['pageDiffering', 'nearUnmatched', 'pageRedrawn', 'pageGoneKeys', 'countMatched'],
    ...['countKept', 'findTwins', 'startComparing', 'putChanges', 'finishComparing', 'close'],
    'indexPlaces',
  ],
};

let held: ReturnType<typeof openTestStore>;
let row: number;
beforeEach(async () => {
  held = openTestStore();
  row = await held.publish('a', [
    featureOf(1, -2.3, 53.4, 'Zeugma'),
    featureOf(2, -2.2, 53.4, 'Other'),
  ]);
});
afterEach(() => held.close());

const APART = () => ({
  thing: {
    kind: 'dataset' as const,
    id: 'tfgm--stops',
    state: 'closed' as const,
    organisations: ['tfgm'],
    agreements: [],
  },
  rows: [row],
});
const ANONYMOUS_SIGHT = (): Sight => sightOf([APART()], { kind: 'anonymous' }, new Date(0));
const asSeen = (sight: Sight) =>
  seenStore(held.store, { look: async () => sight, note: () => undefined });

describe('seenStore()', () => {
  it('holds every method of the store against what is seen, or says why it need not', () => {
    const known = new Set<string>([...SEEN_METHODS, ...Object.values(UNSEEN).flat()]);
    const unknown = Object.keys(held.store).filter((name) => !known.has(name));
    expect(unknown, 'a new method is for seen-store.ts, or for the list above').toEqual([]);
  });

  it('threat 40: finds nothing of what is not seen, by whatever it is asked', async () => {
    const store = asSeen(ANONYMOUS_SIGHT());
    const [feature] = await held.store.pageFeatures({ editions: [row] }, { limit: 1 });
    const page = { limit: 10 };
    const near = { near: [-2.3, 53.4] as const, offset: 0, limit: 10 };
    const found = await Promise.all([
      ...[store.listLive(), store.listEditions('tfgm--stops'), store.listEvents('tfgm--stops')],
      ...[store.listIssues(row, page), store.groupIssues(row), store.listChanges(row, page)],
      ...[store.listChangesOf(feature?.id ?? ''), store.pageHeads(row, page)],
      ...[store.pageUnplaced(row, page), store.pageFeatures({ editions: [row] }, page)],
      ...[store.nearestFeatures({ editions: [row] }, near), store.searchFeatures('Zeugma', 5)],
      ...[store.listHeads([feature?.row ?? 0]), store.listShapes([feature?.row ?? 0])],
      store.keysAmong([row], [1, 2]),
    ]);
    expect(found.flat()).toEqual([]);
    expect(await store.findEdition(row)).toBeUndefined();
    expect(await store.findFeature(feature?.id ?? '')).toBeUndefined();
    expect(await store.findFeatureByKey([row], 1)).toBeUndefined();
    expect((await store.countFeatures({ editions: [row] })).size).toBe(0);
    const boxes: unknown[] = [];
    for await (const box of store.changedBounds(row)) boxes.push(box);
    expect(boxes).toEqual([]);
  });

  it('threat 40: gives the places of what is not seen to what is', async () => {
    // by their name they come before what is seen
    const crowd = Array.from({ length: 400 }, (_, at) => featureOf(at + 10, -2.3, 53.4, 'Zeug'));
    const hidden = await held.stage('b', crowd, { dataset: 'secret--stops' });
    await held.store.goLive(hidden, []);
    const apart = { ...APART(), rows: [hidden] };
    const store = asSeen(sightOf([apart], { kind: 'anonymous' }, new Date(0)));
    const found = await store.searchFeatures('Zeug', 6);
    expect(found.map(({ name }) => name)).toEqual(['Zeugma']);
  });

  it('tells its owner everything, and notes what they read', async () => {
    const notes: number[] = [];
    const owner = {
      kind: 'account' as const,
      ...{
        accountId: 'a'.repeat(24),
        name: 'Owner',
        email: 'o@example.org',
        via: 'session' as const,
      },
      ...{
        isAdministrator: false,
        memberships: [{ organisationId: 'tfgm', role: 'viewer' as const }],
      },
    };
    const sight = sightOf([APART()], owner, new Date(0));
    const store = seenStore(held.store, {
      look: async () => sight,
      note: (_, records) => notes.push(records),
    });
    expect(await store.searchFeatures('Zeugma', 6)).toHaveLength(1);
    expect(await store.pageFeatures({ editions: [row] }, { limit: 10 })).toHaveLength(2);
    expect(notes.reduce((sum, each) => sum + each, 0)).toBe(3);
  });
});
