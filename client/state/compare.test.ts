import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeCompare, ofSide, sideOf } from './compare.ts';
import { readCompare, writeCompare } from './url/compare.ts';

const begun = changeCompare(undefined, { kind: 'begun' });

describe('changeCompare', () => {
  it('begins in the middle with every layer on both sides', () => {
    expect(begun).toEqual({ percent: 50, sides: {} });
  });

  it('puts a layer on one side and back on both', () => {
    const left = changeCompare(begun, { kind: 'placed', layer: 'a', side: 'left' });
    expect(left && [sideOf(left, 'a'), sideOf(left, 'b')]).toEqual(['left', 'both']);
    expect(left && ofSide([{ id: 'a' }, { id: 'b' }], left, 'right')).toEqual([{ id: 'b' }]);
    expect(changeCompare(left, { kind: 'placed', layer: 'a', side: 'both' })).toEqual(begun);
  });

  it('swaps the sides, keeps the divider on the map, and ends', () => {
    const left = changeCompare(begun, { kind: 'placed', layer: 'a', side: 'left' });
    expect(changeCompare(left, { kind: 'swapped' })?.sides).toEqual({ a: 'right' });
    expect(changeCompare(left, { kind: 'moved', percent: 130 })?.percent).toBe(100);
    expect(changeCompare(left, { kind: 'ended' })).toBeUndefined();
  });

  it('knows no layer called as a part of every object is', () => {
    expect(begun && sideOf(begun, 'constructor')).toBe('both');
  });
});

describe('the address', () => {
  const id = fc.stringMatching(/^[a-z][a-z0-9.-]{0,20}$/);

  it('carries a comparison there and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.dictionary(id, fc.constantFrom('left', 'right')),
        (percent, sides) => {
          const text = writeCompare({ percent, sides }).filter(Boolean).join('&');
          expect(readCompare(new URLSearchParams(text))).toEqual({ percent, sides: { ...sides } });
        },
      ),
    );
  });

  it('reads any text without failing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (compare, left) => {
        expect(() => readCompare(new URLSearchParams({ compare, left }))).not.toThrow();
      }),
    );
  });
});
