import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  formTokenOf,
  hashSecret,
  isApiToken,
  newApiToken,
  newId,
  newSecret,
  TOKENS_IN_TEXT,
} from './secret.ts';

it('newSecret() has 256 bits and newId() is one the server makes', () => {
  expect(Buffer.from(newSecret(), 'base64url')).toHaveLength(32);
  expect(newId()).toMatch(/^[a-z0-9]{24}$/);
  expect(new Set(Array.from({ length: 500 }, newId)).size).toBe(500);
});

it('threat 39: an API token is known by its beginning and its checksum', () => {
  const token = newApiToken();
  expect(token).toMatch(/^odin_[0-9A-Za-z]{36}$/);
  expect(isApiToken(token)).toBe(true);
  const other = token.at(10) === 'x' ? 'y' : 'x';
  expect(isApiToken(token.slice(0, 10) + other + token.slice(11))).toBe(false);
  expect(`GET /x?t=${token} failed`.replaceAll(TOKENS_IN_TEXT, '…')).toBe('GET /x?t=… failed');
});

it('isApiToken() takes no text that was not made so, and never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => !isApiToken(text)));
  fc.assert(fc.property(fc.string(), (text) => !isApiToken(`odin_${text}`)));
});

it('what forms send back does not give away the cookie or what is kept of it', () => {
  const secret = newSecret();
  expect(formTokenOf(secret)).not.toBe(secret);
  expect(Buffer.from(formTokenOf(secret), 'base64url').toString('hex')).not.toBe(
    hashSecret(secret),
  );
});
