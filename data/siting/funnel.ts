import { FAILS, UNTOLD } from './columns.ts';
import type { Must } from './criterion.ts';
import type { FunnelStep } from './ranking.ts';

/** How one must judges every candidate. */
export type PreparedMust = {
  readonly must: Must;
  readonly state: 'tested' | 'off' | 'not-supplied';
  /** `FAILS`, `MEETS` or `UNTOLD` a candidate. */
  readonly verdicts: Uint8Array;
};

/**
 * What each must did, in order. Of a must that is off, `alone` says what it would rule out: the sites that meet every
 * other must and not this one.
 *
 * @param failures how many of the musts in force each candidate fails
 */
export function funnelOf(musts: readonly PreparedMust[], failures: Uint16Array): FunnelStep[] {
  const left = new Uint8Array(failures.length).fill(1);
  let before = left.length;
  return musts.map((each) => {
    const { after, untold } =
      each.state === 'tested' ? pass(each, left) : { after: before, untold: 0 };
    const step = {
      must: each.must.id,
      state: each.state,
      before,
      after,
      untold,
      alone: aloneOf(each, failures),
    };
    before = after;
    return step;
  });
}

function pass({ verdicts }: PreparedMust, left: Uint8Array): { after: number; untold: number } {
  let after = 0;
  let untold = 0;
  for (let index = 0; index < left.length; index++) {
    if (verdicts[index] === FAILS) left[index] = 0;
    if (!left[index]) continue;
    after++;
    if (verdicts[index] === UNTOLD) untold++;
  }
  return { after, untold };
}

function aloneOf({ state, verdicts }: PreparedMust, failures: Uint16Array): number {
  if (state === 'not-supplied') return 0;
  const others = state === 'tested' ? 1 : 0;
  let alone = 0;
  for (let index = 0; index < failures.length; index++) {
    if (verdicts[index] === FAILS && failures[index] === others) alone++;
  }
  return alone;
}
