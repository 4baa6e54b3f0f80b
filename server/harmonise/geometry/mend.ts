import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { type Bounds, boundsOf } from '#data/schema/geometry.ts';
import { findCrossing } from './crossing.ts';
import { findMisplaced } from './parts.ts';
import { signedArea } from './shape.ts';

/** A valid geometry made of an invalid one. */
export type Mended = {
  readonly geometry: Polygon | MultiPolygon;
  /** Spikes of no area were cut off. */
  readonly spikes: boolean;
};

/** More crossings than this in one ring are no slip of the mouse: left as published. */
const MOST_CROSSINGS = 100;

type Ring = Position[];
type Loop = { readonly ring: Ring; readonly area: number };

/**
 * Make a self-touching or self-crossing polygon valid: its rings are parted where they meet
 * themselves, crossings get a vertex, and the parts become polygons and holes by how they are wound.
 * No published vertex is dropped but the tips of spikes without area.
 *
 * @param geometry rings closed and wound by RFC 7946 (see `tidy`)
 * @returns undefined when that does not give a valid geometry beyond doubt: leave it as published
 */
export function mend(geometry: Polygon | MultiPolygon): Mended | undefined {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const mended: Ring[][] = [];
  const cut: Cut = { spikes: false };
  for (const rings of polygons) {
    const parts = isSound(rings) ? [rings] : part(rings, cut);
    if (!parts) return undefined;
    mended.push(...parts);
  }
  const [only] = mended;
  if (!only) return undefined;
  return {
    geometry:
      mended.length === 1
        ? { type: 'Polygon', coordinates: only }
        : { type: 'MultiPolygon', coordinates: mended },
    spikes: cut.spikes,
  };
}

type Cut = { spikes: boolean };

const isSound = (rings: Ring[]): boolean =>
  !findCrossing({ type: 'Polygon', coordinates: rings }) &&
  !findMisplaced({ type: 'Polygon', coordinates: rings });

/** The polygons that the loops of one polygon's rings make; undefined unless all of them are valid. */
function part([outer = [], ...holes]: readonly Ring[], cut: Cut): Ring[][] | undefined {
  const outerLoops = loopsOf(outer, cut);
  const holeLoops = holes.map((hole) => loopsOf(hole, cut));
  if (!outerLoops || holeLoops.includes(undefined)) return undefined;
  const solid = outerLoops.filter(({ area }) => area > 0);
  const gaps: Ring[] = holeLoops.flatMap((loops) => loops ?? []).map(({ ring }) => ring);
  for (const loop of outerLoops.filter(({ area }) => area < 0)) {
    // wound the other way: a hole if it lies in a part, else the far half of a bow-tie
    if (solid.some(({ ring }) => lies(loop.ring, ring))) gaps.push(loop.ring);
    else solid.push({ ring: loop.ring.toReversed(), area: -loop.area });
  }
  const polygons = solid.map(({ ring }) => [ring]);
  for (const gap of gaps) place(gap, polygons);
  return polygons.length > 0 && areSound(polygons) ? polygons : undefined;
}

/** Put a hole into the polygon it lies in; one outside all of them is an island put down as a hole. */
function place(gap: Ring, polygons: Ring[][]): void {
  const clockwise = signedArea(gap) < 0;
  const home = polygons.find(([ring = []]) => lies(gap, ring));
  if (home) home.push(clockwise ? gap : gap.toReversed());
  else polygons.push([clockwise ? gap.toReversed() : gap]);
}

/** Each polygon valid, none over another: what is drawn is what is meant. */
function areSound(polygons: Ring[][]): boolean {
  const whole: MultiPolygon = { type: 'MultiPolygon', coordinates: polygons };
  return !findCrossing(whole) && !findMisplaced(whole);
}

/** True when a ring lies inside another, by its first vertex that is not the other's own. */
function lies(ring: Ring, within: Ring): boolean {
  if (!isCovered(boxOf(ring), boxOf(within))) return false;
  const xs = new Set(within.map(([x]) => x));
  const isOwn = ([x, y]: Position) => xs.has(x) && within.some((at) => at[0] === x && at[1] === y);
  const probe = ring.find((position) => !isOwn(position)) ?? ring[0] ?? [];
  const [x = 0, y = 0] = probe;
  let inside = false;
  for (let i = 1; i < within.length; i++) {
    const [x1 = 0, y1 = 0] = within[i - 1] as Position;
    const [x2 = 0, y2 = 0] = within[i] as Position;
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

const boxes = new WeakMap<Ring, Bounds>();

function boxOf(ring: Ring): Bounds {
  const known = boxes.get(ring);
  if (known) return known;
  const box = boundsOf({ type: 'LineString', coordinates: ring }) ?? [0, 0, 0, 0];
  boxes.set(ring, box);
  return box;
}

const isCovered = (inner: Bounds, outer: Bounds): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

const keyOf = ([x, y]: Position): string => `${x},${y}`;

/** Longitudes that stand more than once: only vertices there can be one place visited twice. */
function repeatedIn(ring: Ring): ReadonlySet<number> {
  const seen = new Set<number>();
  const repeated = new Set<number>();
  for (const [x = 0] of ring) {
    if (seen.has(x)) repeated.add(x);
    else seen.add(x);
  }
  return repeated;
}

function forget(loop: Ring, seen: Map<string, number>, repeated: ReadonlySet<number>): void {
  for (const left of loop) if (repeated.has(left[0] as number)) seen.delete(keyOf(left));
}

/** The simple loops of a closed ring, parted at every vertex it visits twice; spikes are cut off. */
function loopsOf(ring: Ring, cut: Cut): Loop[] | undefined {
  const noded = withCrossings(ring);
  if (!noded) return undefined;
  const loops: Ring[] = [];
  const path: Position[] = [];
  const seen = new Map<string, number>();
  const repeated = repeatedIn(noded);
  for (const position of noded) {
    const key = repeated.has(position[0] as number) ? keyOf(position) : '';
    const start = seen.get(key) ?? path.length;
    // a vertex repeated at once is a visit, not a way round
    if (start < path.length - 1) {
      const loop = [...path.splice(start), position];
      forget(loop, seen, repeated);
      loops.push(loop);
    }
    if (key !== '') seen.set(key, path.length);
    path.push(position);
  }
  const measured = loops.map((loop) => ({ ring: loop, area: signedArea(loop) }));
  const solid = measured.filter(({ ring, area }) => area !== 0 && ring.length > 3);
  cut.spikes ||= solid.length < loops.length;
  return path.length === 1 && solid.length > 0 ? solid : undefined;
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
  // edges that share a corner do not cross, whatever rounding makes of them
  if (isOneOf(ax, ay, cx, cy, dx, dy) || isOneOf(bx, by, cx, cy, dx, dy)) return undefined;
  const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (across === 0) return undefined;
  const alongI = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across;
  const alongJ = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across;
  if (!(alongI > 0 && alongI < 1 && alongJ > 0 && alongJ < 1)) return undefined;
  return { position: [ax + alongI * (bx - ax), ay + alongI * (by - ay)], alongI, alongJ };
}

/** True when x, y is one of two corners. */
const isOneOf = (x: number, y: number, ...[x1, y1, x2, y2]: readonly number[]): boolean =>
  (x === x1 && y === y1) || (x === x2 && y === y2);
