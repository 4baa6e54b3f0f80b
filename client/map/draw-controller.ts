import type { Feature, FeatureCollection } from 'geojson';
import type { Units } from '#client/state/units.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import type { DrawnSketch } from './draw-shapes.ts';

/** What the map shows of a drawing. */
export type DrawPicture = {
  readonly sketch: DrawnSketch;
  /** What else of the area asked about is drawn, under the drawing. */
  readonly behind: readonly Feature[];
  /** Corners can be taken hold of; while a shape is unfinished they always can. */
  readonly hasHandles: boolean;
  /** Sides carry their lengths in these units; undefined: they do not. */
  readonly labels: Units | undefined;
};

/** What happens to a drawing on the map. */
export type DrawEvents = {
  /** A click, tap or key at a position. */
  readonly onPlace: (at: LngLat) => void;
  /** The second click of two, or the last corner pressed. */
  readonly onFinish: () => void;
  /** A corner was taken hold of: what was known of the drawing no longer holds. */
  readonly onHold: () => void;
  readonly onMove: (index: number, at: LngLat) => void;
  readonly onInsert: (index: number, at: LngLat) => void;
  readonly onRemove: (index: number) => void;
};

/** A drawing on the map while it is being made. Clicks do not pick until it is finished or closed. */
export type DrawTable = {
  show(picture: DrawPicture): void;
  /** Take the handles off; what was drawn stays for `showArea()` to replace. */
  close(): void;
};

/** What the drawing needs of the map that opens it. */
export type DrawHost = {
  readonly showShapes: (shapes: FeatureCollection) => void;
  /** Position under the crosshair while the map is steered by keys. */
  readonly crosshair: () => LngLat | undefined;
  readonly setPlacing: (isPlacing: boolean) => void;
};
