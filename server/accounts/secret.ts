import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** 256 random bits as text that may stand in an address or a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Secrets are kept as this alone: they are random, so nobody finds one from its SHA-256. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const ID_LENGTH = 24;

/** A name nobody chose: 24 lower-case letters and digits. */
export const newId = (): string =>
  Array.from({ length: ID_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

/** What forms and scripts of a session's own pages send back. It follows from the cookie, which they cannot read. */
export const formTokenOf = (sessionSecret: string): string =>
  createHash('sha256').update(`form:${sessionSecret}`).digest('base64url');

/** Compare without telling by the time taken how much was right. */
export function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

const PREFIX = 'odin_';
/** 30 letters and digits of random: 178 bits of both cases. */
const TOKEN_LENGTH = 30;
const TOKEN_LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK_LENGTH = 6;

/**
 * A new API token: `odin_`, 30 random letters and digits, and six of checksum, so that programs which look for
 * leaked secrets know one when they see it.
 */
export function newApiToken(): string {
  const random = Array.from({ length: TOKEN_LENGTH }, () =>
    TOKEN_LETTERS.charAt(randomInt(TOKEN_LETTERS.length)),
  ).join('');
  return PREFIX + random + checksum(random);
}

/** Whether a text is an API token as we make them, whoever it belongs to. */
export function isApiToken(text: string): boolean {
  const random = text.slice(PREFIX.length, -CHECK_LENGTH);
  return API_TOKEN.test(text) && text.endsWith(checksum(random));
}

const API_TOKEN = new RegExp(`^${PREFIX}[0-9A-Za-z]{${TOKEN_LENGTH + CHECK_LENGTH}}$`);

/** Anything in a text that looks like an API token. */
export const TOKENS_IN_TEXT = new RegExp(`${PREFIX}[0-9A-Za-z]{${TOKEN_LENGTH}}[0-9A-Za-z]*`, 'g');

function checksum(random: string): string {
  let rest = crc32(random);
  let text = '';
  for (let place = 0; place < CHECK_LENGTH; place += 1) {
    text = TOKEN_LETTERS.charAt(rest % TOKEN_LETTERS.length) + text;
    rest = Math.floor(rest / TOKEN_LETTERS.length);
  }
  return text;
}
