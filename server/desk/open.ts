import { statfs } from 'node:fs/promises';
import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { newId } from '#server/accounts/secret.ts';
import type { Config } from '#server/config.ts';
import { findArea } from '#server/harmonise/geometry/area.ts';
import { mayBeLand } from '#server/harmonise/geometry/land.ts';
import type { Fetch } from '#server/harvest/fetched.ts';
import { openFetcher } from '#server/harvest/fetcher.ts';
import { openHarmoniser } from '#server/jobs/harmoniser.ts';
import type { Odin } from '#server/odin.ts';
import type { PublishDeps } from '#server/publishing/delivery.ts';
import type { DeskDeps, DeskLimits } from './draft/deps.ts';
import { fetchingFiles } from './file/fetch-file.ts';
import { type Desk, openDesk } from './index.ts';

/** What the desk needs, made of what is open already. */
export function openDeskDeps(
  { vocabulary }: Pick<Odin, 'vocabulary'>,
  publishing: PublishDeps,
  grid: Ostn15Grid,
  { fetch, ...limits }: DeskLimits & { readonly fetch?: Fetch },
): DeskDeps {
  const { publishers, licences, districts } = vocabulary;
  const parts = districts.map(({ name, gssCode }) => ({
    name,
    area: findArea(districts, [gssCode]),
  }));
  return {
    ...{ publishing, publishers, licences, districts, grid, limits, newId },
    atlas: {
      districtAt: (lng, lat) => parts.find(({ area }) => area?.contains(lng, lat))?.name,
      mayBeLand: (lng, lat) => mayBeLand(grid, lng, lat),
    },
    ...(fetch ? { fetchFile: fetchingFiles(fetch) } : {}),
    async freeBytes() {
      const { bavail, bsize } = await statfs(publishing.temporary).catch(() => ({
        bavail: Number.MAX_SAFE_INTEGER,
        bsize: 1,
      }));
      return bavail * bsize;
    },
  };
}

/** How ODIN names itself to servers. */
const AGENT = 'ODIN desk';

/** Files one process of the desk reads before it is replaced: they are strangers'. */
const FILES_OF_STRANGERS = 8;

/** Drafts of one publisher at once. */
const MOST_DRAFTS = 50;

/** The desk, with a reading process of its own: what is handed in waits for nothing else. */
export function openDeskOf(
  odin: Pick<Odin, 'vocabulary' | 'deps'>,
  config: Pick<Config, 'desk' | 'harvest' | 'jobMemoryMb' | 'jobTimeoutS'>,
  grid: Ostn15Grid,
): Desk {
  const { deps } = odin;
  const harmoniser = openHarmoniser({
    memoryMb: config.jobMemoryMb,
    timeoutS: config.jobTimeoutS,
    filesEach: FILES_OF_STRANGERS,
    writable: deps.temporary,
  });
  const fetch = openFetcher({ ownHosts: config.harvest.ownHosts, agent: AGENT });
  const limits = {
    ...{ ...config.desk, drafts: MOST_DRAFTS },
    ...(config.harvest.isOn ? { fetch } : {}),
  };
  return openDesk(openDeskDeps(odin, { ...deps, harmoniser }, grid, limits));
}
