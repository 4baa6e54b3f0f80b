import type { Page } from '@playwright/test';
import { BROWSER } from './browser.ts';
import { type OwnServer, startOwnServer } from './own-server.ts';
import { changedRegister, publishRegister, tokenToPublish } from './register-edition.ts';
import { expect, test } from './sites.ts';

/** The larger sites of one made-up register: few enough to follow each. */
const SEARCH = 'data-centre~in:land/brownfield-site;E08000003~area:5.6..';

/** One grows over the threshold, one shrinks below it, one is moved; the northing that lost a digit has it again. */
const NEXT = changedRegister([
  ['387535,398682,5.31', '387535,398682,5.91'],
  ['381625,386278,5.78', '381625,386278,5.2'],
  ['389202,400039,5.8', '389002,399839,5.8'],
  ['381466,38892,', '381466,388920,'],
]);
const [ENTERS, LEAVES, CHANGES, STAYS] = [33, 7, 85, 34].map(
  (number) => `Demonstration site ${number}, synthetic`,
) as [string, string, string, string];

let odin: OwnServer | undefined;
const before = { address: process.env.ODIN_E2E, data: process.env.ODIN_E2E_DATA };

test.beforeAll(async () => {
  if (BROWSER === undefined) return;
  odin = await startOwnServer({});
  process.env.ODIN_E2E = odin.address;
  process.env.ODIN_E2E_DATA = odin.data;
});
test.afterAll(async () => {
  process.env.ODIN_E2E = before.address;
  process.env.ODIN_E2E_DATA = before.data;
  await odin?.close();
});

/** What the report itself says: everything but what became of the data since. */
const articleOf = (page: Page): Promise<string> => page.locator('article').first().innerHTML();

/** Rows of what changed, newest first, as read: day, what, site, why. */
const changesOf = (page: Page) =>
  page.getByRole('region', { name: 'What changed, newest first' }).locator('tbody tr');

test('a saved search tells what a new edition changed: page, feeds and finder say the same; a report stays as it was', async ({
  finder,
  explorer,
  page,
}) => {
  test.setTimeout(300_000);
  const token = await tokenToPublish(page);

  await finder.open(`?search=${encodeURIComponent(SEARCH)}`);
  const names = finder.ranking.locator('.ranked:not(.left) .ranked-name');
  await expect(names).toHaveText([CHANGES, STAYS, LEAVES]);
  await finder.criteria.getByRole('button', { name: 'Save search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this search' });
  await dialog.getByLabel('Title', { exact: true }).fill('Large sites in Manchester');
  await dialog.getByRole('button', { name: 'Save and watch' }).click();
  await dialog.getByRole('link', { name: 'Its page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Large sites in Manchester');
  await expect(page.getByRole('main')).toContainText('3 of 95 sites meet every must now.');
  await expect(changesOf(page)).toHaveCount(1);
  await explorer.expectAccessible();
  const kept = page.url();

  await page.getByRole('link', { name: CHANGES }).click();
  await expect(page).toHaveURL(/as-of=/u);
  const [report, article] = [page.url(), await articleOf(page)];
  await expect(page.getByRole('main')).not.toContainText('newer edition exists');

  await publishRegister(page.request, token, NEXT);

  await test.step('its page tells who entered, left and changed, and why', async () => {
    await page.goto(kept);
    await expect(page.getByRole('main')).toContainText('3 of 96 sites meet every must now.');
    const changes = changesOf(page);
    const told = [
      [
        'Entered',
        ENTERS,
        /Meets now: Site area at least 5\.6\sha \(5\.91\sha\)\. Score 57, rank 1/u,
      ],
      [
        'Left',
        LEAVES,
        /No longer meets: Site area at least 5\.6\sha \(5\.20\sha; 5\.78\sha before\)/u,
      ],
      ['Changed', CHANGES, /Score \d+, \d+ before, and rank 2, 1 before: .* before/u],
    ] as const;
    for (const [what, site, why] of told) {
      const row = changes.filter({ has: page.getByRole('rowheader', { name: site }) });
      await expect(row).toContainText(what);
      await expect(row).toContainText(why);
    }
    await expect(changes.filter({ has: page.getByRole('rowheader', { name: STAYS }) })).toHaveCount(
      0,
    );
    await explorer.expectAccessible();
  });

  const rows = await changesOf(page).evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('th, td')].slice(1).map((cell) => cell.textContent)),
  );
  await test.step('both feeds tell the same, in the same words and order', async () => {
    const json = (await (await page.request.get(`${kept}/feed.json`)).json()) as {
      items: { title: string; content_text: string }[];
    };
    const fromJson = json.items.map(({ title, content_text }) => [title, content_text]);
    expect(fromJson.slice(0, -1)).toEqual(
      rows.slice(0, -1).map(([what, site, why]) => [`${what}: ${site}`, why]),
    );
    const atom = await (await page.request.get(`${kept}/feed.atom`)).text();
    const fromAtom = await page.evaluate((text) => {
      const feed = new DOMParser().parseFromString(text, 'application/xml');
      const within = (entry: Element, name: string) => entry.querySelector(name)?.textContent;
      return [...feed.querySelectorAll('entry')].map((entry) => [
        within(entry, 'title'),
        within(entry, 'content'),
      ]);
    }, atom);
    expect(fromAtom).toEqual(fromJson);
  });

  await test.step('the finder ranks anew', async () => {
    await page.getByRole('link', { name: 'Open in the finder' }).click();
    await expect(names).toHaveText([ENTERS, CHANGES, STAYS], { timeout: 60_000 });
  });

  await test.step('the report of before is the same at its address, and says that a newer edition exists', async () => {
    await page.goto(report);
    expect(await articleOf(page)).toBe(article);
    await expect(page.getByRole('main')).toContainText(/newer edition exists/iu);
    await explorer.expectAccessible();
    await page.getByRole('main').getByRole('link', { name: /now/iu }).first().click();
    await expect(page).not.toHaveURL(report);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(CHANGES);
    expect(await articleOf(page)).not.toBe(article);
    await expect(page.getByRole('main')).not.toContainText(/newer edition exists/iu);
  });
});
