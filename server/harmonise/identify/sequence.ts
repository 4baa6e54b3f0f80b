import type { Tally } from '../tally.ts';
import type { KeyPlan } from './key.ts';

/** Records from which references that count the rows are no chance. */
const LEAST_RECORDS = 10;

/** Watches references for `1, 2, 3 …` in the order of the rows. */
export type SequenceWatch = {
  /** @param stated the key of the next record; `''` when it has none */
  readonly see: (stated: string) => void;
  readonly finish: () => void;
};

/** A watch for one layer; what it finds is said once. */
export function watchSequence({
  plan,
  tally,
}: {
  readonly plan: KeyPlan;
  readonly tally: Tally;
}): SequenceWatch {
  let records = 0;
  let first = 0;
  let inOrder = plan.strategy === 'reference' && plan.attribute === 'reference';
  return {
    see(stated) {
      if (!inOrder) return;
      if (records === 0) first = Number(stated || Number.NaN);
      inOrder = (first === 0 || first === 1) && stated === String(first + records);
      records++;
    },
    finish() {
      if (!inOrder || records < LEAST_RECORDS) return;
      tally.note(
        { code: 'id.unstable-key', severity: 'notice' },
        `The references only count the rows, ${first} to ${first + records - 1}. If they are given anew at each export they cannot follow a record from one edition to the next: publish references of your own.`,
      );
    },
  };
}
