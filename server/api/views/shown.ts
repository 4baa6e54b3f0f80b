import type { LayerSummary } from '#data/schema/api.ts';

/** Zoom → share of a layer's features its tiles hold there, 0–1; undefined when its archive says nothing of it. */
export type ShownAtZoom = LayerSummary['shown'];

/** Read `odin:shown` of an archive's metadata; whatever else stands there is nothing. */
export function readShown(metadata: Readonly<Record<string, unknown>> | undefined): ShownAtZoom {
  const given = metadata?.['odin:shown'];
  if (typeof given !== 'object' || given === null) return undefined;
  const shares = Object.entries(given).filter(
    ([zoom, share]) => /^\d+$/.test(zoom) && typeof share === 'number' && share >= 0 && share <= 1,
  );
  return shares.length === 0 ? undefined : Object.fromEntries(shares);
}
