import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Explorer, expect, test } from './explorer.ts';

// Hexagons over the whole region, on the demonstration data: painted, read by keys, listed, counted and taken away.

const SURFACE = 'sites?search=data-centre&map=surface';

const map = (page: Page) => page.getByRole('application', { name: /^Map of hexagons/u });

/** Open the surface and wait until it is painted. */
async function open(explorer: Explorer, query = SURFACE): Promise<void> {
  const { page } = explorer;
  await page.goto(`${Explorer.address}/${query}`);
  await expect(map(page)).toHaveAttribute('data-painter', /deck|fill/u, { timeout: 90_000 });
  await expect(page.getByText(/cells scored$/u)).toBeVisible();
}

/** A colour of the ramp, 60 to 80 points, light mode. Source: `client/map/sites-ramp.ts`. */
const GOOD = [155, 97, 0] as const;

/** Least pixels of a colour that hundreds of hexagons take. */
const PAINTED_PX = 1_500;

test('hexagons are painted by deck.gl, which comes with the surface alone', async ({
  explorer,
}) => {
  const { page } = explorer;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${Explorer.address}/sites?search=data-centre~area:1..`);
  await expect(page.getByRole('application', { name: /^Map/u })).toHaveAttribute(
    'data-idle',
    'true',
    { timeout: 90_000 },
  );
  expect(await explorer.pixelsNear(...GOOD)).toBeLessThan(PAINTED_PX);
  expect(asked.filter((url) => url.includes('sites-cells'))).toEqual([]);
  await page.getByRole('radio', { name: 'Surface' }).check();
  await expect(map(page)).toHaveAttribute('data-painter', 'deck', { timeout: 90_000 });
  await expect
    .poll(() => explorer.pixelsNear(...GOOD), { timeout: 60_000 })
    .toBeGreaterThan(PAINTED_PX);
  expect(asked.filter((url) => url.includes('sites-cells'))).toHaveLength(1);
});

test('where what paints them does not come, the map paints them itself and says so', async ({
  explorer,
}) => {
  const { page } = explorer;
  await page.route(/sites-cells-/u, (route) => route.abort());
  await open(explorer);
  await expect(map(page)).toHaveAttribute('data-painter', 'fill');
  await expect(page.getByText(/drawn the plain way/u)).toBeVisible();
  await expect
    .poll(() => explorer.pixelsNear(...GOOD), { timeout: 60_000 })
    .toBeGreaterThan(PAINTED_PX);
  // the refusal is what was tested
  explorer.complaints.length = 0;
});

test('the legend, the list and the districts count the same cells', async ({ explorer }) => {
  const { page } = explorer;
  await open(explorer);
  const numbers = async (locator: ReturnType<Page['locator']>): Promise<number[]> =>
    (await locator.allInnerTexts()).map((text) => Number(text.replace(/[^\d]/gu, '')));
  const table = page.getByRole('table');
  const cells = await numbers(table.locator('tbody td:nth-child(2)'));
  const all = cells.reduce((sum, count) => sum + count, 0);
  const [scored = 0] = await numbers(page.getByText(/cells scored$/u));
  const legend = page
    .getByRole('group')
    .filter({ has: page.getByRole('heading', { name: 'Score' }) });
  const apart = await numbers(legend.locator('dd'));
  const bars = (await legend.getByRole('listitem').allTextContents()).map((text) =>
    Number((/: ([\d,]+) cells/u.exec(text)?.[1] ?? '').replace(',', '')),
  );
  expect(all).toBeGreaterThan(1_500);
  expect(bars.reduce((sum, count) => sum + count, 0)).toBe(scored);
  expect(apart.reduce((sum, count) => sum + count, scored)).toBe(all);
  await page.getByRole('button', { name: /^Show all/u }).click();
  await expect(page.locator('.cell-list button')).toHaveCount(scored);
});

test('arrow keys go from cell to cell and say where; a site is started there', async ({
  explorer,
}) => {
  const { page } = explorer;
  await open(explorer);
  await map(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(explorer.announcer).toContainText(/^Near .+, score \d+/u);
  const first = await explorer.announcer.textContent();
  await page.keyboard.press('ArrowDown');
  await expect(explorer.announcer).not.toHaveText(first ?? '');
  await expect(explorer.announcer).toContainText(/^Near .+, (?:score|ruled out|not known)/u);
  const card = page.getByRole('region', { name: 'Selected cell' });
  await expect(card).toBeVisible();
  await card.getByRole('button', { name: 'Start a site here' }).click();
  await expect.poll(() => explorer.query()).toContain('polygon:');
  await expect(page.getByRole('application', { name: /^Map\. /u })).toBeVisible();
});

test('cells are taken away with what is known of each and whom to credit', async ({ explorer }) => {
  const { page } = explorer;
  await open(explorer);
  const take = async (format: RegExp): Promise<string> => {
    await page.getByRole('button', { name: 'Download cells' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: format }).click();
    return readFileSync(await (await coming).path(), 'utf8');
  };
  const [heads = '', ...rows] = (await take(/CSV/u)).trimEnd().split('\r\n');
  expect(heads).toContain('score-least');
  expect(rows.length).toBeGreaterThan(1_500);
  expect(rows.every((row) => /Contains|Demonstration|demonstration/u.test(row))).toBe(true);
  const file = JSON.parse(await take(/GeoJSON/u));
  expect(file.features).toHaveLength(rows.length);
  expect(file.credits.length).toBeGreaterThan(0);
  expect(file.features[0].properties.synthetic).toBe(true);
});

test('what is invented is said over the map, and axe finds nothing', async ({ explorer }) => {
  const { page } = explorer;
  await open(explorer);
  await expect(
    page.getByText(/invented to show the method. Do not act on this map/u),
  ).toBeVisible();
  await explorer.expectAccessible();
  await page.getByRole('button', { name: /^1 Near/u }).click();
  await expect(page.getByRole('region', { name: 'Selected cell' })).toBeVisible();
  await explorer.expectAccessible();
});
