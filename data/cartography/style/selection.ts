import type {
  GeoJSONSourceSpecification,
  LayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { Palette } from '../palette.ts';
import type { MapMark } from '../picture.ts';
import type { Banded } from './bands.ts';

/** Source and id prefix of the ring round the selected feature. */
export const SELECTED = 'odin-selected';
/** Source and id prefix of the ring round the feature a list row stands for. */
export const RINGED = 'odin-ringed';

type Marks = { readonly selected?: MapMark | undefined; readonly ringed?: MapMark | undefined };

/** The shapes to be ringed, as two sources. */
export const selectionSources = ({
  selected,
  ringed,
}: Marks): Record<string, GeoJSONSourceSpecification> => ({
  [SELECTED]: { type: 'geojson', data: shapeOfMark(selected) },
  [RINGED]: { type: 'geojson', data: shapeOfMark(ringed) },
});

/** The shape a ring goes round: a mark's geometry, else its point, else nothing. */
export function shapeOfMark(mark: MapMark | undefined): FeatureCollection {
  const geometry =
    mark?.geometry ??
    (mark?.point === undefined
      ? undefined
      : { type: 'Point' as const, coordinates: [...mark.point] });
  return {
    type: 'FeatureCollection',
    features: geometry === undefined ? [] : [{ type: 'Feature', properties: {}, geometry }],
  };
}

/** Ring sizes in pixels. Source: the design language, white 6 and ink 2, radius 21. */
const RING = { radiusPx: 21, outerPx: 6, innerPx: 2 };

/** Rings of the hovered and of the selected feature; the selected mark itself is drawn over its disc. */
export function selectionLayers({ selected }: Marks, palette: Palette): Banded[] {
  const layers = [
    ...shapeRing(RINGED, palette, 0.7),
    ...discRing(RINGED, palette, { radiusPx: 16, filled: false }),
    ...shapeRing(SELECTED, palette, 1),
    ...discRing(SELECTED, palette, { radiusPx: RING.radiusPx, filled: selected !== undefined }),
  ];
  return layers.map((layer) => ({ band: 'rings', layer }));
}

/** Lines and areas: a wide outer stroke with a narrow inner one on it. */
function shapeRing(source: string, { ring }: Palette, share: number): LayerSpecification[] {
  const stroke = (role: string, colour: string, widthPx: number): LayerSpecification => ({
    id: `${source}:${role}`,
    source,
    type: 'line',
    filter: ['!', ['in', ['geometry-type'], ['literal', ['Point', 'MultiPoint']]]],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': widthPx },
  });
  return [
    stroke('edge', ring.inner, (RING.outerPx + 2 * RING.innerPx + 2) * share),
    stroke('outer', ring.outer, (RING.outerPx + 2) * share),
    stroke('inner', ring.inner, RING.innerPx),
  ];
}

/** Points: a disc of paper in an ink ring. */
function discRing(
  source: string,
  { ring }: Palette,
  { radiusPx, filled }: { radiusPx: number; filled: boolean },
): LayerSpecification[] {
  const circle = (role: string, radius: number, paint: object): LayerSpecification => ({
    id: `${source}:${role}`,
    source,
    type: 'circle',
    filter: ['in', ['geometry-type'], ['literal', ['Point', 'MultiPoint']]],
    paint: { 'circle-radius': radius, 'circle-color': 'rgba(0, 0, 0, 0)', ...paint },
  });
  const white = {
    'circle-stroke-color': ring.outer,
    'circle-stroke-width': RING.outerPx,
    ...(filled ? { 'circle-color': ring.outer, 'circle-opacity': 0.94 } : {}),
  };
  return [
    circle('disc', radiusPx - RING.outerPx, white),
    circle('ring', radiusPx, {
      'circle-stroke-color': ring.inner,
      'circle-stroke-width': RING.innerPx,
    }),
  ];
}
