import type { Position } from 'geojson';
import { boundsOf } from '#data/schema/geometry.ts';
import type { SiteMapView } from './report.ts';

/** Size of a picture, px. */
export type Size = { readonly width: number; readonly height: number };

/** Twice as wide as high, so that it leaves room on the first page; nearly square, for phones. */
export const WIDE: Size = { width: 760, height: 360 };
export const NARROW: Size = { width: 400, height: 380 };

/** Room kept free round what must be seen, px: labels stand in it. */
const MARGIN_PX = 46;

/** Farthest a line may run to widen the picture, metres; what lies beyond is told in words. */
const WIDEST_M = 4_500;

/** Metres in a degree of latitude, near enough for a picture. */
const DEGREE_M = 111_260;

export type Pixel = readonly [x: number, y: number];

/** Where things stand in the picture. */
export type Frame = Size & {
  readonly project: (position: Position) => Pixel;
  readonly metresPerPx: number;
  /** True of a position well inside the picture. */
  readonly holds: (position: readonly number[]) => boolean;
};

/** A frame that holds the site, its ring, and the ends of lines that are not too far. */
export function frameOf(
  { site, ring, at, lines }: SiteMapView,
  ringM: number,
  { width, height }: Size,
): Frame {
  const [lng, lat] = at;
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const metres = ([x = 0, y = 0]: readonly number[]): Pixel => [
    (x - lng) * squeeze * DEGREE_M,
    (lat - y) * DEGREE_M,
  ];
  const [west = lng, south = lat, east = lng, north = lat] = boundsOf(ring ?? site) ?? [];
  const near = lines.filter((line) => line.metres <= WIDEST_M).map(({ to }) => metres(to));
  const corners = [metres([west, south]), metres([east, north]), ...near];
  const reach = ring ? 0 : ringM;
  const xs = [-reach, reach, ...corners.map(([x]) => x)];
  const ys = [-reach, reach, ...corners.map(([, y]) => y)];
  const [left, right, top, bottom] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ];
  const scale = Math.min(
    (width - (width < 500 ? 2 : 4) * MARGIN_PX) / (right - left),
    (height - 2 * MARGIN_PX) / (bottom - top),
  );
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  const project = (position: Position): Pixel => {
    const [x, y] = metres(position);
    return [width / 2 + (x - middleX) * scale, height / 2 + (y - middleY) * scale];
  };
  return {
    ...{ width, height },
    project,
    metresPerPx: 1 / scale,
    holds(position) {
      const [x, y] = project([...position]);
      return x > 8 && y > 8 && x < width - 8 && y < height - 8;
    },
  };
}
