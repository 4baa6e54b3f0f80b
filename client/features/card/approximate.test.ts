import { expect, it } from 'vitest';
import { sayApproximate } from './approximate.ts';

it.each([
  [
    'postcode',
    'M33 7ZF',
    100,
    'Approximate: placed by postcode M33 7ZF (centre of the postcode unit, about 100 m)',
  ],
  [
    'uprn',
    '100012345678',
    10,
    'Approximate: placed by UPRN 100012345678 (where the property stands, within about 10 m)',
  ],
] as const)('sayApproximate() says of a %s what was looked up, and how far off', (by, value, accuracyM, said) => {
  expect(sayApproximate({ by, value, accuracyM, gazetteer: 'Code-Point Open, May 2024' })).toBe(
    said,
  );
});
