import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWgs84 } from '#data/geodesy/ostn15.ts';
import { unpackGrid } from '#data/geodesy/packed-grid.ts';
import { JOININGS, readCoordinates } from './read-coordinates.ts';

const packed = readFileSync(new URL('../../../data/geodesy/ostn15.bin.gz', import.meta.url));
const grid = unpackGrid(packed);
const fromGrid = (easting: number, northing: number) => toWgs84(grid, easting, northing);
const read = (text: string, joining: (typeof JOININGS)[number] = 'number') =>
  readCoordinates(text, fromGrid, joining);

describe('readCoordinates()', () => {
  it('reads each line in its own notation, and joins corners by their number', () => {
    const text = 'SJ 80900 92900\n381900, 392900\n53.42, -2.26\n';
    expect(read(text)).toMatchObject({ type: 'Polygon' });
    expect(read(text, 'line')).toMatchObject({ type: 'LineString' });
    expect(read('SJ 809 929')).toMatchObject({ type: 'Point' });
    expect(read('381900 392900\n382900 392900')).toMatchObject({ type: 'LineString' });
  });

  it('says which lines are wrong, and how to mend them', () => {
    expect(read('SJ 80900 92900\nsomewhere\n\n381900')).toMatchObject([
      { line: 2, where: 'somewhere' },
      { line: 4 },
    ]);
    expect(read('381900 392900\n382900 392900', 'polygon')).toMatchObject([
      { what: 'An area needs three corners.' },
    ]);
  });

  it('takes a ring that ends where it began, WKT and GeoJSON', () => {
    const ring = '381900 392900\n382900 392900\n382900 393900\n381900 392900';
    expect(read(ring)).toMatchObject({ type: 'Polygon', coordinates: [{ length: 4 }] });
    expect(read('POLYGON((-2.3 53.4, -2.2 53.4,\n -2.2 53.5, -2.3 53.4))')).toMatchObject({
      type: 'Polygon',
    });
    expect(read('{"type":"Point","coordinates":[-2.3,53.4]}')).toMatchObject({ type: 'Point' });
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...JOININGS), (text, joining) => {
        const answer = read(text, joining);
        expect(Array.isArray(answer) || 'type' in answer).toBe(true);
      }),
    );
  });
});
