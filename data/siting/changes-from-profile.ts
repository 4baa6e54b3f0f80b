import { findProfile } from '#data/profiles/index.ts';
import { listed } from '#data/words/figures.ts';
import type { Must, Origin, Prefer, What } from './criterion.ts';
import { writeTest, writeWorth } from './criterion-text.ts';
import { sayNumber, saySet } from './figures.ts';
import type { SiteSearch } from './search.ts';
import { writeWhat } from './what-text.ts';
import { sayTest, sayWorth, unitOf } from './words.ts';

/** How one criterion of a search differs from its profile. */
export type Change = {
  readonly id: string;
  readonly kind: 'changed' | 'added' | 'removed' | 'off';
  /** What it was, in few words: `5 ha`, `weight 15`. Of those changed. */
  readonly from?: string;
};

/** What somebody made of a profile. */
export type Changes = {
  readonly changes: readonly Change[];
  /** Settings of the profile that are no longer as they were. */
  readonly changed: number;
  /** Settings of the profile: one a criterion. */
  readonly of: number;
  readonly added: number;
};

/**
 * How a search differs from the profile it began from; of an own profile nothing is a change. A weight that only gave
 * way when another was moved, in proportion with all the rest, has not been changed.
 */
export function changesFromProfile(search: SiteSearch): Changes {
  const profile = findProfile(search.profile);
  if (!profile) return { changes: [], changed: 0, of: 0, added: 0 };
  const base = [...profile.must, ...profile.prefer];
  const here = new Map([...search.must, ...search.prefer].map((each) => [each.id, each]));
  const ratio = commonRatio(search.prefer, profile.prefer);
  const changes = base.flatMap((each) => changeOf(each, here.get(each.id), ratio) ?? []);
  const known = new Set(base.map(({ id }) => id));
  const added = [...here.keys()].filter((id) => !known.has(id));
  return {
    changes: [...changes, ...added.map((id) => ({ id, kind: 'added' as const }))],
    changed: changes.length,
    of: base.length,
    added: added.length,
  };
}

/** `5 of its 11 settings changed, 1 added`; `As the profile has it` when nothing is. */
export function sayChanges({ changed, of, added }: Changes): string {
  const parts = [
    ...(changed > 0 ? [`${changed} of its ${of} settings changed`] : []),
    ...(added > 0 ? [`${added} added`] : []),
  ];
  return parts.length === 0 ? 'As the profile has it' : parts.join(', ');
}

function changeOf(
  base: Must | Prefer,
  now: Must | Prefer | undefined,
  ratio: number,
): Change | undefined {
  const { id } = base;
  if (!now) return { id, kind: 'removed' };
  if ('test' in now && now.off && !('off' in base && base.off)) return { id, kind: 'off' };
  const from = formerly(base, now, ratio);
  return from === undefined ? undefined : { id, kind: 'changed', from };
}

/** What a criterion was before it was changed, in few words; undefined when it was not. */
function formerly(base: Must | Prefer, now: Must | Prefer, ratio: number): string | undefined {
  if ('test' in base !== 'test' in now) return 'test' in base ? 'a must' : 'preferred';
  const was = [
    ...formerWhat(base, now),
    ...formerTest(base, now),
    ...formerWorth(base, now, ratio),
  ];
  if (was.length > 0) return listed(was);
  return base.title === now.title ? undefined : base.title;
}

/** The figures of conditions that are others now, `10 MW`; the whole title where more than figures is. */
function formerWhat({ what: was, title }: Must | Prefer, { what: is }: Must | Prefer): string[] {
  if (writeWhat(was) === writeWhat(is)) return [];
  const [before, after] = [figuresOf(was), figuresOf(is)];
  const isFigures = before.length > 0 && before.length === after.length;
  const changed = before.filter((each, at) => each !== after[at]);
  return isFigures && changed.length > 0 ? changed : [title];
}

const figuresOf = (what: What): string[] =>
  ('of' in what ? (what.of.where ?? []) : []).flatMap((condition) =>
    condition.kind === 'range' && typeof condition.min === 'number'
      ? [saySet(condition.min, unitOf({ kind: 'site', attribute: condition.attribute }))]
      : [],
  );

/** The figure alone where the comparison is the same: `5 ha`. */
function formerTest(base: Must | Prefer, now: Must | Prefer): string[] {
  if (!('test' in base && 'test' in now)) return [];
  const [was, is] = [base.test, now.test];
  if (writeTest(was) === writeTest(is)) return [];
  const isFigure = 'value' in was && was.op === is.op;
  return [isFigure ? saySet(was.value, unitOf(base.what)) : sayTest(base.what, was)];
}

function formerWorth(base: Must | Prefer, now: Must | Prefer, ratio: number): string[] {
  if (!('worth' in base && 'worth' in now)) return [];
  const isWorth = writeWorth(base.worth) !== writeWorth(now.worth);
  const isWeight = Math.abs(now.weight - base.weight * ratio) > WEIGHT_GRAIN;
  return [
    ...(isWorth ? [sayWorth(base.what, base.worth)] : []),
    ...(isWeight ? [`weight ${sayNumber(base.weight)}`] : []),
  ];
}

/** Weights are kept to a tenth: what rounding does is no change. */
const WEIGHT_GRAIN = 0.16;

/** What most weights were multiplied by: the median. */
function commonRatio(now: readonly Prefer[], base: readonly Prefer[]): number {
  const ratios = base
    .flatMap(({ id, weight }) => {
      const mine = now.find((each) => each.id === id);
      return mine && weight > 0 ? [mine.weight / weight] : [];
    })
    .sort((a, b) => a - b);
  return ratios[Math.floor((ratios.length - 1) / 2)] ?? 1;
}

/** Where a criterion's figures come from, beside it: `Changed from 5 ha`, `Added by you`, `Profile default`. */
export function sayOrigin(criterion: Must | Prefer, { changes }: Changes): string {
  const change = changes.find(({ id }) => id === criterion.id);
  if (change?.from !== undefined) return `Changed from ${change.from}`;
  if (change?.kind === 'added') return 'Added by you';
  return sayStated(criterion.origin);
}

function sayStated(origin: Origin | undefined): string {
  if (!origin) return 'Added by you';
  if (origin.kind === 'sourced') return origin.text;
  return origin.text === undefined ? 'Profile default' : `Profile default: ${origin.text}`;
}
