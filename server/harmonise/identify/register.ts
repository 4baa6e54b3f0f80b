import type { Identity } from './id.ts';
import { openLines } from './lines.ts';
import { openPrints, type Prints } from './prints.ts';

/** Identities already given in a file, so that no two features share one. Grows by 14 bytes a record, or 24. */
export type Register = {
  /** Line of the record this identity belongs to by its own key; undefined when it is nobody's. */
  readonly lineOf: (identity: Identity) => number | undefined;
  /** True when a feature has this feature key. */
  readonly isGiven: (identity: Identity) => boolean;
  /** The identity is given away; `line` when it is that of the record's own key. */
  readonly give: (identity: Identity, line?: number) => void;
  /** Line of the first record with this fingerprint; undefined the first time, when `line` is kept. */
  readonly twinOf: (fingerprint: number, line: number) => number | undefined;
  /** How far the copies of a key were counted: a thousand equal records must not count from one each. */
  readonly copiesOf: (identity: Identity) => number;
  readonly keepCopies: (identity: Identity, copies: number) => void;
};

/** Bits of the feature key among the high ones of an entry; the others tell apart keys that share it. */
const KEY_BITS = 20;
const KEY_MASK = 2 ** KEY_BITS - 1;
/** No record stands at line 0: the identity of a record whose key was another's already. */
const NO_LINE = 0;

/**
 * A register for one file.
 *
 * @param expected records of the file
 */
export function openRegister(expected: number): Register {
  const identities = openLines(expected);
  const copies = new Map<number, number>();
  let prints: Prints | undefined;
  const highOf = ({ key, check }: Identity): number =>
    (Math.floor(key / 2 ** 32) | (check << KEY_BITS)) >>> 0;
  return {
    lineOf: (identity) => identities.find(identity.key, highOf(identity)) || undefined,
    isGiven: (identity) => identities.hasLike(identity.key, highOf(identity), KEY_MASK),
    give: (identity, line = NO_LINE) => identities.add(identity.key, highOf(identity), line),
    twinOf: (fingerprint, line) => {
      prints ??= openPrints(expected);
      return prints.firstOf(fingerprint, line);
    },
    copiesOf: ({ key }) => copies.get(key) ?? 0,
    keepCopies: ({ key }, count) => copies.set(key, count),
  };
}
