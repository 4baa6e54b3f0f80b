import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { read } from './testing/read.ts';

/** A drawing of entities written as `code value code value …`, a line each. */
function drawing(...entities: readonly string[]): string {
  const pairs = ['0 SECTION 2 ENTITIES', ...entities, '0 ENDSEC 0 EOF'].join(' ');
  return `${pairs.split(' ').join('\n')}\n`;
}
const readOne = (...entities: readonly string[]) => read(drawing(...entities), 'a.dxf');
const geometryOf = (...entities: readonly string[]) =>
  readOne(...entities).records[0]?.geometry ?? undefined;
const lineOf = (geometry: Geometry | undefined): Position[] =>
  geometry?.type === 'LineString' ? geometry.coordinates : [];
const rounded = (place: Position | undefined) =>
  place?.map((value) => Math.round(value * 1e6) / 1e6 + 0);

describe('decodeDxf()', () => {
  it('reads hatches as areas, an inner boundary as a hole, as GDAL writes polygons', () => {
    const square = '92 2 72 0 73 1 93 4 10 0 20 0 10 9 20 0 10 9 20 9 10 0 20 9 97 0';
    const hole = '92 2 72 0 73 1 93 4 10 1 20 1 10 2 20 1 10 2 20 2 10 1 20 1 97 0';
    const seed = '75 0 76 1 98 1 10 5 20 5';
    expect(geometryOf(`0 HATCH 8 ZONES 10 0 20 0 91 2 ${square} ${hole} ${seed}`)).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [9, 0],
          [9, 9],
          [0, 9],
          [0, 0],
        ],
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 1],
        ],
      ],
    });
  });

  it('joins the edges of a hatch, lines and arcs, whichever way they were drawn', () => {
    const edges =
      '93 3 72 1 10 0 20 0 11 100 21 0 72 2 10 0 20 0 40 100 50 0 51 90 73 1 72 1 10 0 20 0 11 0 21 100';
    const area = geometryOf(`0 HATCH 91 1 92 1 ${edges} 97 0 75 0`);
    const [ring = []] = area?.type === 'Polygon' ? area.coordinates : [];
    expect(rounded(ring[0])).toEqual(rounded(ring.at(-1)));
    const corner = ring.filter(([x = 0, y = 0]) => Math.hypot(x, y) < 1e-9);
    const onArc = ring.filter(([x = 0, y = 0]) => Math.abs(Math.hypot(x, y) - 100) < 1e-9);
    expect(corner).toHaveLength(1);
    expect(onArc).toHaveLength(ring.length - 1);
  });

  it('reads ellipses and splines as lines that begin and end where they do', () => {
    const half = lineOf(
      geometryOf('0 ELLIPSE 10 0 20 0 11 50 21 0 40 0.5 41 0 42 1.5707963267948966'),
    );
    expect([half[0], half.at(-1)].map(rounded)).toEqual([
      [50, 0],
      [0, 25],
    ]);
    const knots = '40 0 40 0 40 0 40 0 40 1 40 1 40 1 40 1';
    const spline = lineOf(
      geometryOf(`0 SPLINE 70 8 71 3 ${knots} 10 0 20 0 10 0 20 4 10 4 20 4 10 4 20 0`),
    );
    expect([spline[0], spline[16], spline.at(-1)]).toEqual([
      [0, 0],
      [2, 3],
      [4, 0],
    ]);
  });

  it('tells of a spline whose knots do not fit', () => {
    const found = readOne('0 SPLINE 71 3 40 0 40 1 10 0 20 0 10 1 20 1');
    expect(found.codes).toEqual(['geom.parse-failed']);
  });

  it('turns what was drawn in a plane seen from below', () => {
    expect(geometryOf('0 LWPOLYLINE 70 1 10 -1 20 0 10 -9 20 0 10 -9 20 9 230 -1')).toEqual({
      type: 'LineString',
      coordinates: [
        [1, 0],
        [9, 0],
        [9, 9],
        [1, 0],
      ],
    });
  });

  it('gives the attributes of a block as its text', () => {
    const found = readOne(
      '0 INSERT 8 COL 2 LAMP 10 1 20 2 0 ATTRIB 1 L101 2 REF 0 ATTRIB 1 LED 2 LAMP 0 SEQEND',
    );
    expect(found.records).toMatchObject([
      {
        values: ['COL', 'INSERT', null, 'LAMP', 'REF: L101; LAMP: LED'],
        geometry: { type: 'Point' },
      },
    ]);
    expect(found.issues).toEqual([]);
  });
});
