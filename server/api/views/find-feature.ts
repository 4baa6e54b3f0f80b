import type { FeatureRow } from '#server/store/rows.ts';
import type { Services } from '../services.ts';

/** A live feature by its id, or by `layerId/key` as the tiles have it. */
export async function findFeature(id: string, services: Services): Promise<FeatureRow | undefined> {
  const found = await services.store.findFeature(id);
  if (found) return found;
  const [, layerId, key] = /^([^/]+)\/(\d{1,16})$/.exec(id) ?? [];
  if (layerId === undefined) return undefined;
  const { byRow } = await services.catalogue();
  const editions = [...byRow].flatMap(([row, each]) => (each.layerId === layerId ? [row] : []));
  return await services.store.findFeatureByKey(editions, Number(key));
}
