import { describe, expect, it } from 'vitest';
import { titleOf } from './feature.ts';

const head = (type: string, attributes: Record<string, string | number>, more = {}) =>
  ({ type, attributes, line: 7, ...more }) as unknown as Parameters<typeof titleOf>[0];

describe('titleOf()', () => {
  it.each([
    ['its name', head('energy/power-line', {}, { name: 'Ring' }), 'Ring'],
    [
      'its kind and label with the unit',
      head('energy/power-line', { 'voltage-kv': 33 }),
      /, 33 kV$/,
    ],
    [
      'no word twice',
      head('environment/flood-risk-zone', { 'flood-risk-level': '3' }),
      'Flood zone 3',
    ],
    ['its kind and line when there is nothing else', head('energy/power-line', {}), /, line 7$/],
    ['its line when the type is not known', head('unclassified', {}), 'Feature, line 7'],
  ])('gives %s', (_what, feature, title) => {
    expect(titleOf(feature)).toMatch(title);
  });
});
