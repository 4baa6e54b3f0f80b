import { setTimeout } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { openFetcher } from '../harvest/fetcher.ts';
import type { PublishDeps } from '../publishing/delivery.ts';
import type { HarvestDeps } from './harvesting.ts';

/** How ODIN names itself to the servers it fetches from, with somebody to turn to where one is known. */
function agentOf({ operator, publicUrl }: Config): string {
  const contact = publicUrl ?? operator.contact;
  return contact === undefined ? 'ODIN' : `ODIN (+${contact})`;
}

/** What fetching needs beside what publishing needs: the network and a clock. */
export function harvestDepsOf(deps: PublishDeps, config: Config): HarvestDeps {
  return {
    ...deps,
    fetch: openFetcher({ agent: agentOf(config), ownHosts: config.harvest.ownHosts }),
    wait: async (ms, signal) => {
      await setTimeout(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
    },
  };
}
