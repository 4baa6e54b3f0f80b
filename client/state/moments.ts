import type { LayerSummary } from '#data/schema/api.ts';
import type { LayerMoment } from '#data/schema/layer-moments.ts';
import type { Editions } from './compare.ts';

/**
 * The moment a layer stood as at a time.
 *
 * @param moments newest first
 * @param at ISO 8601; undefined: now
 * @returns undefined when nothing had been published by then
 */
export function momentAt(
  moments: readonly LayerMoment[],
  at: string | undefined,
): LayerMoment | undefined {
  if (at === undefined) return moments[0];
  const time = Date.parse(at);
  return moments.find((moment) => Date.parse(moment.at) <= time);
}

/** A layer as it stood: its tiles, its extent and its number of features; all else is as now. */
export function asOf(summary: LayerSummary, moment: LayerMoment): LayerSummary {
  const { shown: _thinned, bounds: _now, building: _drawn, ...rest } = summary;
  const { tiles, version, featureCount, bounds } = moment;
  return { ...rest, tiles, version, featureCount, ...(bounds ? { bounds } : {}) };
}

type Summed = { readonly id: string; readonly summary: LayerSummary };

/**
 * The layers of one side of a comparison, the one whose editions are compared as it stood then.
 *
 * @param moments newest first; undefined: not known yet, so that the layer is left out of what would be a wrong picture
 */
export function asOnSide<Layer extends Summed>(
  layers: readonly Layer[],
  editions: Editions | undefined,
  { moments, side }: { moments: readonly LayerMoment[] | undefined; side: 'left' | 'right' },
): readonly Layer[] {
  const at = editions?.[side];
  if (editions === undefined || at === undefined) return layers;
  return layers.flatMap((layer) => {
    if (layer.id !== editions.layer) return [layer];
    const moment = moments && momentAt(moments, at);
    if (moment === undefined) return [];
    return moment === moments?.[0] ? [layer] : [{ ...layer, summary: asOf(layer.summary, moment) }];
  });
}

/** The moment before the newest edition that replaced another; the one before the newest where none did. */
export function beforeLatest(moments: readonly LayerMoment[]): LayerMoment | undefined {
  const latest = moments.findIndex(({ published }) => published.some(({ edition }) => edition > 1));
  return moments[Math.max(0, latest) + 1] ?? moments[1];
}
