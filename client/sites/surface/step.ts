import type { LngLat } from '#data/schema/geometry.ts';

/** Which way an arrow key goes: right and up, −1 to 1. */
export type Way = readonly [right: number, up: number];

const WAYS: ReadonlyMap<string, Way> = new Map([
  ['ArrowRight', [1, 0]],
  ['ArrowLeft', [-1, 0]],
  ['ArrowUp', [0, 1]],
  ['ArrowDown', [0, -1]],
]);

/** The way of a key; undefined of every other key. */
export const wayOf = (key: string): Way | undefined => WAYS.get(key);

type Placed = { readonly key: string; readonly at: LngLat };

/**
 * The nearest place in a direction: of those that lie within 60° of it, the one with the least way to go, ways aside
 * counting double. Undefined at the edge.
 */
export function stepFrom(
  from: LngLat,
  [right, up]: Way,
  places: readonly Placed[],
): string | undefined {
  const stretch = Math.cos((from[1] * Math.PI) / 180);
  let [found, best] = [undefined as string | undefined, Infinity];
  for (const { key, at } of places) {
    const [x, y] = [(at[0] - from[0]) * stretch, at[1] - from[1]];
    const ahead = x * right + y * up;
    const aside = Math.abs(x * up - y * right);
    // tan 60°: a hexagon's neighbours lie 60° apart
    if (ahead <= 0 || aside > ahead * 1.7321) continue;
    const cost = ahead + 2 * aside;
    if (cost < best) [found, best] = [key, cost];
  }
  return found;
}
