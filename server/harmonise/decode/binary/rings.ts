import type { MultiPolygon, Polygon, Position } from 'geojson';

type Ring = Position[];

/**
 * Put loose rings together as polygons: clockwise rings are outlines, the others holes of the smallest
 * outline round them. Where nothing is clockwise the rings are taken the other way round; a hole with
 * no outline round it becomes a polygon of its own.
 */
export function nestRings(rings: readonly Ring[]): Polygon | MultiPolygon {
  const measured = rings.map((ring) => ({ ring, area: signedArea(ring), holes: [] as Ring[] }));
  const isClockwise = measured.some(({ area }) => area < 0);
  const isOutline = ({ area }: { area: number }) => (isClockwise ? area <= 0 : area >= 0);
  const outlines = measured.filter(isOutline);
  const holes = measured.filter((one) => !isOutline(one));
  const lost: typeof measured = [];
  for (const hole of holes) {
    const home = homeOf(hole.ring, outlines);
    if (home) home.holes.push(hole.ring);
    else lost.push(hole);
  }
  const polygons = [...outlines, ...lost].map(({ ring, holes: own }) => [ring, ...own]);
  const [only] = polygons;
  return polygons.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/**
 * Put loose rings together by what lies in what, whichever way they turn: a ring in an even number of
 * others is an outline, in an odd number a hole of the smallest round it.
 */
export function nestByPlace(rings: readonly Ring[]): Polygon | MultiPolygon {
  const measured = rings
    .map((ring) => ({ ring, area: Math.abs(signedArea(ring)), holes: [] as Ring[], depth: 0 }))
    .sort((a, b) => b.area - a.area);
  for (const [index, one] of measured.entries()) {
    const round = measured.slice(0, index).filter((other) => isInside(one.ring, other.ring));
    one.depth = round.length;
    if (one.depth % 2 === 1) round.findLast(({ depth }) => depth % 2 === 0)?.holes.push(one.ring);
  }
  const polygons = measured
    .filter(({ depth }) => depth % 2 === 0)
    .map(({ ring, holes }) => [ring, ...holes]);
  const [only] = polygons;
  return polygons.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

type Outline = { readonly ring: Ring; readonly area: number; readonly holes: Ring[] };

function homeOf(hole: Ring, outlines: readonly Outline[]): Outline | undefined {
  if (outlines.length === 1) return outlines[0];
  let home: Outline | undefined;
  for (const outline of outlines) {
    if (home && Math.abs(outline.area) >= Math.abs(home.area)) continue;
    if (isInside(hole, outline.ring)) home = outline;
  }
  return home;
}

/** Positive when the ring turns anticlockwise (x to the right, y up). */
export function signedArea(ring: Ring): number {
  let sum = 0;
  // Relative to the first position: national grid figures would swamp the sum.
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  for (let at = 1; at < ring.length; at += 1) {
    const [ax = 0, ay = 0] = ring[at - 1] ?? [];
    const [bx = 0, by = 0] = ring[at] ?? [];
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum / 2;
}

/** True when most of the first positions of `inner` lie inside `outer`: shared corners decide nothing. */
function isInside(inner: Ring, outer: Ring): boolean {
  const tried = inner.slice(0, 5);
  const inside = tried.filter(([x = 0, y = 0]) => contains(outer, x, y)).length;
  return inside * 2 > tried.length || (inside > 0 && tried.length <= 2);
}

function contains(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let at = 1; at < ring.length; at += 1) {
    const [ax = 0, ay = 0] = ring[at - 1] ?? [];
    const [bx = 0, by = 0] = ring[at] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
