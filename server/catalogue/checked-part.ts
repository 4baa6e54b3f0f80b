import type { CombinedPart } from '#data/schema/combine.ts';
import type { Part } from './combine.ts';

/** One dataset, or one licence, that somebody wants to use with others. */
export type CheckedPart = Part & {
  readonly told: Omit<CombinedPart, 'mayBeShared' | 'reason' | 'filledFrom'>;
  /** How its publisher came to say so: `stated`, `presumed`. */
  readonly basis: string;
  /** What ODIN did to it, for licences that ask that changes be stated. */
  readonly changes?: string;
  /** Where its publisher is asked: the register of what is open to some alone, else the publisher's own page. */
  readonly askAt?: string;
};
