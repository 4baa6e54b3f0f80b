import type { Source } from '#data/schema/source.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Odin } from '../odin.ts';
import { harvestDepsOf } from './deps.ts';
import { type HarvestDeps, type HarvestOutcome, harvestDue } from './harvesting.ts';

/** How often it is looked whether a source is due, ms. */
const LOOK_MS = 5 * 60_000;
/** After a start there is better to do than to fetch, ms. */
const FIRST_MS = 30_000;

/** Fetch what descriptors and desk say is to be fetched, unless that is off. @returns ends it */
export function startHarvesting(odin: Odin, config: Config, log: Log): () => Promise<void> {
  if (!config.harvest.isOn) return async () => undefined;
  // what was decided at the desk stands before what comes with ODIN
  const sources = async () => {
    const own = await odin.deps.store.drafts.listSources();
    const all = [...odin.vocabulary.sources.values(), ...own];
    return new Map(all.map((source) => [source.id, source])).values();
  };
  return keepHarvesting(sources, harvestDepsOf(odin.deps, config), {
    onOutcome: ({ run }) => log.info(run, 'fetched'),
    onFault: (err) => log.error({ err }, 'cannot fetch'),
  });
}

/** Told what came of every run, and of what stopped one. */
type HarvestWatch = {
  readonly onOutcome: (outcome: HarvestOutcome) => void;
  readonly onFault: (cause: unknown) => void;
};

/**
 * Fetch what is due, now and then, one round at a time.
 *
 * @param sources the descriptors there are now
 * @returns ends it; a run under way is cancelled
 */
function keepHarvesting(
  sources: () => Promise<Iterable<Source>>,
  deps: HarvestDeps,
  { onOutcome, onFault }: HarvestWatch,
): () => Promise<void> {
  const ending = new AbortController();
  let round: Promise<void> | undefined;
  const look = (): void => {
    round ??= sources()
      .then((found) => harvestDue(found, deps, { signal: ending.signal, wait: false, onOutcome }))
      .catch((cause: unknown) => {
        if (!ending.signal.aborted) onFault(cause);
      })
      .finally(() => {
        round = undefined;
      });
  };
  const first = setTimeout(look, FIRST_MS).unref();
  const timer = setInterval(look, LOOK_MS).unref();
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
    ending.abort();
    await round;
  };
}
