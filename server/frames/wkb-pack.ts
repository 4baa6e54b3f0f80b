import type { Geometry } from 'geojson';
import { writeWkb } from './wkb.ts';

/** Bytes of a point of two coordinates: byte order, kind, two 64-bit floats. */
const POINT_BYTES = 21;
const POINT = 1;

/** Geometries as WKB, one after the other, and the byte each ends at: where the one before does, for none. */
export type PackedWkb = { readonly bytes: Uint8Array; readonly ends: Uint32Array };

/** Pack geometries as `writeWkb` writes them. Most are points, and those are written where they belong at once. */
export function packWkb(geometries: readonly (Geometry | undefined)[]): PackedWkb {
  const parts: Uint8Array[] = [];
  const ends = new Uint32Array(geometries.length);
  const points = new DataView(new ArrayBuffer(geometries.length * POINT_BYTES));
  let [from, to, end] = [0, 0, 0];
  const putPoints = (): void => {
    if (to > from) parts.push(new Uint8Array(points.buffer, from, to - from));
    from = to;
  };
  for (const [index, geometry] of geometries.entries()) {
    if (geometry?.type === 'Point' && geometry.coordinates.length === 2) {
      putPoint(points, to, geometry.coordinates);
      to += POINT_BYTES;
      end += POINT_BYTES;
    } else if (geometry) {
      putPoints();
      const part = writeWkb(geometry);
      parts.push(part);
      end += part.length;
    }
    ends[index] = end;
  }
  putPoints();
  const [only] = parts;
  return { bytes: parts.length === 1 && only ? only : Buffer.concat(parts, end), ends };
}

function putPoint(into: DataView, at: number, [x, y]: readonly number[]): void {
  into.setUint8(at, 1);
  into.setUint32(at + 1, POINT, true);
  into.setFloat64(at + 5, x ?? Number.NaN, true);
  into.setFloat64(at + 13, y ?? Number.NaN, true);
}
