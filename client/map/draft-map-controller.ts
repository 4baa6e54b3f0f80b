import type { FeatureCollection } from 'geojson';
import type { MapMode } from '#data/cartography/picture.ts';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import type { Theme } from '#data/schema/theme.ts';
import type { MapTarget, MapView } from './map-controller.ts';

/** What was picked on the map of a draft. */
export type DraftPick =
  | { readonly kind: 'record'; readonly line: number; readonly issue?: string; readonly at: LngLat }
  | { readonly kind: 'candidate'; readonly value: string };

export type DraftMapOptions = {
  readonly mode: MapMode;
  readonly theme: Theme;
  readonly reducedMotion: boolean;
  /** GSS codes of the publisher's area. */
  readonly districts: readonly string[];
  /** Where to begin. */
  readonly box: Bounds;
  readonly events: {
    readonly onView: (view: MapView) => void;
    readonly onPick: (picked: DraftPick) => void;
    readonly onIdle: () => void;
    /** Something could not be loaded or drawn: a sentence for a person. */
    readonly onFailure: (message: string) => void;
  };
};

/** The record a page is about, and the words beside it. */
export type DraftSelected = {
  readonly at: LngLat;
  readonly label?: string;
  readonly note?: string;
};

/** The map of a draft: it is looked at and picked from, never drawn on. */
export type DraftMapController = {
  setMode(mode: MapMode): void;
  /** What points are told apart by. */
  show(by: 'places' | 'changes'): void;
  /** What the draft holds: `DraftPoint` as properties. */
  setPoints(points: FeatureCollection): void;
  /** Candidates, ways and things taken away, by the property `role`. */
  setMarks(marks: FeatureCollection): void;
  /** Ring a place and pan to it when it is out of view, but never out of the publisher's area. */
  select(selected: DraftSelected | undefined): void;
  flyTo(target: MapTarget): void;
  zoomIn(): void;
  zoomOut(): void;
  panBy(dxPx: number, dyPx: number): void;
  /** Pick at the middle. */
  pickCentre(): void;
  showCrosshair(on: boolean): void;
  view(): MapView;
  /** Credits of the basemap. */
  attribution(): readonly string[];
  destroy(): void;
};
