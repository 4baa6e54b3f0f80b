import type { FilterSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { LayerMatch } from '../picture.ts';
import type { Banded } from './bands.ts';
import { both, type Expression } from './expressions.ts';
import { matchOf } from './matching.ts';

/** How strongly what fails a filter is drawn, as a share of its layer. Source: the design, "dimmed at 22 %". */
export const DIMMED = 0.22;

/** Properties that say how strongly a kind of layer is drawn, and in which order its features are. */
const STRENGTHS = {
  fill: { opacity: ['fill-opacity'], order: 'fill-sort-key' },
  line: { opacity: ['line-opacity'], order: 'line-sort-key' },
  circle: { opacity: ['circle-opacity', 'circle-stroke-opacity'], order: 'circle-sort-key' },
  symbol: { opacity: ['icon-opacity'], order: 'symbol-sort-key' },
} as const;

type Treatable = Extract<LayerSpecification, { type: keyof typeof STRENGTHS }>;

/**
 * Dim or hide the features of a layer's style layers that fail a filter. Words beside what fails always go;
 * what matches is drawn over what does not.
 */
export function treatMisses(layers: readonly Banded[], match: LayerMatch): Banded[] {
  const isMatch = matchOf(match);
  return layers.map((banded) => {
    const { layer } = banded;
    if (!isTreatable(layer)) return banded;
    const goes = match.misses === 'hide' || hasWords(layer);
    return { ...banded, layer: goes ? hide(layer, isMatch) : dim(layer, isMatch) };
  });
}

const isTreatable = (layer: LayerSpecification): layer is Treatable => layer.type in STRENGTHS;

const hasWords = (layer: Treatable): boolean =>
  layer.type === 'symbol' && layer.layout?.['text-field'] !== undefined;

function hide(layer: Treatable, match: Expression): Treatable {
  const filter = both(layer.filter as Expression | undefined, match);
  return { ...layer, filter: filter as FilterSpecification };
}

function dim(layer: Treatable, match: Expression): Treatable {
  const { opacity, order } = STRENGTHS[layer.type];
  const paint = { ...layer.paint } as Record<string, unknown>;
  for (const property of opacity) paint[property] = dimmed(paint[property] ?? 1, match);
  const layout = {
    ...layer.layout,
    [order]: ['case', match, 1, 0],
    ...(layer.type === 'symbol' ? { 'symbol-z-order': 'auto' } : {}),
  };
  return { ...layer, layout, paint } as Treatable;
}

/** Less of a strength where a feature fails; a strength that follows the zoom must go on doing so as a whole. */
function dimmed(strength: unknown, match: Expression): unknown {
  const share = ['case', match, 1, DIMMED];
  if (!Array.isArray(strength) || strength[0] !== 'interpolate') return ['*', strength, share];
  const [name, growth, zoom, ...stops] = strength;
  return [name, growth, zoom, ...stops.map((each, at) => (at % 2 ? ['*', each, share] : each))];
}
