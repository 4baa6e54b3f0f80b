import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { legendOf } from '#client/map/legend.ts';
import { FEATURE_TYPES } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { MapLayer, MapMode } from '../picture.ts';
import { compileStyle } from './compile-style.ts';
import { summaryOf } from './summary-of-type.ts';
import { THEME_STYLES } from './type-styles.ts';

const MODES: readonly MapMode[] = ['light', 'dark', 'contrast', 'print'];

const typeOf = (id: string): FeatureType => {
  const type = FEATURE_TYPES.find((each) => each.id === id);
  if (type === undefined) throw new RangeError(`No feature type "${id}"`);
  return type;
};

const shown = (id: string, synthetic = false): MapLayer => ({
  summary: summaryOf(typeOf(id), synthetic),
  visible: true,
  opacity: 1,
});

const style = (layers: readonly MapLayer[], mode: MapMode = 'light', more = {}) =>
  compileStyle({ layers, mode, origin: 'http://127.0.0.1:8080', ...more });

const indexOf = (layers: readonly LayerSpecification[], id: string): number =>
  layers.findIndex((layer) => layer.id === id);

describe('compileStyle()', () => {
  it.each(MODES)('is a valid style of every feature type at once in %s mode', (mode) => {
    const all = FEATURE_TYPES.map(({ id }) => shown(id, id.length % 2 === 0));
    const selected = { layerId: all[0]?.summary.id ?? '', key: 7, point: [-2.2, 53.4] as const };
    expect(validateStyleMin(style(all, mode, { selected, ringed: selected }))).toEqual([]);
  });

  it.each([
    'dim',
    'hide',
  ] as const)('is a valid style where what fails a filter is to %s', (misses) => {
    const match = {
      misses,
      conditions: [{ attribute: 'name', kind: 'among', values: ['A'] }],
    } as const;
    const all = FEATURE_TYPES.map(({ id }) => ({ ...shown(id), match }));
    expect(validateStyleMin(style(all))).toEqual([]);
  });

  it('lets the inside of an area step back once the screen lies within it', () => {
    const { layers } = style([shown('planning/conservation-area')]);
    const fill = layers.find(({ id }) => id.endsWith(':fill'));
    const strength = fill?.type === 'fill' ? fill.paint?.['fill-opacity'] : undefined;
    expect(strength).toEqual(['interpolate', ['linear'], ['zoom'], 13, 0.16, 16, 0.06]);
  });

  it('names every layer once, and no two features share a source by chance', () => {
    const { layers } = style(FEATURE_TYPES.map(({ id }) => shown(id)));
    expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
  });

  it.each(FEATURE_TYPES.map(({ id }) => id))('draws %s in each of its shapes', (id) => {
    const layer = shown(id);
    const { layers } = style([layer]);
    const roles = layers
      .filter((each) => 'source' in each && each.source === layer.summary.id)
      .map((each) => each.id.split(':')[1]);
    const marks = { point: ['mark', 'ring'], line: ['planned'], polygon: ['fill'] };
    for (const shape of layer.summary.shapes) {
      expect(roles.some((role) => marks[shape].includes(role ?? ''))).toBe(true);
    }
  });

  it('puts areas under water, water under cables, cables under overhead lines, lines under marks', () => {
    const { layers } = style([
      shown('planning/conservation-area'),
      shown('energy/substation'),
      shown('energy/power-line'),
    ]);
    const order = [
      'land-inside',
      'conservation-area.ogl-uk-3-0:fill',
      'conservation-area.ogl-uk-3-0:edge-solid',
      'water',
      'district',
      'power-line.ogl-uk-3-0:underground',
      'power-line.ogl-uk-3-0:line',
      'power-line.ogl-uk-3-0:label',
      'substation.ogl-uk-3-0:mark',
      'odin-selected:ring',
    ].map((id) => indexOf(layers, id));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('draws the first of the workbench on top within its band', () => {
    const top = style([shown('water/water-main'), shown('energy/gas-pipe')]).layers;
    expect(indexOf(top, 'water-main.ogl-uk-3-0:underground')).toBeGreaterThan(
      indexOf(top, 'gas-pipe.ogl-uk-3-0:underground'),
    );
  });

  it('leaves out hidden layers with their sources', () => {
    const hidden = { ...shown('energy/substation'), visible: false };
    const { layers, sources } = style([hidden]);
    expect(Object.keys(sources)).not.toContain(hidden.summary.id);
    expect(layers.some(({ id }) => id.startsWith('substation'))).toBe(false);
  });

  it('asks for tiles at an absolute address with its placeholders whole', () => {
    const { sources } = style([shown('energy/substation')]);
    expect(sources['substation.ogl-uk-3-0']).toMatchObject({
      tiles: ['http://127.0.0.1:8080/tiles/substation.ogl-uk-3-0/v1/{z}/{x}/{y}.mvt'],
    });
  });

  it('says "synthetic" beside the labels of invented data only', () => {
    const label = (synthetic: boolean) =>
      JSON.stringify(
        style([shown('energy/power-line', synthetic)]).layers.find(({ id }) =>
          id.endsWith(':label'),
        ),
      );
    expect(label(true)).toContain('synthetic"');
    expect(label(false)).not.toContain(' synthetic"');
  });

  it('draws the selected mark larger over its disc, and its name once', () => {
    const layer = shown('energy/substation');
    const { layers } = style([layer], 'light', {
      selected: { layerId: layer.summary.id, key: 42, point: [-2.2, 53.4] },
    });
    expect(indexOf(layers, 'selected:mark')).toBeGreaterThan(indexOf(layers, 'odin-selected:disc'));
    const name = layers.find(({ id }) => id === `${layer.summary.id}:name`);
    expect(JSON.stringify(name)).toContain('["!=",["id"],42]');
  });

  it('leaves the stations to their own layer when that is on', () => {
    const ids = (layers: readonly MapLayer[]) => style(layers).layers.map(({ id }) => id);
    expect(ids([])).toContain('tram-stop-label');
    expect(ids([shown('transport/tram-stop')])).not.toContain('tram-stop-label');
  });

  it('hatches the districts that supplied nothing, below every layer, and only when asked', () => {
    const { layers } = style([shown('planning/green-belt')], 'light', { gaps: ['E08000002'] });
    expect(layers.find(({ id }) => id === 'gaps')).toMatchObject({
      filter: ['in', ['get', 'gssCode'], ['literal', ['E08000002']]],
      paint: { 'fill-pattern': 'gap/light' },
    });
    expect(indexOf(layers, 'gaps')).toBeLessThan(indexOf(layers, 'green-belt.ogl-uk-3-0:fill'));
    expect(style([]).layers.some(({ id }) => id === 'gaps')).toBe(false);
  });

  it('fades every part of a layer with its opacity', () => {
    const half = { ...shown('energy/power-line'), opacity: 0.5 };
    const casing = style([half]).layers.find(({ id }) => id.endsWith(':line-casing'));
    expect(casing?.paint).toMatchObject({ 'line-opacity': 0.45 });
  });

  it('asks no one for glyphs, sprites or tiles of streets', () => {
    const text = JSON.stringify(style(FEATURE_TYPES.map(({ id }) => shown(id))));
    expect(text).not.toContain('"glyphs"');
    expect(text).not.toContain('"sprite"');
    expect(text.match(/https?:\/\/(?!127\.0\.0\.1:8080)[^"]*/g)).toBe(null);
  });
});

describe('THEME_STYLES', () => {
  it('styles no type the vocabulary does not know', () => {
    const known = FEATURE_TYPES.map(({ id }) => id as string);
    const styled = Object.entries(THEME_STYLES).flatMap(([theme, types]) =>
      Object.keys(types).map((slug) => `${theme}/${slug}`),
    );
    expect(styled.filter((id) => !known.includes(id))).toEqual([]);
  });

  it('tests and labels only attributes that are in the tiles', () => {
    const missing = FEATURE_TYPES.flatMap((type) => {
      const own = THEME_STYLES[type.theme][type.id.split('/')[1] ?? ''];
      const inTiles = ['name', ...type.attributes.filter((a) => a.inTiles).map(({ name }) => name)];
      const asked = [...JSON.stringify(own ?? {}).matchAll(/"attribute":"([^"]+)"/g)].map(
        ([, name]) => name ?? '',
      );
      return asked.filter((name) => !inTiles.includes(name)).map((name) => `${type.id} ${name}`);
    });
    expect(missing).toEqual([]);
  });

  it('asks codes only for values of their code list', () => {
    const unknown = FEATURE_TYPES.flatMap((type) => {
      const own = THEME_STYLES[type.theme][type.id.split('/')[1] ?? ''];
      const tests = JSON.stringify(own ?? {}).matchAll(/"attribute":"([^"]+)","in":(\[[^\]]*\])/g);
      return [...tests].flatMap(([, name = '', list = '[]']) => {
        const codes = type.attributes
          .find((a) => a.name === name)
          ?.codes?.map(({ value }) => value);
        return (JSON.parse(list) as string[])
          .filter((code) => codes !== undefined && !codes.includes(code))
          .map((code) => `${type.id} ${name} ${code}`);
      });
    });
    expect(unknown).toEqual([]);
  });

  it('gives every type with a style of its own a legend whose words differ', () => {
    for (const type of FEATURE_TYPES) {
      const labels = legendOf(summaryOf(type), 'light').map(
        ({ label, swatch }) => `${swatch.kind} ${label}`,
      );
      expect(labels.length).toBeGreaterThan(0);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});
