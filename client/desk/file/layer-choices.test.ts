import { expect, it } from 'vitest';
import { layerChoices } from './layer-choices.ts';

const SERVICE = 'https://maps.council.example/arcgis/rest/services/Winter/FeatureServer/';

it('layerChoices() turns the layers of a service into addresses of their own', () => {
  expect(layerChoices('Say which layer: 0 Grit boxes; 1 Routes: primary.', SERVICE)).toEqual([
    { title: 'Grit boxes', url: `${SERVICE}0` },
    { title: 'Routes: primary', url: `${SERVICE}1` },
  ]);
});

it('layerChoices() offers nothing for another failure or an address that is none', () => {
  expect(layerChoices('The server answered 404.', SERVICE)).toEqual([]);
  expect(layerChoices('Say which layer: 0 Grit boxes.', 'no address')).toEqual([]);
});
