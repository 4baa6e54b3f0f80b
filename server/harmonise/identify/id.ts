import { hash } from 'node:crypto';
import type { FeatureTypeId } from '#data/schema/feature-type.ts';

/** Crockford's base32: no I, L, O or U, so that an id survives being read aloud. Source: crockford.com/base32. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 26 characters of 5 bits: 130 bits of the hash. */
const ID_LENGTH = 26;

/** A feature's name in ODIN. */
export type Identity = {
  /** `odin:<theme>/<type>:<26 characters>`. */
  readonly id: string;
  /** First 52 bits of the hash: a whole number every JavaScript and tile reader holds exactly. */
  readonly key: number;
};

/**
 * The identity of the thing that `key` names within `scope`; the same words give the same identity for ever.
 *
 * @param scope dataset, or publisher and type, that `key` is unique in
 */
export function identityOf(
  type: FeatureTypeId | 'unclassified',
  scope: string,
  key: string,
): Identity {
  const hex = hash('sha256', `${scope}\u0000${key}`, 'hex');
  return {
    id: `odin:${type}:${base32(hex)}`,
    key: Number.parseInt(hex.slice(0, 13), 16),
  };
}

/** 52 bits that tell two texts apart. */
export const fingerprintOf = (text: string): number =>
  Number.parseInt(hash('sha256', text, 'hex').slice(0, 13), 16);

/** First 130 bits of a hash: five characters of hex make four of base32. */
function base32(hex: string): string {
  let text = '';
  for (let at = 0; text.length < ID_LENGTH; at += 5) {
    const bits = Number.parseInt(hex.slice(at, at + 5), 16);
    text +=
      charAt(bits >> 15) + charAt((bits >> 10) & 31) + charAt((bits >> 5) & 31) + charAt(bits & 31);
  }
  return text.slice(0, ID_LENGTH);
}

const charAt = (value: number): string => ALPHABET[value] ?? '0';
