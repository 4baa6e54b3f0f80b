import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { expect, it } from 'vitest';
import { readWkb, writeWkb } from './wkb.ts';
import { packWkb } from './wkb-pack.ts';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const geometryOf = (size: 2 | 3): fc.Arbitrary<Geometry> => {
  const position: fc.Arbitrary<Position> = fc.array(number, { minLength: size, maxLength: size });
  const line = fc.array(position, { maxLength: 6 });
  const polygon = fc.array(line, { maxLength: 3 });
  const several = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });
  const single = fc.oneof(
    position.map((coordinates): Geometry => ({ type: 'Point', coordinates })),
    line.map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
    polygon.map((coordinates): Geometry => ({ type: 'Polygon', coordinates })),
    several(position).map((coordinates): Geometry => ({ type: 'MultiPoint', coordinates })),
    several(line).map((coordinates): Geometry => ({ type: 'MultiLineString', coordinates })),
    several(polygon).map((coordinates): Geometry => ({ type: 'MultiPolygon', coordinates })),
  );
  return fc.oneof(
    single,
    several(single).map((geometries): Geometry => ({ type: 'GeometryCollection', geometries })),
  );
};

it('readWkb() gives back what writeWkb() was given, to the last bit', () => {
  fc.assert(
    fc.property(geometryOf(2), (geometry) => {
      expect(readWkb(writeWkb(geometry))).toEqual(geometry);
    }),
  );
});

it('writeWkb() keeps heights when every position has one', () => {
  const line: Geometry = {
    type: 'LineString',
    coordinates: [
      [-2.1, 53.4, 81.5],
      [-2.2, 53.5, 90],
    ],
  };
  expect(readWkb(writeWkb(line))).toEqual(line);
  const mixed: Geometry = {
    type: 'LineString',
    coordinates: [
      [-2.1, 53.4, 81.5],
      [-2.2, 53.5],
    ],
  };
  expect(readWkb(writeWkb(mixed))).toEqual({
    type: 'LineString',
    coordinates: [
      [-2.1, 53.4],
      [-2.2, 53.5],
    ],
  });
});

it('writeWkb() writes a point as the standard does', () => {
  expect(writeWkb({ type: 'Point', coordinates: [1, 2] }).toString('hex')).toBe(
    '0101000000000000000000f03f0000000000000040',
  );
});

it('readWkb() answers any bytes with a geometry or a RangeError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        expect(readWkb(bytes).type).toBeTypeOf('string');
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
});

it('packWkb() writes geometries of all kinds as writeWkb() does, one after the other', () => {
  const some = fc.option(fc.oneof(geometryOf(2), geometryOf(3)), { nil: undefined });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), (geometries) => {
      const { bytes, ends } = packWkb(geometries);
      const parts = geometries.map((each) => (each ? writeWkb(each) : Buffer.alloc(0)));
      expect(Buffer.from(bytes).equals(Buffer.concat(parts))).toBe(true);
      let end = 0;
      expect([...ends]).toEqual(parts.map((part) => (end += part.length)));
    }),
  );
});
