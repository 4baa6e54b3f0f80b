import { expect, test } from './explorer.ts';

/** Demonstration data: 153 sites of two districts, one record without a position. */
const SITES = 'brownfield-site.ogl-uk-3-0.synthetic';

test('a wide list is sorted by its heads, turned page by page and given other columns', async ({
  explorer,
  page,
}) => {
  await explorer.open(`?layers=${SITES},tram-stop.ogl-uk-3-0&tab=list`);
  await page.getByRole('combobox', { name: 'Layer listed' }).selectOption(SITES);
  const table = page.getByRole('table', { name: /^Brownfield land registers/u });
  await expect(table.getByRole('row')).toHaveCount(26);
  await expect(page.getByText(/1 to 25 of 153 · together [\d.]+ ha/u)).toBeVisible();

  const head = table.getByRole('columnheader', { name: 'Area, ha' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(() => explorer.query()).toContain('sort=-area-ha');

  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByText('Page 2 of 7')).toBeVisible();
  await expect.poll(() => explorer.query()).toContain('page=2');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Deliverable' }).click();
  await page.keyboard.press('Escape');
  await expect(table.getByRole('columnheader', { name: 'Deliverable' })).toBeVisible();
  await expect(table.getByText('Not stated').first()).toBeVisible();
  await expect.poll(() => explorer.query()).toContain('deliverable');

  await page.reload();
  await explorer.settled();
  await expect(table.getByRole('columnheader', { name: 'Deliverable' })).toBeVisible();
  await expect(page.getByText('Page 2 of 7')).toBeVisible();
  await explorer.expectAccessible();
});

test('a record that is not on the map is named, with its published line', async ({
  explorer,
  page,
}) => {
  await explorer.open(`?layers=${SITES}&tab=list`);
  const bar = page.getByRole('region', { name: 'Records not on the map' });
  await expect(bar).toContainText('1 record is not on the map.');
  await bar.getByRole('button', { name: 'Show it' }).click();
  await expect(bar.locator('pre')).toContainText('DEMO/MCC/041');
  await expect(bar.getByRole('link', { name: 'The dataset and its issues' })).toBeVisible();
});

test('who cannot use the map works the list alone, by keyboard', async ({ explorer, page }) => {
  await explorer.open(`?layers=${SITES}&tab=list&view=53.5,-2.2,11`);
  await page.getByRole('button', { name: 'List only, no map' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => explorer.query()).toContain('width=full');
  await expect(explorer.map).toBeHidden();

  const rows = page.getByRole('rowheader');
  await rows.first().getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1).getByRole('button')).toBeFocused();
  const name = await rows.nth(1).innerText();
  await page.keyboard.press('Enter');
  await expect(explorer.card.getByRole('heading', { level: 2 })).toHaveText(name);
  await explorer.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(explorer.card).toBeHidden();
  await expect(rows.nth(1).getByRole('button')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: `Show ${name} on the map` })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(explorer.map).toBeVisible();
});

test('a place that was searched for is what distances are from', async ({ explorer, page }) => {
  await explorer.open(`?layers=tram-stop.ogl-uk-3-0&tab=list`);
  await explorer.find('SJ 79 91', /SJ/u);
  await expect.poll(() => explorer.query()).toContain('from=');
  await expect(page.getByText(/^Distances from /u)).toBeVisible();
  await page.getByRole('button', { name: /^Measure distances from the centre/u }).click();
  await expect.poll(() => explorer.query()).not.toContain('from=');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('the list is cards, with filters folded away', async ({ explorer, page }) => {
    await explorer.open(`?layers=${SITES}&tab=list&panel=full&filter=${SITES}~area-ha:5..`);
    await expect(
      page
        .getByRole('list', { name: /^Brownfield/u })
        .getByRole('button')
        .first(),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'List only, no map' })).toBeHidden();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await expect(page.getByRole('slider', { name: 'Area, ha, least' })).toBeVisible();
    await explorer.expectAccessible();
    await page.getByRole('button', { name: /^Remove the filter Area/u }).click();
    await expect(page.getByRole('heading', { name: '153 in view' })).toBeVisible();
  });
});
