import type { EditionRow } from '#server/store/rows.ts';
import { ApiError } from '../problem.ts';
import type { Services } from '../services.ts';
import { seenCatalogue } from './seen-catalogue.ts'; //     datasets and layers
import { type Looking, noteRow, seenStore } from './seen-store.ts'; // editions, issues, changes, features

/** The services as somebody sees them: what they may not see is not there, in any of them. */
export function seenServices(services: Services, looking: Looking): Services {
  const { look, note } = looking;
  const { columns, lines } = services;
  const store = seenStore(services.store, looking);
  const admit = async (editions: readonly EditionRow[]): Promise<void> => {
    const sight = await look();
    for (const { row } of editions) {
      if (sight.hiddenRows.has(row)) throw new ApiError('not-found', 'It is no longer there.');
      noteRow(sight, row, 0, note);
    }
  };
  return {
    ...services,
    store,
    catalogue: async () => seenCatalogue(await services.catalogue(), await look()),
    columns: {
      ...columns,
      async take(editions) {
        await admit(editions);
        // what others may see is kept in memory for them
        return await columns.take(editions, (await services.catalogue()).byRow);
      },
    },
    sites: {
      ...services.sites,
      async take(editions) {
        await admit(editions);
        return await services.sites.take(editions);
      },
    },
    lines: {
      async read(file) {
        const [sight, { byRow }] = await Promise.all([look(), services.catalogue()]);
        for (const { row, sha256 } of byRow.values()) {
          if (sha256 === file.sha256) noteRow(sight, row, 0, note);
        }
        return await lines.read(file);
      },
    },
    async moments(layerId) {
      const layers = await store.listLayers();
      return layers.some(({ id }) => id === layerId) ? await services.moments(layerId) : [];
    },
  };
}
