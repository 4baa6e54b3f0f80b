import { expect, it } from 'vitest';
import type { MapLayer } from '#data/cartography/picture.ts';
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

const OS = 'Contains OS data © Crown copyright and database right 2023.';
const ONS =
  'Source: Office for National Statistics licensed under the Open Government Licence v3.0.';

it('attributionOf() credits Ordnance Survey and ONS first, then each visible source once', () => {
  expect(attributionOf([layer('© B'), layer('© A.'), layer('© B')], VIEW)).toEqual([
    OS,
    ONS,
    '© A.',
    '© B.',
  ]);
});

it('attributionOf() states the newest year of what several layers must print', () => {
  const newer = OS.replace('2023', '2026');
  const credits = attributionOf([layer(`${newer} © A.`), layer(OS)], VIEW);
  expect(credits).toEqual([newer, ONS, '© A.']);
});

it('attributionOf() credits nobody whose data is hidden, elsewhere or not yet drawn at this zoom', () => {
  const layers = [
    layer('© hidden', {}, false),
    layer('© elsewhere', { bounds: [-1, 50, 0, 51] }),
    layer('© closer', { minZoom: 13 }),
    layer('© here', { bounds: [-2.31, 53.3, -2.29, 53.41] }),
  ];
  expect(attributionOf(layers, VIEW)).toEqual([OS, ONS, '© here.']);
});
