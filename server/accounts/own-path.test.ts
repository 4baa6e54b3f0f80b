import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOwnOrigin } from './own-origin.ts';
import { ownPath } from './own-path.ts';

it.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'https://evil.example/desk',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/\n/evil.example',
  '/%0d%0aLocation:%20https://evil.example',
  '/%5cevil.example',
  '/./\\evil.example',
  '/x/..//evil.example',
  '/x/%2e%2e//evil.example',
  ' /desk',
  '@evil.example',
  '',
  '/sign-out',
  '/sign-in?back=/sign-in',
  '/api/session',
  `/${'x'.repeat(3_000)}`,
])('threat 48: %j is no way to go on after signing in', (asked) => {
  expect(ownPath(asked, '/account')).toBe('/account');
});

it.each([
  '/',
  '/desk',
  '/data/trafford-council--trees?x=1#issues',
  '/area?area=p%3A1%2C2',
])('ownPath() goes on to %s', (asked) => {
  expect(ownPath(asked, '/account')).toBe(asked);
});

it('threat 48: whatever is handed in, a browser stays on this server', () => {
  const parts = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '@',
    ':',
    '%2f',
    '%5c',
    'evil.example',
    '\t',
    '?',
    '#',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(parts, { maxLength: 12 }).map((each) => `/${each.join('')}`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const base = 'https://odin.example';
      return new URL(ownPath(text, '/account'), base).origin === base;
    }),
    { numRuns: 2_000 },
  );
});

const OWN = 'https://odin.example';

it.each([
  [{ origin: OWN, site: 'same-origin' }, true],
  [{ origin: OWN }, true],
  [{ site: 'same-origin' }, true],
  [{}, false],
  [{ origin: 'null' }, false],
  [{ origin: 'https://evil.example' }, false],
  [{ origin: 'http://odin.example' }, false],
  [{ origin: 'https://odin.example.evil.example' }, false],
  [{ origin: OWN, site: 'cross-site' }, false],
  [{ site: 'same-site' }, false],
  [{ site: 'none' }, false],
])('threat 36: isOwnOrigin(%j) is %s', (provenance, own) => {
  expect(isOwnOrigin(provenance, OWN)).toBe(own);
});
