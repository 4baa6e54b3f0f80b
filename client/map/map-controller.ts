import type { FeatureCollection } from 'geojson';
import type { HostedBase, MapLayer, MapMark, MapMode } from '#data/cartography/picture.ts';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import type { DrawEvents, DrawTable } from './draw-controller.ts';

/** One feature under a click, tap, hover or crosshair. */
export type MapHit = {
  readonly layerId: string;
  /** `Feature.key`: with `layerId` it names the feature for `/api/features/<layerId>/<key>`. */
  readonly key: number;
  readonly name?: string;
  /** Distance on screen from the place asked to the drawn mark; 0 when inside it. */
  readonly distancePx: number;
};

/** What the camera shows, within the padding. */
export type MapView = {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
  /** Box of the part not covered by panels. */
  readonly bounds: Bounds;
  /** Width of that part on the ground at the centre. */
  readonly widthKm: number;
};

/** Where to take the camera: a place with its zoom, or a box that must fit in the free part. */
export type MapTarget =
  | { readonly point: LngLat; readonly zoom?: number }
  | { readonly bounds: Bounds };

/** Pixels of the map covered by panels on each side; the camera centres on what is left. */
export type MapPadding = {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

/** What the map tells the app. */
export type MapEvents = {
  /**
   * Camera has come to rest somewhere new; also called once after the first paint. `isMakingRoom`: it only
   * made way for a panel, the reader has not looked elsewhere.
   */
  readonly onView: (view: MapView, isMakingRoom: boolean) => void;
  /** Click, tap or Enter: every feature within reach, best first; empty when none. */
  readonly onPick: (hits: readonly MapHit[], at: LngLat) => void;
  /** Pointer is over a feature, or (undefined) has left it. */
  readonly onHover: (hit: MapHit | undefined, at: LngLat) => void;
  /** Everything asked for is drawn. */
  readonly onIdle: () => void;
  /** Something could not be loaded or drawn: a sentence for a person, and the layer when it is one.. */
  readonly onFailure: (message: string, layerId?: string) => void;
  /** The base map of others does not come. */
  readonly onBaseLost: () => void;
};

export type MapOptions = {
  readonly view?: { readonly lng: number; readonly lat: number; readonly zoom: number };
  readonly mode: MapMode;
  readonly reducedMotion: boolean;
  readonly events: MapEvents;
};

/** Two pictures of one place: the layers set are seen left of a divider, these right of it. */
export type Comparing = {
  readonly right: readonly MapLayer[];
  /** Where the divider stands in the free part of the map, 0 left to 1 right. */
  readonly share: number;
};

/** A picture to be made of the map. */
export type Still = {
  /** Size on paper in CSS pixels, 96 to an inch. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Device pixels a CSS pixel: 3.125 is 300 dots an inch. */
  readonly pixelRatio: number;
  readonly view: { readonly lng: number; readonly lat: number; readonly zoom: number };
  readonly mode: MapMode;
};

/** The only way the app speaks to the map. Methods may be called before the first paint. */
export type MapController = {
  setLayers(layers: readonly MapLayer[]): void;
  setMode(mode: MapMode): void;
  /** Stand on a base map of others, or (undefined) on our own. */
  setBase(base: HostedBase | undefined): void;
  /** Ring the selected feature, or none. */
  select(mark: MapMark | undefined): void;
  /** Ring the feature a list row stands for while it is hovered or focused, or none. */
  ring(mark: MapMark | undefined): void;
  /** Mark what changed in a layer: points with a `sign`, lines from where to where; empty: nothing. */
  showChanges(changed: FeatureCollection): void;
  /** Show other layers right of a divider; undefined: the same everywhere. */
  compare(comparing: Comparing | undefined): void;
  flyTo(target: MapTarget): void;
  setPadding(padding: MapPadding): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Move the camera by pixels: positive looks right and down. */
  panBy(dxPx: number, dyPx: number): void;
  /** Pick at the crosshair; answers through `onPick`. */
  pickCentre(): void;
  showCrosshair(on: boolean): void;
  /** Hatch the districts, by GSS code, that supplied nothing to a layer asked about; none: no hatch. */
  showGaps(gssCodes: readonly string[]): void;
  /** Draw the area asked about, or nothing; a drawing under way replaces it. */
  showArea(asked: FeatureCollection): void;
  /** Begin to draw: clicks place corners until the table is closed. Loads the drawing's code. */
  draw(events: DrawEvents): Promise<DrawTable>;
  /** Credits of what is visible now, basemap first, each once. */
  attribution(): readonly string[];
  view(): MapView;
  /** Everything on the map as a PNG, finer than the screen. @throws Error, in words, when it cannot be made */
  still(still: Still): Promise<Blob>;
  /** Ask again for what is in view: the server did not answer before. */
  reload(): void;
  resize(): void;
  destroy(): void;
};
