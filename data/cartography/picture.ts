import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Condition, Misses } from '#data/query/filter.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import type { LngLat, Wgs84Geometry } from '#data/schema/geometry.ts';

/** What a picture of the map is made of, whoever draws it. */

/** How the map is coloured; `contrast` is black on white with no hue, `print` is for paper. */
export type MapMode = 'light' | 'dark' | 'contrast' | 'print';

/** One layer of the workbench. The first of a list is drawn on top within its band. */
export type MapLayer = {
  readonly summary: LayerSummary;
  readonly visible: boolean;
  /** 0 to 1. */
  readonly opacity: number;
  /** Absent: every feature matches. */
  readonly match?: LayerMatch;
};

/**
 * Which features of a layer match a filter: judged by attributes the tiles hold, or by the keys of those that do
 * where an attribute asked for is not in the tiles.
 */
export type LayerMatch = { readonly misses: Misses } & (
  | { readonly conditions: readonly Condition[] }
  | { readonly keys: readonly number[] }
);

/** A feature to ring. With a geometry the whole shape is ringed; with a point only, its mark. */
export type MapMark = {
  readonly layerId: string;
  readonly key: number;
  readonly geometry?: Wgs84Geometry;
  readonly point?: LngLat;
};

/** A base map of others, in the place of our own: pictures by their addresses, or a style with whole addresses. */
export type HostedBase = {
  readonly attribution: string;
  /** Whether its ground is dark; absent: not known. */
  readonly isDark?: boolean | undefined;
} & (
  | {
      readonly tiles: readonly string[];
      /** Side of a tile, px. */
      readonly tileSize: number;
      readonly minZoom: number;
      readonly maxZoom: number;
    }
  | { readonly style: StyleSpecification }
);
