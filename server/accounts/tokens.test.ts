import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestStore } from '#server/store/test-store.ts';
import { newId } from './secret.ts';
import { makeToken } from './tokens.ts';
import { whoseToken } from './who.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const DAY_MS = 86_400_000;
const accountId = newId();
let held: ReturnType<typeof openTestStore>;

beforeAll(async () => {
  held = openTestStore();
  await held.store.accounts.insertAccount({
    ...{ id: accountId, email: 'ada@council.example', name: 'Ada Example' },
    ...{ isAdministrator: false, madeAt: NOW.toISOString() },
  });
});
afterAll(() => held.close());

it('threat 39: a token says who somebody is for its days, and not a moment longer', async () => {
  const at = (ms: number) => ({
    store: held.store.accounts,
    now: () => new Date(NOW.getTime() + ms),
  });
  const draft = { accountId, name: 'Export', scopes: ['read'], days: 7 } as const;
  const token = await makeToken(draft, at(0));
  expect((await whoseToken(token, at(7 * DAY_MS - 1)))?.accountId).toBe(accountId);
  expect(await whoseToken(token, at(7 * DAY_MS))).toBeUndefined();
});
