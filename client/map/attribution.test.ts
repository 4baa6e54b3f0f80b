import { expect, it } from 'vitest';
import type { MapLayer } from '#data/cartography/picture.ts';
import { BASEMAP_ATTRIBUTION } from '#data/cartography/style/basemap.ts';
import { summaryOf } from '#data/cartography/style/summary-of-type.ts';
import { findFeatureType } from '#data/features/index.ts';
import { attributionOf } from './attribution.ts';
import type { MapView } from './map-controller.ts';

const VIEW: MapView = {
  lng: -2.25,
  lat: 53.45,
  zoom: 12,
  bounds: [-2.3, 53.4, -2.2, 53.5],
  widthKm: 6,
};

const layer = (
  credit: string,
  more: Partial<MapLayer['summary']> = {},
  visible = true,
): MapLayer => {
  const type = findFeatureType('energy/substation');
  if (type === undefined) throw new RangeError('No substation in the vocabulary');
  const summary = summaryOf(type);
  return {
    summary: { ...summary, ...more, licence: { ...summary.licence, attribution: credit } },
    visible,
    opacity: 1,
  };
};

it('attributionOf() credits the basemap first and each visible source once', () => {
  expect(attributionOf([layer('© A'), layer('© B'), layer('© A')], VIEW)).toEqual([
    BASEMAP_ATTRIBUTION,
    '© A',
    '© B',
  ]);
});

it('attributionOf() credits nobody whose data is hidden, elsewhere or not yet drawn at this zoom', () => {
  const layers = [
    layer('© hidden', {}, false),
    layer('© elsewhere', { bounds: [-1, 50, 0, 51] }),
    layer('© closer', { minZoom: 13 }),
    layer('© here', { bounds: [-2.31, 53.3, -2.29, 53.41] }),
  ];
  expect(attributionOf(layers, VIEW)).toEqual([BASEMAP_ATTRIBUTION, '© here']);
});
