import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchEvent } from '#data/schema/sites.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { type SearchRow, searchStore } from './searches.ts';
import { openTestStore } from './test-store.ts';
import { openTurns } from './turns.ts';

let held: ReturnType<typeof openTestStore>;
beforeEach(() => {
  held = openTestStore();
});
afterEach(() => held.close());

const idOf = (number: number): string => String(number).padStart(26, 'a');
const rowOf = (number: number, over: Partial<SearchRow> = {}): SearchRow => ({
  id: idOf(number),
  search: 'data-centre',
  title: `Search ${number}`,
  keptAt: '2026-11-20T09:00:00.000Z',
  checkedAt: '2026-11-20T09:00:00.000Z',
  meets: 1,
  editions: [
    [1, 'a'],
    [2, 'b'],
  ],
  standing: new Uint8Array([1, 2, 3]),
  ...over,
});
const eventOf = (text: string): SearchEvent => ({
  at: '2026-11-20T09:00:00.000Z',
  kind: 'entered',
  site: 'odin:land/brownfield-site:a',
  title: 'Mill',
  text,
});

describe('searchStore()', () => {
  it('keeps a search with its events, and the same search once', async () => {
    const { searches } = held.store;
    expect(await searches.keep(rowOf(1), [eventOf('first')])).toBe(true);
    expect(await searches.keep(rowOf(1, { meets: 7 }), [eventOf('again')])).toBe(true);
    await held.reopen();
    const found = await held.store.searches.find(idOf(1));
    expect({ ...found, standing: [...(found?.standing ?? [])] }).toEqual({
      ...rowOf(1),
      standing: [1, 2, 3],
    });
    expect(await held.store.searches.listEvents(idOf(1), 10)).toEqual([
      { ...eventOf('first'), files: ['a', 'b'] },
    ]);
    expect(await held.store.searches.find(idOf(2))).toBeUndefined();
  });

  it('tells what happened once, however many hold it against what is live', async () => {
    const { searches } = held.store;
    await searches.keep(rowOf(1), []);
    const after: SearchRow['editions'] = [
      [1, 'a'],
      [3, 'c'],
    ];
    const now = { ...rowOf(1), editions: after, meets: 2 };
    const holding = { id: idOf(1), was: rowOf(1).editions, now, told: [eventOf('entered')] };
    const both = await Promise.all([searches.hold(holding), searches.hold(holding)]);
    expect(both).toEqual([true, false]);
    expect(await searches.listEvents(idOf(1), 10)).toMatchObject([{ files: ['a', 'b', 'c'] }]);
    expect(await searches.list()).toEqual([
      { id: idOf(1), search: 'data-centre', editions: after },
    ]);
  });

  it('remembers the last two hundred events, newest first', async () => {
    const { searches } = held.store;
    const many = Array.from({ length: 230 }, (_, at) => eventOf(`event ${at}`));
    await searches.keep(rowOf(1), many);
    const listed = await searches.listEvents(idOf(1), 1_000);
    expect(listed).toHaveLength(200);
    expect(listed[0]?.text).toBe('event 229');
  });

  /** Room for three. */
  const small = () => {
    const db = openDatabase(join(held.folder, 'small.sqlite'), 'all else');
    migrate(db);
    return { searches: searchStore(db, openTurns(), 3), close: () => db.close() };
  };
  const hour = (at: number) => ({ keptAt: `2026-11-20T0${at}:00:00.000Z` });

  it('makes room by forgetting those nobody came back to, the last first', async () => {
    const { searches, close } = small();
    for (const at of [0, 1, 2]) await searches.keep(rowOf(at, hour(at)), [eventOf('kept')]);
    await searches.touch(idOf(2), new Date('2026-11-21T09:00:00Z'));
    const later = { keptAt: '2026-11-22T09:00:00.000Z' };
    expect(await searches.keep(rowOf(3, later), [])).toBe(true);
    expect((await searches.list()).map(({ id }) => id)).toEqual([idOf(3), idOf(2), idOf(0)]);
    expect(await searches.listEvents(idOf(1), 10)).toEqual([]);
    close();
  });

  it('refuses another when everybody comes back to theirs', async () => {
    const { searches, close } = small();
    for (const at of [0, 1, 2]) {
      await searches.keep(rowOf(at, hour(at)), []);
      await searches.touch(idOf(at), new Date('2026-11-21T09:00:00Z'));
    }
    const later = { keptAt: '2026-11-22T09:00:00.000Z' };
    expect(await searches.keep(rowOf(3, later), [])).toBe(false);
    expect(await searches.list()).toHaveLength(3);
    close();
  });
});
