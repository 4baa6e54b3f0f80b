import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allowanceKey, createLimiter } from './rate.ts';

it('threat 34: a limiter lets through what is allowed at once, then what is allowed in time', () => {
  const limiter = createLimiter({ atOnce: 3, perSecond: 2 });
  expect([0, 0, 0, 0].map((now) => limiter.take('a', now))).toEqual([0, 0, 0, 0.5]);
  expect(limiter.take('b', 0)).toBe(0);
  expect(limiter.take('a', 500)).toBe(0);
  expect(limiter.take('a', 501)).toBeGreaterThan(0);
  // a clock that jumps back gives nothing away
  expect(limiter.take('a', 0)).toBeGreaterThan(0);
});

it('whatever is asked, no more goes through than was saved up and has come in since', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 });
  fc.assert(
    fc.property(steps, (waits) => {
      const limiter = createLimiter({ atOnce: 5, perSecond: 10 });
      let now = 0;
      let through = 0;
      for (const wait of waits) {
        now += wait;
        if (limiter.take('a', now) === 0) through += 1;
      }
      return through <= 5 + now / 100 + 1e-6;
    }),
  );
});

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('threat 34: %s draws on the allowance of %s', (address, key) => {
  expect(allowanceKey(address)).toBe(key);
});
