import { expect, it } from 'vitest';
import { addressOf, isSecure } from './connection.ts';
import { readCookie, writeCookie } from './cookies.ts';

const request = (remoteAddress: string, headers: Record<string, string> = {}) => ({
  headers,
  socket: { remoteAddress },
});

it.each([
  ['203.0.113.7', undefined, '203.0.113.7'],
  ['203.0.113.7', '192.0.2.1', '203.0.113.7'],
  ['127.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['::ffff:127.0.0.1', '198.51.100.9, 192.0.2.1', '192.0.2.1'],
  ['::1', '192.0.2.1, 127.0.0.1', '192.0.2.1'],
  ['127.0.0.1', 'anybody', '127.0.0.1'],
  ['127.0.0.1', '', '127.0.0.1'],
])('threat 34: %s that names %s is counted as %s', (remote, named, counted) => {
  expect(addressOf(request(remote, named === undefined ? {} : { 'x-forwarded-for': named }))).toBe(
    counted,
  );
});

it('isSecure() believes a proxy on this machine and the address the public sees, no client', () => {
  const said = { 'x-forwarded-proto': 'https' };
  expect(isSecure(request('127.0.0.1', said), undefined)).toBe(true);
  expect(isSecure(request('203.0.113.7', said), undefined)).toBe(false);
  expect(isSecure(request('203.0.113.7'), 'https://odin.example')).toBe(true);
  expect(isSecure(request('127.0.0.1', said), 'http://odin.example')).toBe(false);
});

it('readCookie() finds ours among others, and by https only the one of this host', () => {
  const header = 'xodin=a; odin=b;__Host-odin=c ; odin-sign-on=d';
  expect(readCookie(header, 'odin', false)).toBe('b');
  expect(readCookie(header, 'odin', true)).toBe('c');
  expect(readCookie(header, 'odin-sign-on', false)).toBe('d');
  expect(readCookie('odin=', 'odin', false)).toBeUndefined();
  expect(readCookie(undefined, 'odin', false)).toBeUndefined();
});

it('writeCookie() takes a cookie away by an empty one that ends at once', () => {
  expect(writeCookie('odin', undefined, true)).toBe(
    '__Host-odin=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
  );
});
