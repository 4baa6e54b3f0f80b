import type { Shape } from './geometry.ts';
import type { Theme } from './theme.ts';

/** One vector-tile layer: the tile builder and the map style both read this. */
export type TileLayer = {
  /** `source-layer` in the style and name of the layer in the tile: `substation`. */
  readonly id: string;
  readonly featureType: string;
  readonly theme: Theme;
  readonly title: string;
  readonly shapes: readonly Shape[];
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Properties kept in the tile, all others are dropped. */
  readonly attributes: readonly string[];
};

/** What the builder takes: one feature of a layer. */
export type TileFeature = {
  /** Feature key (52 bits). */
  readonly key: number;
  readonly geometry: import('./geometry.ts').Wgs84Geometry;
  readonly properties: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Larger is kept longer when a tile must be thinned; 0 when nothing is known. */
  readonly rank: number;
};

/** What the archive says about itself. */
export type ArchiveMetadata = {
  readonly name: string;
  readonly description: string;
  /** Text to print on the map. */
  readonly attribution: string;
  /** Licence id of the catalogue. */
  readonly licence: string;
  /** The licence's own page, for whoever meets the archive far from the catalogue. */
  readonly licenceUrl?: string;
  readonly synthetic: boolean;
};
