import type { LayerSummary } from '#data/schema/api.ts';
import { THEMES } from '#data/schema/theme.ts';

/** A layer on the map, as the reader set it. The list of them is ordered: first is on top. */
export type ActiveLayer = {
  readonly id: string;
  readonly visible: boolean;
  /** 0–1, in steps of 0.01. */
  readonly opacity: number;
};

/** How many layers the map opens with when the address names none. */
const DEFAULT_COUNT = 8;

/** Put a layer on top; no change when it is on the map already. */
export function addLayer(layers: readonly ActiveLayer[], id: string): readonly ActiveLayer[] {
  if (layers.some((layer) => layer.id === id)) return layers;
  return [{ id, visible: true, opacity: 1 }, ...layers];
}

/** Take a layer off the map. */
export function removeLayer(layers: readonly ActiveLayer[], id: string): readonly ActiveLayer[] {
  return layers.filter((layer) => layer.id !== id);
}

/** Show or hide one layer. */
export function showLayer(
  layers: readonly ActiveLayer[],
  id: string,
  visible: boolean,
): readonly ActiveLayer[] {
  return layers.map((layer) => (layer.id === id ? { ...layer, visible } : layer));
}

/** Show or hide every layer at once. */
export function showAllLayers(
  layers: readonly ActiveLayer[],
  visible: boolean,
): readonly ActiveLayer[] {
  return layers.map((layer) => ({ ...layer, visible }));
}

/** Set one layer's opacity; clamped to 0–1 and rounded to a whole percent. */
export function fadeLayer(
  layers: readonly ActiveLayer[],
  id: string,
  opacity: number,
): readonly ActiveLayer[] {
  const clamped = Math.round(Math.min(1, Math.max(0, opacity)) * 100) / 100;
  return layers.map((layer) => (layer.id === id ? { ...layer, opacity: clamped } : layer));
}

/** Move one layer to `index`, counted from the top; an index outside the list goes to its end. */
export function moveLayer(
  layers: readonly ActiveLayer[],
  id: string,
  index: number,
): readonly ActiveLayer[] {
  const moved = layers.find((layer) => layer.id === id);
  if (moved === undefined) return layers;
  const rest = layers.filter((layer) => layer.id !== id);
  const at = Math.min(rest.length, Math.max(0, index));
  return [...rest.slice(0, at), moved, ...rest.slice(at)];
}

const SHAPE_ORDER = { point: 0, line: 1, polygon: 2 } as const;

/** 0 point, 1 line, 2 area: marks are drawn over lines, lines over areas. */
function shapeRank(summary: LayerSummary): number {
  return Math.min(...summary.shapes.map((shape) => SHAPE_ORDER[shape]), 2);
}

/** Zoom at which the whole region is seen: what is not drawn yet makes no first picture. */
const HOME_ZOOM = 9;

/** Types the basemap draws already. */
const IN_BASEMAP = ['environment/watercourse'];

const isFirstPicture = ({ theme, featureType, featureCount, minZoom }: LayerSummary) =>
  theme !== 'boundaries' &&
  !IN_BASEMAP.includes(featureType) &&
  featureCount > 0 &&
  minZoom <= HOME_ZOOM;

/** Fuller layers first: more districts supplied, then real before synthetic, then more features. */
function byWorth(one: LayerSummary, other: LayerSummary): number {
  return (
    other.coverage.length - one.coverage.length ||
    Number(one.synthetic) - Number(other.synthetic) ||
    other.featureCount - one.featureCount ||
    one.id.localeCompare(other.id)
  );
}

/**
 * The layers a first visit shows: the fullest network, then the fullest of each theme in turn until there
 * are eight; marks above lines above areas.
 */
export function defaultLayers(catalogue: readonly LayerSummary[]): readonly ActiveLayer[] {
  const worthy = catalogue.filter(isFirstPicture).toSorted(byWorth);
  const networks = worthy.filter(({ shapes }) => shapes.every((shape) => shape === 'line'));
  const queues = THEMES.map((theme) => worthy.filter((layer) => layer.theme === theme));
  const inTurn = Array.from({ length: DEFAULT_COUNT }, (_, round) =>
    queues.flatMap((queue) => queue.slice(round, round + 1)),
  ).flat();
  const network = networks.toSorted((one, other) => other.featureCount - one.featureCount)[0];
  const chosen = new Set(network === undefined ? inTurn : [network, ...inTurn]);
  return [...chosen]
    .slice(0, DEFAULT_COUNT)
    .toSorted((one, other) => shapeRank(one) - shapeRank(other))
    .map((summary) => ({ id: summary.id, visible: true, opacity: 1 }));
}
