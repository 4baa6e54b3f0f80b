import { type Explorer, expect, test } from './explorer.ts';

/** Demonstration data: 153 sites of two districts. */
const SITES = 'brownfield-site.ogl-uk-3-0.synthetic';
const SITE = { red: 168, green: 104, blue: 0 };

const panelOf = ({ panel }: Explorer) => panel.getByRole('region', { name: /^Filters of/u });

/** Pixels of the map in the full colour of a site. */
const sitePixels = (explorer: Explorer) => explorer.pixelsNear(SITE.red, SITE.green, SITE.blue);

test('a planner filters by figures and values, dims, hides and goes back by mouse', async ({
  explorer,
  page,
}) => {
  await explorer.open(`?layers=${SITES}&view=53.5,-2.2,11`);
  await expect.poll(() => sitePixels(explorer)).toBeGreaterThan(400);
  const all = await sitePixels(explorer);

  await page.getByRole('button', { name: 'Filter Brownfield land registers' }).click();
  const filters = panelOf(explorer);
  await filters.getByRole('combobox', { name: 'Add a filter' }).click();
  await page.getByRole('option', { name: /^Area, ha/u }).click();
  const least = filters.getByRole('textbox', { name: 'Area, ha, least' });
  await least.fill('5');
  await least.press('Enter');
  await expect.poll(() => explorer.query()).toContain(`filter=${SITES}~area-ha:5..`);
  await expect(filters.getByText('5 ha and over')).toBeVisible();
  await expect(explorer.panel.getByText('Does not match, dimmed')).toBeVisible();
  await expect.poll(() => sitePixels(explorer)).toBeLessThan(all / 2);

  await filters.getByRole('combobox', { name: 'Add a filter' }).click();
  await page.getByRole('option', { name: /^Deliverable/u }).click();
  // not in the tiles: the server names the sites that match
  await filters.getByRole('checkbox', { name: /^Not stated by the publisher/u }).check();
  await expect.poll(() => explorer.query()).toContain('deliverable:(unknown)');
  await filters.getByRole('radio', { name: 'Hide' }).check();
  await expect.poll(() => explorer.query()).toContain('misses=hide');
  await expect(explorer.panel.getByText('What does not match is hidden.')).toBeVisible();

  await page.goBack();
  await expect(filters.getByText('5 ha and over')).toBeVisible();
  await expect.poll(() => explorer.query()).not.toContain('deliverable');
  await filters.getByRole('button', { name: 'Clear all filters' }).click();
  await expect.poll(() => explorer.query()).not.toContain('filter=');
  await expect.poll(() => sitePixels(explorer)).toBeGreaterThan(all * 0.9);
});

test('a filter is made, changed and removed by keyboard alone', async ({ explorer, page }) => {
  await explorer.open(`?layers=${SITES}`);
  await page.getByRole('button', { name: 'Filter Brownfield land registers' }).focus();
  await page.keyboard.press('Enter');
  const combo = panelOf(explorer).getByRole('combobox', { name: 'Add a filter' });
  await expect(combo).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(combo).toBeFocused();
  await page.keyboard.type('area');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const handle = page.getByRole('slider', { name: 'Area, ha, least' });
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await expect(handle).toHaveAttribute('aria-valuetext', '0.25');
  await page.keyboard.press('End');
  await expect(explorer.announcer).toContainText(/\d+ of 153 match/u);
  await explorer.expectAccessible();

  const remove = page.getByRole('button', { name: 'Remove the filter on Area' });
  await remove.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => explorer.query()).not.toContain('filter=');
});

test('a field that holds no figure says what it takes', async ({ explorer, page }) => {
  await explorer.open(`?layers=${SITES}&tab=list&filter=${SITES}~area-ha:2..`);
  const most = page.getByRole('textbox', { name: 'Area, ha, most' });
  await most.fill('half');
  await most.press('Enter');
  await expect(page.getByText('Type a number, like 1.5')).toBeVisible();
  await expect(most).toHaveAttribute('aria-invalid', 'true');
  await most.fill('1');
  await most.press('Enter');
  await expect(page.getByText('Nothing in view matches')).toBeVisible();
});

for (const theme of ['dark', 'contrast']) {
  test(`filters are clean to axe in ${theme}`, async ({ explorer, page }) => {
    await explorer.open(
      `?layers=${SITES},tram-stop.ogl-uk-3-0&list=${SITES}&tab=list&theme=${theme}&filter=${SITES}~area-ha:2..~planning-status:permissioned`,
    );
    await expect(page.getByRole('heading', { name: /^\d+ of 153 match$/u })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^Permissioned/u })).toBeChecked();
    await explorer.expectAccessible();
  });
}
