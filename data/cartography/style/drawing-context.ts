import type { FilterSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { LayerSummary } from '#data/schema/api.ts';
import type { Palette } from '../palette.ts';
import { both, type Expression, not, testOf } from './expressions.ts';
import type { Test, TypeStyle } from './type-style.ts';

/** One workbench layer about to be drawn. */
export type Drawn = {
  readonly summary: LayerSummary;
  readonly style: TypeStyle;
  readonly palette: Palette;
  /** 0 to 1. */
  readonly opacity: number;
  /** Draw this feature alone, as the selected one. */
  readonly only?: number;
  /** Leave this feature's name out: it is drawn as the selected one. */
  readonly except?: number;
};

/** Where a style layer takes its features from, and its id: `<layer id>:<role>`, `selected:<role>`. */
export function sourceOf({ summary, only }: Drawn, role: string) {
  return {
    id: `${only === undefined ? summary.id : 'selected'}:${role}`,
    source: summary.id,
    'source-layer': summary.sourceLayer,
    metadata: { layerId: summary.id },
  } as const;
}

const KINDS = {
  point: ['Point', 'MultiPoint'],
  line: ['LineString', 'MultiLineString'],
  polygon: ['Polygon', 'MultiPolygon'],
} as const;

/** The filter of a style layer: its shape where the layer has several, and what else is asked. */
export function filterOf(
  { summary, only }: Drawn,
  shape: keyof typeof KINDS,
  more?: Expression,
): { filter?: FilterSpecification } {
  const kind: Expression | undefined =
    summary.shapes.length > 1
      ? ['in', ['geometry-type'], ['literal', [...KINDS[shape]]]]
      : undefined;
  const one: Expression | undefined = only === undefined ? undefined : ['==', ['id'], only];
  const filter = both(both(kind, one), more);
  return filter === undefined ? {} : { filter: filter as FilterSpecification };
}

/** The condition under which one step of a scale is the one that applies; undefined: always. */
export function stepApplies(
  steps: readonly { readonly when?: Test }[],
  index: number,
): Expression | undefined {
  const earlier = steps
    .slice(0, index)
    .flatMap(({ when }) => (when === undefined ? [] : [not(testOf(when))]));
  const own = steps[index]?.when;
  const all = own === undefined ? earlier : [...earlier, testOf(own)];
  if (all.length <= 1) return all[0];
  return ['all', ...all] as unknown as Expression;
}

/** One of the conditions; undefined: no condition. */
export function anyOf(conditions: readonly (Expression | undefined)[]): Expression | undefined {
  const stated = conditions.filter((condition) => condition !== undefined);
  if (stated.length < conditions.length) return undefined;
  return stated.length <= 1 ? stated[0] : (['any', ...stated] as unknown as Expression);
}
