import { createExpression, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURE_TYPES } from '#data/features/index.ts';
import { type Condition, matches } from '#data/query/filter.ts';
import type { AttributeValue } from '#data/schema/attribute.ts';
import type { LayerMatch, MapLayer } from '../picture.ts';
import { compileStyle } from './compile-style.ts';
import { conditionOf, matchOf } from './matching.ts';
import { summaryOf } from './summary-of-type.ts';

/** What the map answers for a feature with these tile attributes and this key. */
function judge(expression: unknown, properties: Record<string, unknown>, id = 1): unknown {
  const compiled = createExpression(expression, { type: 'boolean' } as never, undefined as never);
  if (compiled.result === 'error') throw new TypeError(JSON.stringify(compiled.value));
  return compiled.value.evaluate({ zoom: 10 } as never, { type: 1, id, properties } as never);
}

const number = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ noNaN: true }));
const digits = (most: number) =>
  fc.integer({ min: 1, max: most }).map((n) => `${n}`.padStart(2, '0'));
const date = fc
  .tuple(fc.integer({ min: 1970, max: 1990 }), digits(12), digits(31), fc.nat(2))
  .map(([year, month, day, precision]) => [year, month, day].slice(0, precision + 1).join('-'));
const word = fc.constantFrom('a', 'b', 'permissioned', '', '33', 'true', '0.5', '__proto__');

const value = fc.oneof(number, date, word, fc.boolean(), fc.constant(undefined));
const ends = <T>(end: fc.Arbitrary<T>) =>
  fc.oneof(
    fc.record({ min: end, max: end }, { requiredKeys: ['min'] }),
    fc.record({ min: end, max: end }, { requiredKeys: ['max'] }),
  );
const condition = fc
  .tuple(
    fc.constantFrom('x', 'voltage-kv'),
    fc.constantFrom({}, { unknown: true as const }),
    fc.oneof(
      ends(number).map((range) => ({ kind: 'range' as const, ...range })),
      ends(fc.oneof(date, fc.constant('spring'))).map((range) => ({
        kind: 'range' as const,
        ...range,
      })),
      fc.array(word, { maxLength: 3 }).map((values) => ({ kind: 'among' as const, values })),
    ),
  )
  .map(([attribute, unknown, rest]) => ({ attribute, ...unknown, ...rest }) as Condition);

const propertiesOf = (attribute: string, stated: AttributeValue | undefined) =>
  stated === undefined ? {} : Object.fromEntries([[attribute, stated]]);

describe('conditionOf()', () => {
  it('lets the map pass what matches() passes, not stated included', () => {
    fc.assert(
      fc.property(condition, value, (asked, stated) => {
        const properties = propertiesOf(asked.attribute, stated);
        expect(judge(conditionOf(asked), properties)).toBe(matches(asked, stated));
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes an unknown state for one that is not stated', () => {
    const standing: Condition = { attribute: 'lifecycle-status', kind: 'among', values: [] };
    const unknown = { 'lifecycle-status': 'unknown' };
    expect(judge(conditionOf({ ...standing, values: ['unknown'] }), unknown)).toBe(false);
    expect(judge(conditionOf({ ...standing, unknown: true }), unknown)).toBe(true);
  });

  it('takes a stated value as enough for a range open at both ends', () => {
    const open: Condition = { attribute: 'x', kind: 'range' };
    expect(judge(conditionOf(open), { x: 3 })).toBe(true);
    expect(judge(conditionOf(open), {})).toBe(false);
  });
});

describe('matchOf()', () => {
  const conditions: Condition[] = [
    { attribute: 'a', kind: 'range', min: 1 },
    { attribute: 'b', kind: 'among', values: ['yes'] },
  ];

  it('asks every condition to hold', () => {
    const both = matchOf({ misses: 'dim', conditions });
    expect(judge(both, { a: 2, b: 'yes' })).toBe(true);
    expect(judge(both, { a: 2, b: 'no' })).toBe(false);
    expect(judge(both, { a: 0, b: 'yes' })).toBe(false);
  });

  it('knows features by their keys, also where none matches or one is named twice', () => {
    const some = matchOf({ misses: 'dim', keys: [7, 2 ** 51, 7] });
    expect([7, 2 ** 51, 8].map((key) => judge(some, {}, key))).toEqual([true, true, false]);
    expect(judge(matchOf({ misses: 'dim', keys: [] }), {}, 7)).toBe(false);
  });
});

describe('compileStyle() with filters', () => {
  const filtered = (match: LayerMatch): MapLayer[] =>
    FEATURE_TYPES.map((type) => ({ summary: summaryOf(type), visible: true, opacity: 0.8, match }));
  const styleOf = (match: LayerMatch) =>
    compileStyle({ layers: filtered(match), mode: 'light', origin: 'http://127.0.0.1:8080' });
  const conditions: Condition[] = [
    { attribute: 'name', kind: 'among', values: ['x'], unknown: true },
    { attribute: 'start-date', kind: 'range', min: '1984' },
  ];

  it.each<[string, LayerMatch]>([
    ['dimmed by attributes', { misses: 'dim', conditions }],
    ['hidden by attributes', { misses: 'hide', conditions }],
    ['dimmed by keys', { misses: 'dim', keys: [1, 2] }],
    ['hidden where nothing matches', { misses: 'hide', keys: [] }],
  ])('is a valid style of every feature type, %s', (_, match) => {
    expect(validateStyleMin(styleOf(match))).toEqual([]);
  });

  it('keeps hidden features out of every style layer of theirs, and words always', () => {
    const own = (match: LayerMatch) =>
      styleOf(match).layers.filter((layer) => 'metadata' in layer && layer.metadata !== undefined);
    for (const layer of own({ misses: 'hide', conditions })) {
      expect(JSON.stringify('filter' in layer && layer.filter)).toContain('"start-date"');
    }
    for (const layer of own({ misses: 'dim', conditions })) {
      const goes = layer.id.endsWith('name') || layer.id.endsWith(':label');
      expect(JSON.stringify('filter' in layer && layer.filter).includes('"start-date"')).toBe(goes);
      expect(JSON.stringify(layer.paint).includes('0.22')).toBe(!goes);
    }
  });

  it('leaves the selected feature as it is', () => {
    const layer = filtered({ misses: 'hide', keys: [] }).find(
      ({ summary }) => summary.featureType === 'energy/substation',
    );
    const { layers } = compileStyle({
      layers: layer ? [layer] : [],
      mode: 'light',
      origin: 'http://127.0.0.1:8080',
      selected: { layerId: layer?.summary.id ?? '', key: 7, point: [-2.2, 53.4] },
    });
    const mark = layers.find(({ id }) => id === 'selected:mark');
    expect(JSON.stringify(mark)).not.toContain('false]');
  });
});
