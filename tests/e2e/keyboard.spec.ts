import { expect, test } from './explorer.ts';
import { tabTo } from './hand.ts';

test('layers are added, hidden, ordered and faded by keyboard alone', async ({
  explorer,
  page,
}) => {
  await explorer.open('?layers=tram-stop.ogl-uk-3-0');
  const filter = page.getByRole('searchbox', { name: 'Filter layers' });
  await filter.focus();
  await page.keyboard.type('rail stations');
  await tabTo(page, page.getByRole('checkbox', { name: /Rail stations/u }));
  await page.keyboard.press('Space');
  await expect(explorer.announcer).toContainText('Rail stations added to the map');
  await expect(explorer.panel.locator('.workbench-row').first()).toContainText('Rail stations');

  await page.getByRole('button', { name: 'Hide Rail stations' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => explorer.query()).toContain('!rail-station');
  await page
    .getByRole('button', { name: /^Rail stations/u })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('slider', { name: 'Opacity' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => explorer.query()).toContain('~95');
  await page.getByRole('button', { name: 'Move Rail stations down' }).focus();
  await page.keyboard.press('Enter');
  await expect(explorer.announcer).toContainText('2 of 2');
  await explorer.expectAccessible();
});

test('the map is steered and read by keyboard alone', async ({ explorer, page }) => {
  await explorer.open('?layers=tram-stop.ogl-uk-3-0&view=53.4238,-2.2914,14');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the map' });
  while (!(await skip.evaluate((link) => link === document.activeElement))) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(explorer.map).toBeFocused();
  await expect(explorer.map).toHaveClass(/focused/u);
  const before = explorer.query();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => explorer.query()).not.toBe(before);
  await page.keyboard.press('Alt+i');
  await expect(explorer.announcer).toContainText(/view .* wide/u);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Map keys' })).toBeVisible();
  await explorer.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(explorer.map).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(explorer.panel).toBeFocused();
});

test('the search is worked by keyboard alone', async ({ explorer, page }) => {
  await explorer.open();
  await page.keyboard.press('Control+k');
  await expect(explorer.search).toBeFocused();
  await page.keyboard.type('Sale Water Park');
  await expect(page.getByRole('option').first()).toBeVisible();
  await explorer.expectAccessible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option').first()).toBeHidden();
  await expect.poll(() => explorer.query()).toMatch(/view=53\.4\d+,-2\.2\d+,1[34]/u);
});
