import type { Services } from './api/services.ts';
import { checkSearch, searchesBehind } from './api/sites/kept-searches.ts';
import type { Log } from './log.ts';

/** How long after the start kept searches are looked at, ms: the first pages come first. */
const FIRST_MS = 3_000;
/** How often it is looked whether something else is live, ms. */
const LOOK_MS = 5_000;

/**
 * Hold kept searches against what is live, one after the other, when the server starts and whenever something else
 * is live: published, restored, withdrawn, fetched, opened or closed, by this process or another.
 *
 * @param all services as everybody sees them
 * @returns ends it
 */
export function watchSearches(all: Services, log: Log): () => Promise<void> {
  let seen = '';
  let ended = false;
  let round: Promise<void> | undefined;
  const holdAll = async (): Promise<void> => {
    const token = await all.store.changeToken();
    if (token === seen) return;
    for (const id of await searchesBehind(all)) {
      if (ended) return;
      await checkSearch(id, all).catch((err: unknown) =>
        log.warn({ err, search: id }, 'a kept search cannot be held against what is live'),
      );
    }
    seen = token;
  };
  const look = (): void => {
    round ??= holdAll()
      .catch((err: unknown) => log.error({ err }, 'kept searches cannot be looked at'))
      .finally(() => {
        round = undefined;
      });
  };
  const first = setTimeout(look, FIRST_MS).unref();
  const timer = setInterval(look, LOOK_MS).unref();
  return async () => {
    ended = true;
    clearTimeout(first);
    clearInterval(timer);
    await round;
  };
}
