import { describe, expect, it } from 'vitest';
import type { LayerSummary } from '#data/schema/api.ts';
import { filterLayers, groupLayers } from './catalogue.ts';
import { defaultLayers } from './layers.ts';

const layer = (id: string, change: Partial<LayerSummary> = {}): LayerSummary => ({
  id,
  title: id,
  theme: 'energy',
  featureType: `energy/${id}`,
  sourceLayer: id,
  shapes: ['point'],
  synthetic: false,
  featureCount: 10,
  minZoom: 6,
  maxZoom: 14,
  version: '1',
  tiles: `/tiles/${id}/1/{z}/{x}/{y}.mvt`,
  datasets: [id],
  publishers: [{ id: 'bury-council', name: 'Bury Council', shortName: 'Bury' }],
  licence: { id: 'OGL-UK-3.0', title: 'Open Government Licence', chip: 'open', attribution: '' },
  updated: '2026-01-01',
  coverage: ['E08000002'],
  synonyms: [],
  ...change,
});

describe('the catalogue', () => {
  it('groupLayers() keeps themes in display order and leaves out empty ones', () => {
    const groups = groupLayers([layer('sewer', { theme: 'water' }), layer('line')], 'theme');
    expect(groups.map(({ id }) => id)).toEqual(['energy', 'water']);
  });

  it('groupLayers() puts a layer of two publishers under both', () => {
    const both = [
      { id: 'z', name: 'Zed', shortName: 'Z' },
      { id: 'a', name: 'Aye', shortName: 'A' },
    ];
    const groups = groupLayers([layer('line', { publishers: both })], 'publisher');
    expect(groups.map(({ title }) => title)).toEqual(['Aye', 'Zed']);
  });

  it('filterLayers() wants every word, in title, synonyms or publisher', () => {
    const catalogue = [layer('substation', { synonyms: ['primary'] }), layer('mast')];
    expect(filterLayers(catalogue, ' PRIMARY bury ').map(({ id }) => id)).toEqual(['substation']);
    expect(filterLayers(catalogue, 'primary leeds')).toEqual([]);
    expect(filterLayers(catalogue, '  ')).toHaveLength(2);
  });

  it('defaultLayers() takes the fullest network, then the fullest of each theme, marks on top', () => {
    const catalogue = [
      layer('zone', { theme: 'planning', shapes: ['polygon'] }),
      layer('main', { theme: 'water', shapes: ['line'] }),
      layer('few', { featureCount: 1 }),
      layer('many', { featureCount: 99 }),
      layer('ward', { theme: 'boundaries', shapes: ['polygon'] }),
      layer('none', { theme: 'digital', featureCount: 0 }),
      layer('late', { theme: 'digital', minZoom: 12 }),
    ];
    expect(defaultLayers(catalogue).map(({ id }) => id)).toEqual(['many', 'few', 'main', 'zone']);
  });

  it('defaultLayers() stops at eight, one of each theme before a second of any', () => {
    const many = Array.from({ length: 9 }, (_, index) => layer(`energy-${index}`));
    const chosen = defaultLayers([...many, layer('school', { theme: 'social' })]);
    expect(chosen).toHaveLength(8);
    expect(chosen.map(({ id }) => id)).toContain('school');
  });
});
