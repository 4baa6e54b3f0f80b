import type { Position } from 'geojson';

type Line = readonly Position[];

/** Positions in the smallest ring: a triangle and its first corner again. */
const RING_POSITIONS = 4;

/** Whether a line ends where it starts and goes round something. */
export const isRing = (line: Line): boolean =>
  line.length >= RING_POSITIONS && isSame(line[0], line.at(-1));

const keyOf = (position: Position | undefined): string => String(position);
const isSame = (one: Position | undefined, other: Position | undefined): boolean =>
  keyOf(one) === keyOf(other);

/** Lines joined end to end, whichever way each runs; undefined when they do not all close as rings. */
export function ringsOf(lines: readonly Line[]): Position[][] | undefined {
  const rings = lines.filter(isRing).map((line) => [...line]);
  const left = new Set(lines.filter((line) => !isRing(line) && line.length > 1));
  const ends = endsOf(left);
  for (const first of left) {
    left.delete(first);
    const ring = [...first];
    while (!isRing(ring)) {
      const next = ends.get(keyOf(ring.at(-1)))?.find((line) => left.has(line));
      if (!next) return undefined;
      left.delete(next);
      const onward = isSame(next[0], ring.at(-1)) ? next : next.toReversed();
      for (const position of onward.slice(1)) ring.push(position);
    }
    rings.push(ring);
  }
  return rings;
}

/** The lines that start or end at a position. */
function endsOf(lines: Iterable<Line>): ReadonlyMap<string, readonly Line[]> {
  const ends = new Map<string, Line[]>();
  for (const line of lines) {
    for (const end of [line[0], line.at(-1)]) {
      const there = ends.get(keyOf(end));
      if (there) there.push(line);
      else ends.set(keyOf(end), [line]);
    }
  }
  return ends;
}
