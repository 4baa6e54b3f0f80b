import type { Things } from './things.ts';

/** One live dataset as it speaks of one feature type. */
export type Supply = {
  /** Dataset id. */
  readonly dataset: string;
  readonly featureType: string;
  /** Its features of that type, opened once an edition: `openThings`. */
  readonly things: Things;
  /** GSS codes of the districts it says something of, whether it has anything there or not. */
  readonly coverage: readonly string[];
  readonly synthetic: boolean;
};

/** Live datasets of a feature type; none: nobody supplied it. */
export type SuppliesOf = (featureType: string) => readonly Supply[];
