import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeCompare, editionsOf, ofSide, sideOf } from './compare.ts';
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

  it('lays two editions of a layer beside each other, and swaps those too', () => {
    const left = changeCompare(begun, { kind: 'placed', layer: 'a', side: 'left' });
    const editions = { layer: 'a', left: '2026-03-01T09:30:00Z' };
    const chosen = changeCompare(left, { kind: 'editions-chosen', editions });
    expect(chosen).toEqual({ percent: 50, sides: {}, editions });
    expect(changeCompare(undefined, { kind: 'editions-chosen', editions })).toEqual(chosen);
    expect(changeCompare(chosen, { kind: 'swapped' })?.editions).toEqual({
      layer: 'a',
      right: '2026-03-01T09:30:00Z',
    });
    expect(changeCompare(chosen, { kind: 'editions-chosen', editions: undefined })).toEqual(begun);
  });

  it('knows no layer called as a part of every object is', () => {
    expect(begun && sideOf(begun, 'constructor')).toBe('both');
  });
});

describe('the address', () => {
  const id = fc.stringMatching(/^[a-z][a-z0-9.-]{0,20}$/);

  const time = fc.option(
    fc
      .date({ min: new Date(0), max: new Date('2999-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    { nil: undefined },
  );

  it('carries a comparison there and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.dictionary(id, fc.constantFrom('left', 'right')),
        fc.option(fc.record({ layer: id, left: time, right: time }), { nil: undefined }),
        (percent, sides, chosen) => {
          const editions = chosen && editionsOf(chosen.layer, chosen.left, chosen.right);
          const rest = Object.entries(sides).filter(([layer]) => layer !== chosen?.layer);
          const compare = {
            percent,
            sides: Object.fromEntries(rest),
            ...(editions ? { editions } : {}),
          };
          const text = writeCompare(compare).filter(Boolean).join('&');
          expect(readCompare(new URLSearchParams(text))).toEqual(compare);
        },
      ),
    );
  });

  it('reads any text without failing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (compare, left, editions) => {
        const fields = new URLSearchParams({ compare, left, editions });
        expect(() => readCompare(fields)).not.toThrow();
        fields.set('compare', '50');
        expect(() => readCompare(fields)).not.toThrow();
      }),
    );
  });
});
