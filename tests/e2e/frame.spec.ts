import { expect, test } from './explorer.ts';

const SALE = '?view=53.43,-2.29,12.5';

test('the search says what it takes, finds a position in minutes and seconds, and remembers it', async ({
  explorer,
  page,
}) => {
  await explorer.open(SALE);
  await page.keyboard.press('Control+k');
  await expect(page.getByText('What can be looked for')).toBeVisible();
  await explorer.search.fill(`53°28'40"N 2°14'34"W`);
  await page.getByRole('option', { name: /Latitude, longitude: SJ/u }).click();
  await expect.poll(() => explorer.query()).toContain('view=53.47');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(page.getByRole('group', { name: 'Lately' }).getByRole('option')).toHaveCount(1);
  await explorer.search.fill('qqqqq');
  await expect(page.getByText('Nothing found for “qqqqq”')).toBeVisible();
  await explorer.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Nothing found for “qqqqq”')).toBeHidden();
});

test('without a network it says so, keeps what it has, and goes on by itself', async ({
  context,
  explorer,
  page,
}) => {
  await explorer.open(SALE);
  await context.setOffline(true);
  await expect(page.getByText('No connection.', { exact: true })).toBeVisible();
  await expect(explorer.announcer).toContainText('No connection');
  await expect(explorer.panel.getByRole('heading', { name: /On the map/u })).toBeVisible();
  await explorer.expectAccessible();
  await context.setOffline(false);
  await expect(page.getByText('No connection.', { exact: true })).toBeHidden();
  explorer.complaints.length = 0;
});

test('a layer whose tiles fail is named, and comes when it is tried again', async ({
  explorer,
  page,
}) => {
  await page.route('**/tiles/**', (route) => route.abort());
  await page.goto('about:blank');
  await explorer.open(SALE);
  const failed = explorer.panel.getByText('Failed').first();
  await expect(failed).toBeVisible();
  await page.unroute('**/tiles/**');
  const tile = page.waitForResponse((response) => response.url().includes('/tiles/'), {
    timeout: 30_000,
  });
  await explorer.panel.getByRole('button', { name: 'Try again' }).first().click();
  expect((await tile).ok()).toBe(true);
  await expect(failed).toBeHidden({ timeout: 15_000 });
  explorer.complaints.length = 0;
});

test('a card tells of its editions', async ({ explorer }) => {
  await explorer.open(SALE);
  await explorer.find('Sale Water Park', /Sale Water Park.*Tram stop/u);
  await expect(explorer.card.getByText(/First seen in edition 1/u)).toBeVisible();
});

test('nothing must be scrolled sideways at 400 %, and the statement says what was tested', async ({
  explorer,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await explorer.open(SALE);
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  expect(await overflow()).toBe(0);
  await page.goto(new URL('/accessibility', page.url()).href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accessibility statement');
  expect(await overflow()).toBe(0);
  await explorer.expectAccessible();
});

test('a row of the workbench opens the download with its layer alone', async ({
  explorer,
  page,
}) => {
  await explorer.open(SALE);
  await explorer.panel.getByRole('button', { name: /^Tram stops/u }).click();
  await explorer.panel.getByRole('button', { name: 'Download Tram stops', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Download' });
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(dialog.getByRole('checkbox', { name: /^Tram stops/u })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: 'Everywhere' })).toBeChecked();
  await expect(dialog.getByRole('link', { name: 'Download' })).toBeVisible();
});
