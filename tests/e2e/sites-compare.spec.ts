import type { Page } from '@playwright/test';
import { Explorer, expect, test } from './explorer.ts';

// Two to four sites beside each other, on the demonstration data.

const SEARCH = 'data-centre~area:1..';

type Answer = { readonly sites: readonly { readonly key: string; readonly title: string }[] };

/** Keys of the first sites of the search. */
async function keys(page: Page, count: number): Promise<string[]> {
  const answer = await page.request.get(
    `${Explorer.address}/api/sites?search=${encodeURIComponent(SEARCH)}`,
  );
  const { sites } = (await answer.json()) as Answer;
  return sites.slice(0, count).map(({ key }) => key);
}

async function open(page: Page, sites: readonly string[]): Promise<void> {
  const query = new URLSearchParams({ search: SEARCH, sites: sites.join(',') });
  await page.goto(`${Explorer.address}/sites/compare?${query}`);
}

test('three sites stand in one table, widest gap first, each with its map', async ({
  explorer,
}) => {
  const { page } = explorer;
  await open(page, await keys(page, 3));
  await expect(page.getByRole('heading', { name: 'Compare 3 sites' })).toBeVisible();
  const table = page.getByRole('table', { name: 'The sites beside each other' });
  await expect(table.getByRole('columnheader')).toHaveCount(3);
  const gaps = (await table.getByText(/points apart$/u).allInnerTexts()).map((text) =>
    Number(/[\d.]+/u.exec(text)?.[0]),
  );
  expect(gaps.length).toBeGreaterThan(0);
  expect(gaps).toEqual(gaps.toSorted((one, other) => other - one));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2);
  await expect(table.getByRole('img')).toHaveCount(3, { timeout: 90_000 });
  await expect(page.getByText('All three maps at one scale.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sources and licences' })).toBeVisible();
  await explorer.expectAccessible();
});

test('what nobody supplied is said in words over all columns, and ranks nobody', async ({
  explorer,
}) => {
  const { page } = explorer;
  await open(page, await keys(page, 2));
  const untested = page.getByRole('row', {
    name: /Not known for either: nobody supplied green belt/u,
  });
  await expect(untested).toBeVisible();
  await expect(untested.getByText('Best')).toHaveCount(0);
});

test('the comparison goes back to the finder with its ticks, and its address says all', async ({
  explorer,
}) => {
  const { page } = explorer;
  const sites = await keys(page, 2);
  await open(page, sites);
  const back = page.getByRole('link', { name: /‹ \d+ sites?/u });
  await back.click();
  await expect.poll(() => explorer.query()).toContain(`compare=${sites.join(',')}`);
});

test('an address without sites, or with sites that are gone, says what to do', async ({
  explorer,
}) => {
  const { page } = explorer;
  await open(page, []);
  await expect(page.getByText('Nothing to compare yet')).toBeVisible();
  await open(page, ['odin:land/brownfield-site:gone', ...(await keys(page, 1))]);
  await expect(page.getByText('Too few of these sites are left to compare')).toBeVisible();
});

test('on a phone two stand beside each other: the first stays, the other is chosen', async ({
  explorer,
}) => {
  const { page } = explorer;
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, await keys(page, 3));
  const table = page.getByRole('table', { name: 'The sites beside each other' });
  const heads = table.getByRole('columnheader');
  await expect(heads).toHaveCount(2);
  const [first, second] = await heads.getByRole('link').allInnerTexts();
  await page.getByLabel(/^Beside /u).selectOption({ index: 1 });
  const [still, other] = await heads.getByRole('link').allInnerTexts();
  expect(still).toBe(first);
  expect(other).not.toBe(second);
  const widthPx = await table.evaluate((element) => element.scrollWidth);
  expect(widthPx).toBeLessThanOrEqual(390);
  await explorer.expectAccessible();
});

test('it prints whole, its maps and bars with it', async ({ explorer }) => {
  const { page } = explorer;
  await open(page, await keys(page, 2));
  await expect(page.getByRole('table').getByRole('img')).toHaveCount(2, { timeout: 90_000 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'ODIN' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  const [shown, whole] = await page.evaluate(() => {
    const work = document.getElementById('work');
    return [work?.clientHeight ?? 0, work?.scrollHeight ?? 1];
  });
  expect(shown).toBe(whole);
});
