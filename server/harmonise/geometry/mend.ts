import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { findCrossing } from './crossing.ts';
import { signedArea } from './shape.ts';

/** A valid geometry made of an invalid one. */
export type Mended = {
  readonly geometry: Polygon | MultiPolygon;
  /** Share by which the area differs from the published one, 0 for a mere touch. */
  readonly areaChange: number;
};

/** More crossings than this in one ring are no slip of the mouse: left as published. */
const MOST_CROSSINGS = 100;

type Ring = Position[];
type Loop = { readonly ring: Ring; readonly area: number };

/**
 * Make a self-touching or self-crossing polygon valid: its rings are parted where they meet
 * themselves, crossings get a vertex, and the parts become polygons and holes by how they are wound.
 * No published vertex is dropped.
 *
 * @param geometry rings closed and wound by RFC 7946 (see `tidy`)
 * @returns undefined when that does not give a valid geometry beyond doubt: leave it as published
 */
export function mend(geometry: Polygon | MultiPolygon): Mended | undefined {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const mended: Ring[][] = [];
  let before = 0;
  let after = 0;
  for (const rings of polygons) {
    const parts = findCrossing({ type: 'Polygon', coordinates: rings }) ? part(rings) : [rings];
    if (!parts) return undefined;
    mended.push(...parts);
    before += areaOf(rings);
    after += parts.reduce((sum, rings) => sum + areaOf(rings), 0);
  }
  const [only] = mended;
  if (!only) return undefined;
  return {
    geometry:
      mended.length === 1
        ? { type: 'Polygon', coordinates: only }
        : { type: 'MultiPolygon', coordinates: mended },
    areaChange: Math.abs(after - before) / Math.max(Math.abs(before), Number.MIN_VALUE),
  };
}

/** Outer ring less its holes, whichever way they are wound. */
const areaOf = ([outer = [], ...holes]: readonly Ring[]): number =>
  Math.abs(signedArea(outer)) - holes.reduce((sum, hole) => sum + Math.abs(signedArea(hole)), 0);

/** The polygons that the loops of one polygon's rings make; undefined unless all of them are valid. */
function part([outer = [], ...holes]: readonly Ring[]): Ring[][] | undefined {
  const outerLoops = loopsOf(outer);
  const holeLoops = holes.map(loopsOf);
  if (!outerLoops || holeLoops.includes(undefined)) return undefined;
  const solid = outerLoops.filter(({ area }) => area > 0);
  const gaps: Ring[] = holeLoops.flatMap((loops) => loops ?? []).map(({ ring }) => ring);
  for (const loop of outerLoops.filter(({ area }) => area < 0)) {
    // wound the other way: a hole if it lies in a part, else the far half of a bow-tie
    if (solid.some(({ ring }) => lies(loop.ring, ring))) gaps.push(loop.ring);
    else solid.push({ ring: loop.ring.toReversed(), area: -loop.area });
  }
  const polygons = solid.map(({ ring }) => [ring]);
  for (const gap of gaps) {
    const home = polygons.find(([ring = []]) => lies(gap, ring));
    if (!home) return undefined;
    home.push(signedArea(gap) > 0 ? gap.toReversed() : gap);
  }
  return areSound(polygons) ? polygons : undefined;
}

/** Each polygon valid, none inside another: what is drawn is what is meant. */
function areSound(polygons: readonly Ring[][]): boolean {
  return polygons.every(
    (rings, i) =>
      !findCrossing({ type: 'Polygon', coordinates: rings }) &&
      polygons.every((other, j) => i === j || !lies(rings[0] ?? [], other[0] ?? [])),
  );
}

/** True when a ring lies inside another, by its first vertex that is not the other's own. */
function lies(ring: Ring, within: Ring): boolean {
  const own = new Set(within.map(keyOf));
  const probe = ring.find((position) => !own.has(keyOf(position))) ?? ring[0] ?? [];
  const [x = 0, y = 0] = probe;
  let inside = false;
  for (let i = 1; i < within.length; i++) {
    const [x1 = 0, y1 = 0] = within[i - 1] as Position;
    const [x2 = 0, y2 = 0] = within[i] as Position;
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

const keyOf = ([x, y]: Position): string => `${x},${y}`;

/** The simple loops of a closed ring, parted at every vertex it visits twice; undefined for spikes. */
function loopsOf(ring: Ring): Loop[] | undefined {
  const noded = withCrossings(ring);
  if (!noded) return undefined;
  const loops: Loop[] = [];
  const path: Position[] = [];
  const seen = new Map<string, number>();
  for (const position of noded) {
    const key = keyOf(position);
    const start = seen.get(key) ?? path.length;
    // a vertex repeated at once is a visit, not a way round
    if (start < path.length - 1) {
      const loop = [...path.splice(start), position];
      for (const left of loop) seen.delete(keyOf(left));
      loops.push({ ring: loop, area: signedArea(loop) });
    }
    seen.set(key, path.length);
    path.push(position);
  }
  const complete = path.length === 1 && loops.every(({ area }) => area !== 0);
  return complete ? loops : undefined;
}

/** The ring with a vertex put in wherever two of its edges cross; undefined when there are too many. */
function withCrossings(ring: Ring): Ring | undefined {
  const count = ring.length - 1;
  const index = new Flatbush(Math.max(1, count));
  const end = (i: number, axis: 0 | 1) => ring[i]?.[axis] ?? 0;
  const box = (i: number): [number, number, number, number] => [
    Math.min(end(i, 0), end(i + 1, 0)),
    Math.min(end(i, 1), end(i + 1, 1)),
    Math.max(end(i, 0), end(i + 1, 0)),
    Math.max(end(i, 1), end(i + 1, 1)),
  ];
  for (let i = 0; i < Math.max(1, count); i++) index.add(...box(i));
  index.finish();
  const cuts = new Map<number, { readonly along: number; readonly position: Position }[]>();
  let found = 0;
  for (let i = 0; i < count; i++) {
    for (const j of index.search(...box(i), (edge) => edge > i)) {
      const crossing = crossingOf(ring, i, j);
      if (!crossing) continue;
      if (++found > MOST_CROSSINGS) return undefined;
      const { position } = crossing;
      cuts.set(i, [...(cuts.get(i) ?? []), { along: crossing.alongI, position }]);
      cuts.set(j, [...(cuts.get(j) ?? []), { along: crossing.alongJ, position }]);
    }
  }
  return ring.flatMap((position, i) => [
    position,
    ...(cuts.get(i) ?? []).sort((a, b) => a.along - b.along).map((cut) => cut.position),
  ]);
}

/** Where two edges cross inside both, and how far along each. */
function crossingOf(
  ring: Ring,
  i: number,
  j: number,
): { position: Position; alongI: number; alongJ: number } | undefined {
  const [ax = 0, ay = 0] = ring[i] ?? [];
  const [bx = 0, by = 0] = ring[i + 1] ?? [];
  const [cx = 0, cy = 0] = ring[j] ?? [];
  const [dx = 0, dy = 0] = ring[j + 1] ?? [];
  const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (across === 0) return undefined;
  const alongI = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across;
  const alongJ = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across;
  if (!(alongI > 0 && alongI < 1 && alongJ > 0 && alongJ < 1)) return undefined;
  return { position: [ax + alongI * (bx - ax), ay + alongI * (by - ay)], alongI, alongJ };
}
