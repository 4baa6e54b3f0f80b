import type { FeatureCollection } from 'geojson';
import type { MapMode } from '#data/cartography/picture.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import type { Credit } from '#data/schema/credits.ts';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import type { Theme } from '#data/schema/theme.ts';
import type { MapPadding, MapTarget, MapView } from './map-controller.ts';

/** One candidate on the map. */
export type SiteMark = {
  readonly key: string;
  readonly at: LngLat;
  /** `ring` meets every must; `range` does too, and its score is not known to the point; `out` fails a must. */
  readonly form: 'ring' | 'range' | 'out';
  /** From 1; absent of what fails a must. */
  readonly rank?: number;
  /** Ticked to be compared: it carries its figure however many there are. */
  readonly isCompared?: boolean;
  /** Radius of the ground a point stands for, metres: its area is stated and its boundary was not published. */
  readonly radiusM?: number;
};

/** Something sites take a figure from, with the words beside it. */
export type ThingLabel = {
  /** Feature id. */
  readonly id: string;
  readonly at: LngLat;
  readonly title: string;
  readonly note?: string;
  /** Says the hue of the words. */
  readonly theme?: Theme;
};

/** A selected site opened: its ground and the lines to what it was measured to. */
export type SiteLines = {
  readonly key: string;
  /** Its boundary, where one was published. */
  readonly geometry?: FeatureCollection;
  readonly lines: readonly {
    readonly from: LngLat;
    readonly to: LngLat;
    readonly label: string;
    /** What lies at its end. */
    readonly end: ThingLabel;
  }[];
};

/** One hexagon of the surface. */
export type SurfaceCell = {
  readonly key: string;
  /** Corners one after another, `lng, lat, lng, lat …`, open. */
  readonly corners: readonly number[];
  /** `scored` takes a colour, `unknown` a hatch, `out` an outline. */
  readonly form: 'scored' | 'unknown' | 'out';
  /** 0 to 100; of scored cells. */
  readonly score?: number;
};

/** The surface, and which of its cells are marked. */
export type SurfacePicture = {
  readonly cells: readonly SurfaceCell[];
  /** Discs with figures, as the list beside the map has them. */
  readonly best: readonly { readonly at: LngLat; readonly rank: number; readonly key: string }[];
};

/** How cells are painted: by deck.gl, or by MapLibre where deck.gl does not come. */
export type CellPainter = 'deck' | 'fill';

export type SitesMapOptions = {
  readonly mode: MapMode;
  readonly reducedMotion: boolean;
  readonly bounds: Bounds;
  readonly events: {
    readonly onView: (view: MapView) => void;
    /** A site or cell was clicked; undefined: nothing there. */
    readonly onPick: (key: string | undefined) => void;
    readonly onHover: (key: string | undefined) => void;
    readonly onIdle: () => void;
    /** Something could not be loaded or drawn: a sentence for a person. */
    readonly onFailure: (message: string) => void;
    /** The surface is drawn, and by what. */
    readonly onPainted: (painter: CellPainter) => void;
  };
};

/** What list, table and map have selected. */
export type SelectedSite = {
  readonly key: string;
  readonly label: string;
  /** Its evidence is open: lines are seen from where they begin. */
  readonly isOpen: boolean;
};

/** Layers the finder draws. */
export type SitesLayers = {
  /** What the search asks about, drawn as in the explorer, the first on top. */
  readonly context: readonly LayerSummary[];
  /** The sites' own, of which only outlines are drawn. */
  readonly ground: readonly LayerSummary[];
  /** Ids of those whose things are named with their figures, and not by the layer. */
  readonly named: readonly string[];
};

/** The map of the site finder. What changes while the camera moves is drawn when it rests. */
export type SitesMapController = {
  setMode(mode: MapMode): void;
  setLayers(layers: SitesLayers): void;
  setMarks(marks: readonly SiteMark[]): void;
  setThings(things: readonly ThingLabel[]): void;
  /** Ring a site or cell, with its words on a plate, or none. */
  select(selected: SelectedSite | undefined): void;
  showLines(opened: SiteLines | undefined): void;
  /** Show hexagons in place of sites; undefined: sites. Loads what draws them. */
  setSurface(surface: SurfacePicture | undefined): void;
  setPadding(padding: MapPadding): void;
  flyTo(target: MapTarget): void;
  zoomIn(): void;
  zoomOut(): void;
  panBy(dxPx: number, dyPx: number): void;
  view(): MapView;
  /** Credits of what is drawn and of `more`, basemap first, each once. */
  attribution(more: readonly Credit[]): readonly string[];
  destroy(): void;
};
