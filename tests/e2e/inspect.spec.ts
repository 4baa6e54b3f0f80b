import { expect, test } from './explorer.ts';

test('a search leads to a feature, and its card to the published line', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  await explorer.search.fill('Sale Water Park');
  await expect(explorer.announcer).toContainText(/under Features/u);
  const features = page.getByRole('group', { name: 'Features' });
  await features
    .getByRole('option', { name: /Sale Water Park/u })
    .first()
    .click();

  await expect(explorer.card.getByRole('heading', { level: 2 })).toHaveText('Sale Water Park');
  await expect(explorer.card.locator('.published mark')).toBeVisible();
  await expect(explorer.card.getByText('Placed by')).toBeVisible();
  await expect(explorer.card.getByText(/^column “/u)).toBeVisible();
  await expect.poll(() => explorer.query()).toContain('feature=odin:transport/tram-stop:');
  await explorer.expectAccessible();
});

test('every value tells where it comes from when it is pressed', async ({ explorer }) => {
  await explorer.open();
  await explorer.find('Sale Water Park', /Sale Water Park.*Tram stop/u);
  const name = explorer.card.locator('.attributes button').filter({ hasText: 'Sale Water Park' });
  await name.click();
  await expect(
    explorer.card.getByRole('heading', { name: 'Where “Sale Water Park” comes from' }),
  ).toBeVisible();
  await expect(explorer.card.locator('.published mark')).toHaveText(/Sale Water Park/u);
  await expect.poll(() => explorer.query()).toContain('explain=name');
});

test('a click on the map opens the feature under it, and Escape closes it', async ({
  explorer,
  page,
}) => {
  // the middle of the view is the stop of Sale Water Park, and stands in the middle beside the panel
  await explorer.open('?layers=tram-stop.ogl-uk-3-0&view=53.4283,-2.2908,14');
  const box = await explorer.map.boundingBox();
  const middle = { x: 372 + ((box?.width ?? 0) - 372) / 2, y: (box?.height ?? 0) / 2 };
  await explorer.map.click({ position: middle });
  await expect(explorer.card.getByRole('heading', { level: 2 })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(explorer.card).toBeHidden();
});

test('the list holds what is in view, nearest first, and opens it by keyboard', async ({
  explorer,
  page,
}) => {
  await explorer.open('?view=53.43,-2.29,12.5&tab=list');
  const rows = explorer.panel.locator('.row-name');
  await expect(explorer.panel.getByRole('heading', { name: /features in view/u })).toBeVisible();
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  const title = await rows.nth(1).textContent();
  await page.keyboard.press('Enter');
  await expect(explorer.card.getByRole('heading', { level: 2 })).toHaveText(title ?? '');
  await expect(rows.nth(1)).toHaveAttribute('aria-current', 'true');
  await explorer.expectAccessible();
});

test('the findings of a file are one step from its layer', async ({ explorer, page }) => {
  await explorer.open();
  await explorer.panel.locator('.workbench-name').first().click();
  const source = explorer.panel.locator('.sources a').first();
  await expect(source).toHaveAttribute('href', /^\/data\//u);
  await source.click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
