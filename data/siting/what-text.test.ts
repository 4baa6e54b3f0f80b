import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyWhat } from '#tests/support/any-search.ts';
import type { What } from './criterion.ts';
import { readWhat, writeWhat } from './what-text.ts';

it.each<[string, What]>([
  ['site(area-ha)', { kind: 'site', attribute: 'area-ha' }],
  [
    'distance(energy/substation;demand-headroom-mw:10..)',
    {
      kind: 'distance',
      of: {
        type: 'energy/substation',
        where: [{ kind: 'range', attribute: 'demand-headroom-mw', min: 10 }],
      },
    },
  ],
  [
    'second(energy/substation)',
    { kind: 'distance', of: { type: 'energy/substation' }, second: {} },
  ],
  [
    'second.parent(energy/substation)',
    { kind: 'distance', of: { type: 'energy/substation' }, second: { apartBy: 'parent' } },
  ],
  [
    'share(environment/flood-risk-zone;flood-risk-level:3,3b,(unknown))',
    {
      kind: 'share',
      of: {
        type: 'environment/flood-risk-zone',
        where: [
          { kind: 'among', attribute: 'flood-risk-level', values: ['3', '3b'], unknown: true },
        ],
      },
    },
  ],
  ['count.800(boundaries/lsoa)', { kind: 'count', of: { type: 'boundaries/lsoa' }, withinM: 800 }],
  [
    'sum.1000.capacity-mw(energy/generation-site)',
    {
      kind: 'sum',
      of: { type: 'energy/generation-site' },
      attribute: 'capacity-mw',
      withinM: 1_000,
    },
  ],
  [
    'value.serving.demand-headroom-mw(energy/substation)',
    {
      kind: 'value',
      of: { type: 'energy/substation' },
      attribute: 'demand-headroom-mw',
      from: 'serving',
    },
  ],
])('%s is read and written', (text, what) => {
  expect(writeWhat(what)).toBe(text);
  expect(readWhat(text)).toEqual(what);
});

it('writeWhat() writes measures that mean the same alike', () => {
  const of = (values: readonly string[], ...more: readonly string[]): What => ({
    kind: 'share',
    of: {
      type: 'land/brownfield-site',
      where: [
        { kind: 'among', attribute: 'b', values },
        ...more.map((value) => ({ kind: 'among' as const, attribute: 'a', values: [value] })),
      ],
    },
  });
  expect(writeWhat(of(['2', '1', '2'], 'x'))).toBe('share(land/brownfield-site;a:x;b:1,2)');
  expect(writeWhat(of(['1', '2'], 'x', 'x'))).toBe(writeWhat(of(['2', '1'], 'x')));
});

it('readWhat() gives back whatever writeWhat() wrote', () => {
  fc.assert(
    fc.property(anyWhat, (what) => {
      const text = writeWhat(what);
      const read = readWhat(text);
      expect(read && writeWhat(read)).toBe(text);
    }),
  );
});

it.each([
  '',
  'site',
  'site()',
  'site(Area)',
  'distance()',
  'distance(substation)',
  'distance(energy/substation',
  'distance(energy/substation;)',
  'distance.x(energy/substation)',
  'count(energy/substation)',
  'count.-1(energy/substation)',
  'count.0.5(energy/substation)',
  'count.20001(energy/substation)',
  'sum.100(energy/substation)',
  'value.far.x(energy/substation)',
  'value.nearest.X(energy/substation)',
  `site(${'a'.repeat(2_000)})`,
])('readWhat() refuses %j', (text) => {
  expect(readWhat(text)).toBeUndefined();
});

it('readWhat() never throws, whatever the text holds', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readWhat(text)));
});
