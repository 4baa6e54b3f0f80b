import type { Decided, Decision } from '#data/schema/decision.ts';
import type { Source } from '#data/schema/source.ts';
import { decide } from '#server/decide.ts';
import type { DraftWork } from '#server/store/drafts/draft-rows.ts';

/** The descriptor a draft stands for: the one it began with, and every decision since. */
export function sourceOf({ base, decided, about }: DraftWork): Source {
  const { title, description, synthetic, cadence, harvest } = about;
  const named: Source = {
    ...base,
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(synthetic === undefined ? {} : { synthetic }),
  };
  const { cadence: _, ...rest } = named;
  const promised = cadence === undefined ? named : cadence === '' ? rest : { ...rest, cadence };
  const { harvest: _before, ...still } = promised;
  const fetched =
    harvest === undefined ? promised : harvest === null ? still : { ...still, harvest };
  const ruled = decided.reduce(
    (source, { decision, ...word }) => decide(source, decision, word),
    fetched,
  );
  return ruled;
}

/** True while nothing says what kind of things a draft holds. */
export const isUntyped = ({ isUntyped: begunSo, decided }: DraftWork): boolean =>
  begunSo && !decided.some(({ decision }) => decision.kind === 'type');

/** Who decides, when, and why unless they say otherwise. */
export type Word = { readonly by: string; readonly at: string; readonly why: string };

/**
 * The work with some more decisions made, as one step.
 *
 * @throws {RangeError} when one of them cannot be made
 */
export function withDecisions(
  work: DraftWork,
  decisions: readonly Decision[],
  word: Word,
): DraftWork {
  const more = decisions.map((decision): Decided => ({ decision, ...word }));
  const next = { ...work, decided: [...work.decided, ...more] };
  sourceOf(next);
  return next;
}

/** The work without one decision, counted from 0; the others stand as they were made. */
export const withoutDecision = (work: DraftWork, number: number): DraftWork => ({
  ...work,
  decided: work.decided.filter((_, index) => index !== number),
});
