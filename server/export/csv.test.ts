import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeatureShape } from '#server/store/rows.ts';
import { run } from '#tests/support/harmonise.ts';
import { csvHead, csvLine, writeWkt } from './csv.ts';

const LAYER = { featureType: 'digital/mast', crs: 'EPSG:4326' } as const;
const WRITING = {
  reproject: (geometry: FeatureShape['geometry']) => geometry,
  editionOf: () => undefined,
};

const mast = (name: string): FeatureShape => ({
  row: 1,
  edition: 1,
  key: 1,
  id: 'odin:mast/1',
  type: 'digital/mast',
  lifecycle: 'existing',
  point: [-2.25, 53.5],
  bounds: [-2.25, 53.5, -2.25, 53.5],
  attributes: { name },
  layer: 'masts',
  line: 2,
  geometry: { type: 'Point', coordinates: [-2.25, 53.5] },
  placement: { crs: 'EPSG:4326', transform: 'none', from: 'columns' } as never,
});

describe('csvLine', () => {
  it('reads back as the text it was, whatever the text, but for the mark against formulas', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const line = csvLine(mast(name), LAYER, WRITING);
        const quoted = /(?:^|,)("(?:[^"]|"")*"|[^,\r\n]*)/gu;
        const cells = [...line.slice(0, -2).matchAll(quoted)].map(([, cell = '']) =>
          cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
        );
        const index = csvHead(LAYER).trim().split(',').indexOf('name');
        expect(cells[index]).toBe(
          /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/.test(name) ? `'${name}` : name,
        );
      }),
    );
  });

  it('is a table that ODIN itself reads again', () => {
    const text = csvHead(LAYER) + csvLine(mast('Old “Mill”, east'), LAYER, WRITING);
    const [again] = run('masts.csv', text, { type: 'digital/mast' }).features;
    expect(again?.attributes).toMatchObject({ name: 'Old “Mill”, east' });
    expect(again?.geometry).toEqual({ type: 'Point', coordinates: [-2.25, 53.5] });
  });

  it('gives a spreadsheet no formula to run, in wide letters neither', () => {
    for (const sign of ['＝', '＋', '－', '＠']) {
      expect(csvLine(mast(`${sign}1+1`), LAYER, WRITING)).toContain(`,'${sign}1+1,`);
    }
    expect(csvLine(mast('=HYPERLINK("http://x")'), LAYER, WRITING)).toContain(
      `"'=HYPERLINK(""http://x"")"`,
    );
  });
});

describe('writeWkt', () => {
  it('writes every kind of geometry', () => {
    expect(
      writeWkt({
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        ],
      }),
    ).toBe('MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))');
    expect(
      writeWkt({
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 2],
        ],
      }),
    ).toBe('LINESTRING (0 0, 1 2)');
    expect(writeWkt({ type: 'Point', coordinates: [3, 4] })).toBe('POINT (3 4)');
    expect(
      writeWkt({
        type: 'GeometryCollection',
        geometries: [{ type: 'MultiPoint', coordinates: [[1, 2]] }],
      }),
    ).toBe('GEOMETRYCOLLECTION (MULTIPOINT (1 2))');
  });
});
