import type { Prefer } from './criterion.ts';

/** Weights are kept to a tenth, so that an address stays short. */
const TENTHS = 10;
const WHOLE = 100 * TENTHS;

/**
 * Give one preferred criterion another weight; the others give way or gain in proportion to what they have, those
 * locked stay, and together they are 100. When the others have nothing, they share what is left alike. While a slider
 * is dragged, call it with the weights the drag began with: what sank to nothing has no proportion to come back by.
 *
 * @param weight wished for; taken as the nearest that the locked ones leave room for
 * @throws RangeError when no criterion has the id or the weight is no number
 */
export function setWeight(prefers: readonly Prefer[], id: string, weight: number): Prefer[] {
  if (!prefers.some((each) => each.id === id)) throw new RangeError(`No criterion "${id}"`);
  if (!Number.isFinite(weight)) throw new RangeError(`Weight must be a number, got ${weight}`);
  const others = prefers.filter((each) => each.id !== id);
  const room = Math.max(0, WHOLE - tenths(others.filter(({ locked }) => locked)));
  const free = others.filter(({ locked }) => !locked);
  const wished = Math.round(Math.min(Math.max(weight, 0), 100) * TENTHS);
  const own = free.length === 0 ? room : Math.min(wished, room);
  const parts = shareOut(
    free.map((each) => each.weight),
    room - own,
  );
  const next = new Map(free.map((each, index) => [each.id, parts[index] ?? 0]));
  next.set(id, own);
  return prefers.map((each) => withWeight(each, next.get(each.id)));
}

const withWeight = (prefer: Prefer, parts: number | undefined): Prefer =>
  parts === undefined || parts / TENTHS === prefer.weight
    ? prefer
    : { ...prefer, weight: parts / TENTHS };

const tenths = (prefers: readonly Prefer[]): number =>
  prefers.reduce((sum, { weight }) => sum + Math.round(weight * TENTHS), 0);

/** Whole parts in proportion to weights, `total` together: what rounding leaves goes to the largest remainders. */
function shareOut(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (sum > 0 ? weight / sum : 1 / weights.length) * total);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
