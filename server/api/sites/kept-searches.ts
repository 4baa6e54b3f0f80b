import { type KeptSearch, type SearchEvent, SearchWish } from '#data/schema/sites.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { readSearch, writeSearch } from '#data/siting/search-text.ts';
import { grouped, many } from '#data/words/figures.ts';
import type { SearchRow, SearchStore } from '#server/store/searches.ts';
import { nameOf } from '../area/keep.ts';
import { ApiError } from '../problem.ts';
import type { HandedIn } from '../route.ts';
import type { Services } from '../services.ts';
import { happeningsOf } from './happenings.ts';
import { marksOf, measureSearch } from './measure-search.ts';
import { readSearchOf } from './read-search.ts';
import { type Carried, carryOut, packStanding, readStanding, standingOf } from './standing.ts';

/** Events told of one search. */
const EVENTS_TOLD = 200;

/** Signs that cannot be printed. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Keep a search that somebody handed in. Nothing is kept but the search and its title; it is held against what
 * everybody sees, whoever sent it. The same search under the same title is kept once.
 *
 * @throws {ApiError} when it is no search, or there is no room
 */
export async function keepSearch(
  body: HandedIn | undefined,
  services: Services,
): Promise<KeptSearch> {
  const { search: text, title } = readWish(body);
  const search = readSearchOf(text);
  const written = writeSearch(search);
  const id = nameOf(JSON.stringify([written, title]));
  const all = services.everybody();
  const known = await all.store.searches.find(id);
  if (!known) await keepNew({ id, search: written, title }, search, all);
  return await findSearch(id, services);
}

function readWish(body: HandedIn | undefined): SearchWish {
  const read = SearchWish.safeParse(parse(body?.bytes));
  const [fault] = read.error?.issues ?? [];
  if (!read.success) {
    throw new ApiError(
      'bad-request',
      `Send JSON with a search and a title: { "search": "data-centre", "title": "Data centres" }. ${fault ? `At “${fault.path.join('.')}”: ${fault.message}.` : ''}`.trim(),
    );
  }
  const title = read.data.title.trim().replaceAll(/\s+/g, ' ');
  if (title === '' || CONTROL.test(title)) {
    throw new ApiError('bad-request', 'The title is empty, or holds signs that cannot be printed.');
  }
  return { ...read.data, title };
}

function parse(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

async function keepNew(
  given: Pick<SearchRow, 'id' | 'search' | 'title'>,
  search: SiteSearch,
  all: Services,
): Promise<void> {
  const carried = carryOut(search, await measureSearch(search, { services: all }));
  const { total, ranked } = carried.ranking;
  const { asOf: at } = carried.answer;
  const row = {
    ...given,
    ...{ keptAt: at, checkedAt: at, meets: ranked.length },
    editions: marksOf(search, await all.catalogue()),
    standing: packStanding(standingOf(carried)),
  };
  const text = `${grouped(ranked.length)} of ${many(total, 'site')} ${ranked.length === 1 ? 'meets' : 'meet'} every must.`;
  const isKept = await all.store.searches.keep(row, [
    { at, kind: 'search-kept', title: given.title, text },
  ]);
  if (!isKept) {
    throw new ApiError(
      'no-room',
      'As many searches are kept as there is room for, and somebody reads each. Keep the address of the search instead: it says all of it.',
    );
  }
}

/**
 * A kept search with what happened to it, held against what is live first where it has not been yet.
 *
 * @throws {ApiError} when no such search is kept
 */
export async function findSearch(id: string, services: Services): Promise<KeptSearch> {
  const all = services.everybody();
  const { searches } = all.store;
  const isChecked = await checkSearch(id, all).then(
    () => true,
    (cause: unknown) => {
      // what it looked through is gone: what happened to it until then is told all the same
      if (cause instanceof ApiError) return false;
      throw cause;
    },
  );
  const row = await searches.find(id);
  if (!row) {
    throw new ApiError(
      'not-found',
      `Cannot find the kept search "${id}": send it again to POST /api/searches.`,
    );
  }
  const now = all.accounts.now();
  await searches.touch(id, now);
  const events = await searches.listEvents(id, EVENTS_TOLD);
  const apart = await filesApart(all);
  const { title, search, keptAt, meets } = row;
  const checkedAt = isChecked ? now.toISOString() : row.checkedAt;
  return {
    ...{ id, title, search, keptAt, checkedAt, meets },
    events: events
      .filter(({ files }) => !files.some((file) => apart.has(file)))
      .map(({ files: _, ...event }) => event),
  };
}

/** Files of editions that not everybody may see: of what followed from one of them nothing is told. */
async function filesApart({ store }: Services): Promise<ReadonlySet<string>> {
  const apart = await store.access.listApart();
  return new Set(apart.flatMap(({ editions }) => editions.map(({ sha256 }) => sha256)));
}

/** Searches being held against what is live, store by store, so that nobody measures one twice at once. */
const underway = new WeakMap<SearchStore, Map<string, Promise<void>>>();

/**
 * Hold a kept search against what is live, if other editions are since it was last, and write down what happened.
 *
 * @param all services as everybody sees them
 * @throws {ApiError} when something it looks through is kept no more
 */
export async function checkSearch(id: string, all: Services): Promise<void> {
  const { searches } = all.store;
  const here = underway.get(searches) ?? new Map<string, Promise<void>>();
  underway.set(searches, here);
  const checking = here.get(id) ?? check(id, all).finally(() => here.delete(id));
  here.set(id, checking);
  await checking;
}

async function check(id: string, all: Services): Promise<void> {
  const row = await all.store.searches.find(id);
  const search = row && readSearch(row.search);
  // a profile it began from may have gone since
  if (!row || !search) return;
  const editions = marksOf(search, await all.catalogue());
  if (editions.join() === row.editions.join()) return;
  const now = carryOut(search, await measureSearch(search, { services: all }));
  const former = await measuredBefore(search, row.checkedAt, all);
  const { asOf: at } = now.answer;
  const told = happeningsOf({
    standing: readStanding(row.standing),
    former,
    now,
  }).map((event): SearchEvent => ({ ...event, at }));
  await all.store.searches.hold({
    ...{ id, was: row.editions, told },
    now: {
      ...{ checkedAt: at, meets: now.ranking.ranked.length, editions },
      standing: packStanding(standingOf(now)),
    },
  });
}

/** A search as it was carried out last; undefined where that can be measured no more. */
async function measuredBefore(
  search: SiteSearch,
  asOf: string,
  all: Services,
): Promise<Carried | undefined> {
  try {
    return carryOut(search, await measureSearch(search, { services: all, asOf }));
  } catch (cause) {
    if (cause instanceof ApiError) return undefined;
    throw cause;
  }
}

/** Kept searches that other editions are live for than those they were last held against. */
export async function searchesBehind(all: Services): Promise<string[]> {
  const catalogue = await all.catalogue();
  return (await all.store.searches.list()).flatMap(({ id, search: text, editions }) => {
    const search = readSearch(text);
    return search && marksOf(search, catalogue).join() !== editions.join() ? [id] : [];
  });
}
