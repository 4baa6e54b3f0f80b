import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeWkt, readWkt } from './wkt.ts';

describe('readWkt()', () => {
  it.each([
    ['POINT (1 2)', { type: 'Point', coordinates: [1, 2] }],
    ['point(1.5 -2e1)', { type: 'Point', coordinates: [1.5, -20] }],
    ['POINT Z (1 2 3)', { type: 'Point', coordinates: [1, 2, 3] }],
    ['POINTZ(1 2 3)', { type: 'Point', coordinates: [1, 2, 3] }],
    ['POINT M (1 2 9)', { type: 'Point', coordinates: [1, 2] }],
    ['POINT ZM (1 2 3 9)', { type: 'Point', coordinates: [1, 2, 3] }],
    [
      'LINESTRING (1 2, 3 4)',
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'MULTIPOINT (1 2, 3 4)',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'MULTIPOINT ((1 2), (3 4))',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [4, 0],
            [4, 4],
            [0, 0],
          ],
          [
            [1, 1],
            [2, 1],
            [2, 2],
            [1, 1],
          ],
        ],
      },
    ],
    [
      'MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))',
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [4, 0],
              [4, 4],
              [0, 0],
            ],
          ],
        ],
      },
    ],
    [
      'GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))',
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [1, 2] },
          {
            type: 'LineString',
            coordinates: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
      },
    ],
  ])('reads %s', (text, geometry) => {
    expect(readWkt(text)).toEqual({ geometry });
  });

  it('reads the SRID of EWKT', () => {
    const geometry = { type: 'Point', coordinates: [-3.9, 51.7] };
    expect(readWkt('SRID=4326;POINT(-3.9 51.7)')).toEqual({ geometry, srid: 4326 });
  });

  it('says that EMPTY is no geometry', () => {
    expect(readWkt('POINT EMPTY')).toEqual({});
    expect(readWkt('MULTIPOLYGON EMPTY')).toEqual({});
  });

  it.each([
    '',
    'POINT',
    'POINT (1)',
    'POINT (1 2',
    'POINT (1 2) x',
    'POINT (1 2 3 4 5)',
    'POINT (a b)',
    'POLYGON ((0 0, 1 1)',
    'CIRCULARSTRING (0 0, 1 1, 2 0)',
    `${'GEOMETRYCOLLECTION ('.repeat(20)}POINT (1 2)${')'.repeat(20)}`,
  ])('refuses %j', (text) => {
    expect(readWkt(text)).toBeUndefined();
  });

  it('never throws, whatever the cell holds', () => {
    const words = fc.constantFrom(
      'POINT',
      'POLYGON',
      ' ',
      '(',
      ')',
      ',',
      '1',
      '-2.5',
      'Z',
      'EMPTY',
      'SRID=1;',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 30 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (cell) => {
        looksLikeWkt(cell);
        readWkt(cell);
      }),
    );
  });

  it('reads back every vertex of a line', () => {
    const position = fc.tuple(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(fc.array(position, { minLength: 1 }), (line) => {
        const text = `LINESTRING (${line.map(([x, y]) => `${x} ${y}`).join(', ')})`;
        expect(readWkt(text)?.geometry).toEqual({
          type: 'LineString',
          coordinates: line.map(([x, y]) => [x, Number(String(y))]),
        });
      }),
    );
  });
});
