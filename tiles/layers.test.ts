import { expect, it } from 'vitest';
import { attributesOf, FEATURE_TYPES } from '#data/features/index.ts';
import { tileLayerOf } from './layers.ts';

it('tileLayerOf() keeps name, lifecycle and the attributes marked for tiles, each once', () => {
  for (const type of FEATURE_TYPES) {
    const layer = tileLayerOf(type);
    const known = attributesOf(type).filter(({ inTiles }) => inTiles);
    expect(layer.attributes.slice(0, 2)).toEqual(['name', 'lifecycle-status']);
    expect(new Set(layer.attributes).size).toBe(layer.attributes.length);
    expect(layer.attributes).toEqual(expect.arrayContaining(known.map(({ name }) => name)));
    expect(layer.minZoom).toBeLessThanOrEqual(layer.maxZoom);
    expect(type.id).toBe(`${layer.theme}/${layer.id}`);
  }
});
