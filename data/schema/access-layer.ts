/** Stands before the id of the one dataset that a layer is of. */
const MARK = '.only-';

/**
 * The layer a dataset that is not open lies in: one of its own, so that no archive, tile or count of another layer
 * holds anything of it. `sewer.ogl-uk-3-0` → `sewer.ogl-uk-3-0.only-water-company--sewers`.
 *
 * @param layerId the layer it would lie in, or lies in already
 */
export const onlyLayerOf = (layerId: string, dataset: string): string =>
  `${openLayerOf(layerId)}${MARK}${dataset}`;

/** The layer for everybody that a layer of one dataset stands beside; others are returned as they are. */
export function openLayerOf(layerId: string): string {
  const at = layerId.indexOf(MARK);
  return at < 0 ? layerId : layerId.slice(0, at);
}

/** The dataset that a layer is kept apart for; undefined for layers everybody may see. */
export function datasetApart(layerId: string): string | undefined {
  const at = layerId.indexOf(MARK);
  return at < 0 ? undefined : layerId.slice(at + MARK.length);
}
