import type { FeatureCollection } from 'geojson';
import type { MapMode } from '#data/cartography/picture.ts';
import type { LayerSummary } from '#data/schema/api.ts';

/** Sources of the finder's map. */
export const SITES = {
  marks: 'sites-marks',
  circles: 'sites-circles',
  things: 'sites-things',
  lines: 'sites-lines',
  cells: 'sites-cells',
  best: 'sites-best',
} as const;

/** Style layers that answer to a click, those on top first. */
export const SITE_LAYERS = ['sites-chosen', 'sites-mark', 'sites-out', 'sites-best', 'sites-cell'];

/** Everything that decides the picture of the finder, apart from the camera. */
export type SitesPicture = {
  readonly mode: MapMode;
  /** Scheme and host the basemap is asked from. */
  readonly origin: string;
  readonly context: readonly LayerSummary[];
  /** Layers of the sites themselves: only their outlines are drawn. */
  readonly ground: readonly LayerSummary[];
  /** Layers whose things the finder names itself, with their figures. */
  readonly named: readonly string[];
  /** Hexagons stand in place of sites. */
  readonly isSurface: boolean;
  /** Hexagons with a score are painted by the style too: nothing else does. */
  readonly paintsCells: boolean;
  /** Key of what is ringed. */
  readonly selected?: string | undefined;
  /** What is selected is opened: a target in place of its marker, so that its lines are seen from their beginning. */
  readonly isOpened?: boolean;
  readonly data: Readonly<Record<keyof typeof SITES, FeatureCollection>>;
};
