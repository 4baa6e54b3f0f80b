import { describe, expect, it } from 'vitest';
import { summaryOf } from '#data/cartography/style/summary-of-type.ts';
import { FEATURE_TYPES } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { sayBuilding } from './building.ts';
import type { WorkbenchLayer } from './workbench.ts';

const type = FEATURE_TYPES[0] as FeatureType;
const layer = (title: string, isBuilding: boolean, visible = true): WorkbenchLayer => ({
  id: title,
  visible,
  opacity: 1,
  summary: {
    ...summaryOf(type),
    title,
    ...(isBuilding ? { building: { shareDone: 0.4, fromZoom: 13 } } : {}),
  },
});

describe('sayBuilding()', () => {
  it('names a layer that is drawn far off as it was, until the map is near enough', () => {
    const layers = [layer('Trees', true), layer('Masts', false)];
    const said = 'New edition of Trees is being drawn; zoom in to see it now';
    expect([sayBuilding(layers, 12.99), sayBuilding(layers, 13)]).toEqual([said, undefined]);
  });

  it('says nothing of what is not on the map, or drawn', () => {
    expect(sayBuilding([layer('Trees', true, false), layer('Masts', false)], 9)).toBeUndefined();
  });

  it('names two of several', () => {
    const two = [layer('Trees', true), layer('Masts', true)];
    expect(sayBuilding(two, 9)).toBe(
      'New editions of Trees and Masts are being drawn; zoom in to see them now',
    );
    expect(sayBuilding([...two, layer('Sewers', true)], 9)).toBe(
      'New editions of Trees, Masts and 1 more are being drawn; zoom in to see them now',
    );
  });
});
