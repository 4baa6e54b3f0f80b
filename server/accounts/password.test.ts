import { performance } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import { hashPassword, isPassword, passwordFault } from './password.ts';

it.each([
  ['short', /12 characters/],
  ['x'.repeat(300), /200/],
  ['aaaaaaaaaaaaaaaa', /guess/],
  ['qwertyuiopasdf', /guess/],
  ['ada.lovelace@council.example', /e-mail/],
])('passwordFault() refuses %s and says why', (password, why) => {
  expect(passwordFault(password, 'ada.lovelace@council.example')).toMatch(why);
});

it('passwordFault() counts letters, not bytes, and wants no digits or signs', () => {
  expect(passwordFault('three random words', 'a@b.example')).toBeUndefined();
  expect(passwordFault('ŷŵôêîâïŷŵôêî', 'a@b.example')).toBeUndefined();
});

it('hashPassword() keeps nothing to read, and never the same twice', async () => {
  const [one, two] = [
    await hashPassword('three random words'),
    await hashPassword('three random words'),
  ];
  expect(one).not.toBe(two);
  expect(one).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(one).not.toContain('random');
});

it('isPassword() knows a password however the keyboard writes its letters', async () => {
  const kept = await hashPassword('caf\u00e9 au lait noir');
  expect(await isPassword('cafe\u0301 au lait noir', kept)).toBe(true);
  expect(await isPassword('cafe au lait noir', kept)).toBe(false);
  expect(await isPassword('', undefined)).toBe(false);
});

it('threat 38: an account there is not takes as long to refuse as a wrong password', async () => {
  const kept = await hashPassword('three random words');
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < 7; round += 1) {
    for (const [index, account] of [kept, undefined].entries()) {
      const begun = performance.now();
      await isPassword('not the password', account);
      times[index]?.push(performance.now() - begun);
    }
  }
  const [known = 0, unknown = 0] = times.map((each) => each.toSorted((a, b) => a - b)[3] ?? 0);
  // leaving early would make it a thousandth; a machine under load may differ by tens of milliseconds
  expect(Math.abs(known - unknown)).toBeLessThan(Math.max(10, known * 0.5));
});
