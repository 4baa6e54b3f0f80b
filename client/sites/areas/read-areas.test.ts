import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptArea } from '#data/schema/kept-area.ts';
import { AREAS_MOST, areaOf, areasOfFile, areFaults, readAreas, textOrKeep } from './read-areas.ts';

const noGrid = () => undefined;
const SQUARE = 'POLYGON((-2.3 53.5,-2.29 53.5,-2.29 53.51,-2.3 53.51,-2.3 53.5))';

describe('readAreas()', () => {
  it('reads one area a line, each in its own notation', () => {
    const read = readAreas(
      `${SQUARE}\n\npolygon:-2.2,53.4;-2.1,53.4;-2.1,53.5\n-2.25,53.48`,
      noGrid,
    );
    if (areFaults(read)) throw new TypeError(read[0]?.what);
    expect(read.map(({ line, geometry }) => `${line} ${geometry.type}`)).toEqual([
      '1 Polygon',
      '3 Polygon',
      '4 Point',
    ]);
  });

  it('reads GeoJSON over many lines as one', () => {
    const shape = {
      type: 'Polygon',
      coordinates: [
        [
          [-2.3, 53.5],
          [-2.2, 53.5],
          [-2.2, 53.6],
          [-2.3, 53.5],
        ],
      ],
    };
    expect(readAreas(JSON.stringify(shape, undefined, 2), noGrid)).toHaveLength(1);
  });

  it('says which line is wrong', () => {
    const read = readAreas(`${SQUARE}\nhere`, noGrid);
    expect(read[0]).toMatchObject({ line: 2 });
    expect(areFaults(read)).toBe(true);
  });

  it('takes no more than an address carries', () => {
    const lines = Array.from({ length: AREAS_MOST + 1 }, () => '-2.25,53.48').join('\n');
    expect(areFaults(readAreas(lines, noGrid))).toBe(true);
    expect(areFaults(readAreas('', noGrid))).toBe(true);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readAreas(text, noGrid)));
  });
});

it('areaOf() gives a point ground, and a boundary none besides its own', () => {
  expect(areaOf({ type: 'Point', coordinates: [-2.2, 53.4] }).bufferM).toBeGreaterThan(0);
  expect(areaOf({ type: 'Polygon', coordinates: [] })).not.toHaveProperty('bufferM');
});

it('areasOfFile() tells each shape of a file apart, and gives ground to what has none', () => {
  const kept = { id: 'a', text: 'kept:a', bounds: [0, 0, 0, 0], corners: 4, notes: [], issues: [] };
  const whole = { ...kept, geometry: { type: 'Polygon', coordinates: [] } } as unknown as KeptArea;
  expect(areasOfFile({ ...whole, areaM2: 9 })).toEqual(['kept:a']);
  expect(areasOfFile(whole)).toEqual(['kept:a~50m']);
  const parts = [{ text: 'kept:b', areaM2: 5 }, { text: 'kept:c' }];
  expect(areasOfFile({ ...whole, areaM2: 9, parts })).toEqual(['kept:b', 'kept:c~50m']);
});

it('textOrKeep() lets the server keep what is too long for an address', () => {
  const ring = Array.from({ length: 400 }, (_, at) => [-2.2 + at / 1e4, 53.4 + (at % 7) / 1e4]);
  const [first = []] = ring;
  expect(textOrKeep(areaOf({ type: 'Polygon', coordinates: [[...ring, first]] }))).toHaveProperty(
    'keep',
  );
  const few = areaOf({ type: 'Polygon', coordinates: [ring.slice(0, 8)] });
  expect(textOrKeep(few)).toHaveProperty('text');
  expect(textOrKeep(few, AREAS_MOST)).toHaveProperty('keep');
  expect(textOrKeep(areaOf({ type: 'Point', coordinates: [-2.2, 53.4] }))).toEqual({
    text: 'point:-2.2,53.4~50m',
  });
});
