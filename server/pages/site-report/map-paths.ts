import type { Geometry, Position } from 'geojson';
import type { Frame, Pixel, Size } from './map-frame.ts';

/** Pixels from the picture beyond which a position need not be exact. */
const AFAR_PX = 200;

/** Runs and rings as a path; corners closer than half a pixel are left out, what is far outside too. */
export function pathOf(geometry: Geometry, frame: Frame): string {
  switch (geometry.type) {
    case 'LineString':
      return runOf(geometry.coordinates, frame, '');
    case 'MultiLineString':
      return geometry.coordinates.map((run) => runOf(run, frame, '')).join('');
    case 'Polygon':
      return geometry.coordinates.map((ring) => runOf(ring, frame, 'Z')).join('');
    case 'MultiPolygon':
      return geometry.coordinates
        .flat()
        .map((ring) => runOf(ring, frame, 'Z'))
        .join('');
    case 'GeometryCollection':
      return geometry.geometries.map((part) => pathOf(part, frame)).join('');
    default:
      return '';
  }
}

/** Which side of the picture a pixel lies off, as bits; 0 inside it. */
const sideOf = ([x, y]: Pixel, { width, height }: Size): number =>
  (x < -AFAR_PX ? 1 : x > width + AFAR_PX ? 2 : 0) |
  (y < -AFAR_PX ? 4 : y > height + AFAR_PX ? 8 : 0);

/** Of a stretch that lies off one and the same side only its ends are kept: it cannot cross the picture. */
function runOf(positions: readonly Position[], frame: Frame, end: string): string {
  const pixels = positions.map(frame.project);
  let path = '';
  let last: Pixel | undefined;
  let isSeen = false;
  for (const [at, pixel] of pixels.entries()) {
    const side = sideOf(pixel, frame);
    isSeen ||= side === 0 || (last !== undefined && (side & sideOf(last, frame)) === 0);
    const [before, after] = [pixels[at - 1], pixels[at + 1]];
    const isAfar = before && after && (side & sideOf(before, frame) & sideOf(after, frame)) !== 0;
    const isSame = last && Math.abs(pixel[0] - last[0]) < 0.5 && Math.abs(pixel[1] - last[1]) < 0.5;
    if (isAfar || isSame) continue;
    path += `${last ? 'L' : 'M'}${pixel[0].toFixed(1)} ${pixel[1].toFixed(1)}`;
    last = pixel;
  }
  // a ring none of whose sides comes near may still hold the whole picture
  return isSeen || end === 'Z' ? path + end : '';
}

/** A round dot, by a round line cap on a line of no length. */
export function dotsOf(at: readonly number[], { project }: Frame): string {
  const [x, y] = project([...at]);
  return `M${x.toFixed(1)} ${y.toFixed(1)}h0`;
}
