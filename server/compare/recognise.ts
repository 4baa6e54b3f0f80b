import type { Shape } from '#data/schema/geometry.ts';
import { middleOf, type State } from './change.ts';
import { distanceM } from './distance.ts';
import { formatOf } from './facts.ts';

/** A thing of the same name this near is the same thing. Source: plot-sized; positions are re-digitised. */
export const SAME_NAME_M = 30;
/** A thing this near is the same thing whatever it is called, when no other is as near. */
export const SAME_PLACE_M = 5;

/** A feature as far as it is recognised by it, and whether its publisher's reference names it. */
export type Newcomer = Pick<State, 'reference' | 'name' | 'bounds'> & {
  readonly shape?: Shape;
  readonly keyed: boolean;
};

/**
 * The feature of the edition before that a newcomer is, among those near it that have gone: by a reference that
 * differs in writing only, by name and place, or by place alone where neither has a reference that says no.
 *
 * @param gone features near it that the new edition does not hold
 */
export function recognise<T extends Newcomer>(
  newcomer: Newcomer,
  gone: readonly T[],
): T | undefined {
  const able = gone
    .filter((each) => mayBe(newcomer, each))
    .map((each) => ({ each, away: away(newcomer, each) }));
  const nearest = able.sort((a, b) => a.away - b.away);
  const named = nearest.find(({ each, away: m }) => m <= SAME_NAME_M && sameName(newcomer, each));
  if (named) return named.each;
  const [first, second] = nearest;
  if (!first || first.away > SAME_PLACE_M || newcomer.shape !== first.each.shape) return undefined;
  // Two things on one spot cannot be told apart by place, nor can a thing that has a reference of its own.
  if (second && second.away <= SAME_PLACE_M) return undefined;
  return newcomer.keyed && first.each.keyed ? undefined : first.each;
}

/** Two references that name two things: both of a kind, and not the same. */
function mayBe(one: Newcomer, other: Newcomer): boolean {
  if (!one.keyed || !other.keyed || !one.reference || !other.reference) return true;
  if (foldReference(one.reference) === foldReference(other.reference)) return true;
  return formatOf(one.reference) !== formatOf(other.reference);
}

/** A reference by its letters and figures alone, without leading noughts: `SH-0012` is `sh 12`. */
export const foldReference = (reference: string): string =>
  reference
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b0+(?=\d)/g, '')
    .replace(/([a-z])\s*0*(\d)/g, '$1$2')
    .replace(/\s+/g, '');

function sameName(one: Newcomer, other: Newcomer): boolean {
  const [name, otherName] = [foldName(one.name), foldName(other.name)];
  return name !== '' && name === otherName;
}

const foldName = (name = ''): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function away(one: Newcomer, other: Newcomer): number {
  if (!one.bounds || !other.bounds) return Number.POSITIVE_INFINITY;
  const [west, south, east, north] = one.bounds;
  const [otherWest, otherSouth, otherEast, otherNorth] = other.bounds;
  const middle = distanceM(middleOf(one.bounds), middleOf(other.bounds));
  // Areas and lines must agree in both corners: a small one inside a large one is another thing.
  return Math.max(
    middle,
    distanceM([west, south], [otherWest, otherSouth]),
    distanceM([east, north], [otherEast, otherNorth]),
  );
}
