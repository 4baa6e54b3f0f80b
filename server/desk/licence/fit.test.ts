import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadVocabulary } from '#data/load.ts';
import type { LicenceAnswers } from '#data/schema/desk-licence.ts';
import { ROOT } from '#server/odin.ts';
import { fitting } from './fit.ts';

const { licences } = loadVocabulary(join(ROOT, 'data'));
const OWN = {
  ...{ author: 'council', os: 'none', addresses: 'none', 'third-party': 'none', people: 'no' },
} as const satisfies LicenceAnswers;
const fitted = (answers: LicenceAnswers, over: { named?: string; personal?: number } = {}) =>
  fitting({ answers, licences, used: new Map(), personal: 0, ...over });

it('fitting() offers a council’s own work under any licence that gives it away', () => {
  expect(fitted(OWN).fits.map(({ id }) => id)).toEqual(['OGL-UK-3.0', 'CC-BY-4.0', 'CC0-1.0']);
});

it('fitting() keeps Ordnance Survey’s credit, and says why others do not fit', () => {
  const { fits, refused } = fitted({ ...OWN, os: 'points' });
  expect(fits.map(({ id }) => id)).toEqual(['OGL-UK-3.0', 'CC-BY-4.0']);
  expect(refused.map(({ id, reason }) => [id, reason])).toEqual([
    ['CC0-1.0', 'It drops the credit you must keep.'],
    ['ODbL-1.0', 'It adds a duty that OS’s terms do not need.'],
  ]);
});

it.each([
  [{ ...OWN, addresses: 'paf' }, {}, /Royal Mail/],
  [{ ...OWN, os: 'copied' }, {}, /exemption/],
  [{ ...OWN, os: 'unsure' }, {}, /Ask a colleague/],
  [{ ...OWN, people: 'yes' }, {}, /No licence covers personal data/],
  [OWN, { personal: 2 }, /2 places may still describe persons/],
  [{ ...OWN, author: 'others' }, {}, /somebody else’s/],
] as const)('fitting() stops: %j %j', (answers, over, why) => {
  const { fits, stop } = fitted(answers, over);
  expect([fits, stop]).toEqual([[], expect.stringMatching(why)]);
});

it('fitting() leaves somebody else’s data under the licence they named', () => {
  const { fits } = fitted({ ...OWN, author: 'others' }, { named: 'CC-BY-SA-4.0' });
  expect(fits.map(({ id }) => id)).toEqual(['CC-BY-SA-4.0']);
});

it('fitting() never offers what the public may not have', () => {
  const { refused } = fitted({ ...OWN, author: 'others' }, { named: 'OS-PSGA-member' });
  expect(refused.find(({ id }) => id === 'OS-PSGA-member')?.reason).toMatch(
    /named audience|nobody publish/,
  );
});
