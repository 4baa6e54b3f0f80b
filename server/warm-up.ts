import type { Services } from './api/services.ts';
import type { Log } from './log.ts';

/** How long after the start something is made ready, ms: the first pages come first. */
const FIRST_MS = 2_000;
/** How often it is looked whether something else is live, ms. */
const LOOK_MS = 5_000;
/** Features from which on the first question about an edition would be waited for. */
const LARGE = 20_000;

/**
 * Make ready what the first question would wait for: GEOS for areas, and the columns of large editions, when the
 * server starts and whenever something else is live.
 *
 * @returns ends it
 */
export function keepWarm(services: Services, log: Log): () => Promise<void> {
  const { store, columns, measuring } = services;
  let seen = '';
  let ended = false;
  let reading: Promise<void> | undefined;
  const readAhead = async (): Promise<void> => {
    const token = await store.changeToken();
    if (token === seen) return;
    const live = await store.listLive();
    const rows = new Set(live.map(({ row }) => row));
    for (const edition of live) {
      if (ended) return;
      // one at a time: what there is no memory for is read and given up again
      if (edition.report.features >= LARGE) await columns.take([edition], rows);
    }
    seen = token;
  };
  const look = (): void => {
    reading ??= readAhead()
      .catch((err: unknown) => log.error({ err }, 'columns cannot be read ahead'))
      .finally(() => {
        reading = undefined;
      });
  };
  const first = setTimeout(() => {
    measuring().catch((err: unknown) => log.error({ err }, 'cannot measure'));
    look();
  }, FIRST_MS).unref();
  const timer = setInterval(look, LOOK_MS).unref();
  return async () => {
    ended = true;
    clearTimeout(first);
    clearInterval(timer);
    await reading;
  };
}
