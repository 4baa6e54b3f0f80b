import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Area, MOST_BUFFER_M, settleShape } from './area.ts';
import { AREA_TEXT_MOST, fitsAddress, parseArea, readArea, writeArea } from './area-text.ts';

const lng = fc.integer({ min: -8_000_000, max: 2_000_000 }).map((micro) => micro / 1e6);
const lat = fc.integer({ min: 49_000_000, max: 61_000_000 }).map((micro) => micro / 1e6);
const corner = fc.tuple(lng, lat).map(([x, y]) => [x, y]);
const corners = (least: number) =>
  fc.uniqueArray(corner, { minLength: least, maxLength: 8, selector: String });
const ring = corners(3).map((open) => [...open, [...(open[0] ?? [])]]);
const rings = fc.array(ring, { minLength: 1, maxLength: 3 });

const geometry = fc.oneof(
  corner.map((coordinates) => ({ type: 'Point' as const, coordinates })),
  corners(2).map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
  corners(2).map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  fc
    .array(corners(2), { minLength: 2, maxLength: 3 })
    .map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
  rings.map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
  fc
    .array(rings, { minLength: 2, maxLength: 3 })
    .map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
);

const subject = fc.oneof(
  geometry.map((shape) => ({ kind: 'shape' as const, geometry: shape })),
  fc
    .stringMatching(/^odin:[a-z]+\/[a-z-]+:[a-z2-7]{26}$/)
    .map((id) => ({ kind: 'feature' as const, id })),
  fc.stringMatching(/^[a-z2-7]{26}$/).map((id) => ({ kind: 'kept' as const, id })),
);

const title = fc
  .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim())
  .filter((text) => text !== '');

const area: fc.Arbitrary<Area> = fc
  .record(
    { subject, bufferM: fc.integer({ min: 1, max: MOST_BUFFER_M }), title },
    { requiredKeys: ['subject'] },
  )
  .map((made) => made as Area);

describe('area text', () => {
  it('gives back every area it wrote', () => {
    fc.assert(
      fc.property(area, (given) => {
        expect(readArea(writeArea(given))).toEqual(given);
      }),
    );
  });

  it('survives an address unescaped but for the title', () => {
    fc.assert(
      fc.property(area, ({ title: _, ...plain }) => {
        const text = writeArea(plain);
        expect(new URLSearchParams(`area=${text}`).get('area')).toBe(text);
        expect(new URL(`http://odin/?area=${text}`).search).toBe(`?area=${text}`);
      }),
    );
  });

  it('never throws, and what it reads is written and read alike', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^(point|line|polygon|kept|feature):[-\d.,;!/~m a-z]{0,40}$/),
    );
    fc.assert(
      fc.property(odd, (text) => {
        const read = parseArea(text);
        if ('what' in read) {
          expect(read.mend).not.toBe('');
          return;
        }
        expect(readArea(writeArea(read))).toEqual(read);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads as people would write it', () => {
    const text = 'polygon:-2.2843,53.4301;-2.2711,53.4302;-2.2711,53.4398~250m~Sale Water Park';
    expect(readArea(text)).toEqual({
      subject: {
        kind: 'shape',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [-2.2843, 53.4301],
              [-2.2711, 53.4302],
              [-2.2711, 53.4398],
              [-2.2843, 53.4301],
            ],
          ],
        },
      },
      bufferM: 250,
      title: 'Sale Water Park',
    });
    expect(writeArea(readArea(text) as Area)).toBe(text);
  });

  it('keeps six decimals and writes no exponent', () => {
    const point = { type: 'Point' as const, coordinates: [-0.000_000_4, 53.123_456_78] };
    expect(writeArea({ subject: { kind: 'shape', geometry: point } })).toBe('point:0,53.123457');
    const near = { type: 'Point' as const, coordinates: [0.000_001, 50] };
    expect(writeArea({ subject: { kind: 'shape', geometry: near } })).toBe('point:0.000001,50');
  });

  it('closes rings and drops repeated corners', () => {
    const doubled = 'polygon:-2,53;-2,53;-2.1,53;-2.1,53.1;-2,53';
    const read = readArea(doubled) as Area;
    expect(writeArea(read)).toBe('polygon:-2,53;-2.1,53;-2.1,53.1');
    expect(settleShape({ type: 'Polygon', coordinates: [[]] })).toEqual({
      type: 'Polygon',
      coordinates: [[]],
    });
  });

  it.each([
    ['', 'Begin with point:'],
    ['circle:-2,53', 'Begin with point:'],
    ['polygon:-2,53;-2.1,53', 'needs three corners'],
    ['polygon:-2,53;-2,53;-2,53;-2,53', 'needs three corners'],
    ['line:-2,53', 'needs two positions'],
    ['line:-2,53;-2.1,53!-2,53;-2,54', 'Only a polygon has holes'],
    ['point:-2,53/-2,54', 'Points are parted by ;'],
    ['point:53.4,-2.2,7', 'not a position'],
    ['point:-2,153', 'not a position'],
    ['point:-2e0,53', 'not a position'],
    ['point:,53', 'not a position'],
    ['point:-2,53~0m', 'buffer'],
    ['point:-2,53~9999m', 'buffer'],
    ['point:-2,53~near', 'buffer'],
    [`point:-2,53~~${'x'.repeat(121)}`, 'title'],
    ['point:-2,53~~a\nb', 'title'],
    ['kept:../../etc/passwd', 'names nothing'],
    ['feature:<script>', 'names nothing'],
    [`point:${'-2,53;'.repeat(2_000)}-2,53`, 'POST /api/areas'],
    [`line:${Array.from({ length: 201 }, (_, at) => `-2.${at},53`).join(';')}`, 'POST /api/areas'],
  ])('refuses %j and says how to mend it', (text, words) => {
    const read = parseArea(text);
    expect('what' in read && `${read.what} ${read.mend}`).toContain(words);
    expect(readArea(text)).toBeUndefined();
  });

  it('knows what is too long for an address', () => {
    const many = Array.from({ length: 150 }, (_, at) => [
      -(2_123_456 + at * 1e3) / 1e6,
      53.123_456,
    ]);
    const long: Area = {
      subject: { kind: 'shape', geometry: { type: 'LineString', coordinates: many } },
    };
    expect(writeArea(long).length).toBeGreaterThan(AREA_TEXT_MOST);
    expect(fitsAddress(long)).toBe(false);
    expect(readArea(writeArea(long))).toEqual(long);
  });
});
