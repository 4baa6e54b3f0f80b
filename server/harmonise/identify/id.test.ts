import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityOf } from './id.ts';

describe('identityOf()', () => {
  it('gives the id it has always given: published ids must never change', () => {
    expect(identityOf('social/library', 'a\u0000b')).toMatchObject({
      id: 'odin:social/library:b6s73bgvqjrx67a1jac1fx5hdy',
      key: 1577967140584395,
    });
  });

  it('takes the first 130 and 52 bits, and the next 12, of the SHA-256 of the key', () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        const bits = BigInt(`0x${createHash('sha256').update(key).digest('hex')}`);
        const identity = identityOf('unclassified', key);
        expect(BigInt(identity.key)).toBe(bits >> 204n);
        expect(BigInt(identity.check)).toBe((bits >> 192n) & 0xfffn);
        const letters = '0123456789abcdefghjkmnpqrstvwxyz';
        const text = identity.id.slice('odin:unclassified:'.length);
        const read = [...text].reduce(
          (all, letter) => all * 32n + BigInt(letters.indexOf(letter)),
          0n,
        );
        expect(read).toBe(bits >> 126n);
      }),
    );
  });
});
