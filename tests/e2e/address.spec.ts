import { expect, test } from './explorer.ts';

test('the address brings back view, layers and their order, opacity and feature', async ({
  explorer,
  page,
}) => {
  await explorer.open(
    '?view=53.42,-2.28,12.5&layers=tram-stop.ogl-uk-3-0~60,!rail-station.ogl-uk-3-0&tab=layers',
  );
  const rows = explorer.panel.locator('.workbench-row');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Tram stops');
  await expect(page.getByRole('button', { name: 'Show Rail stations' })).toBeVisible();
  await rows.first().locator('.workbench-name').click();
  await expect(page.getByRole('spinbutton', { name: /Opacity of Tram stops/u })).toHaveValue('60');

  await explorer.find('Sale Water Park', /Sale Water Park.*Tram stop/u);
  await expect(explorer.card).toBeVisible();
  await expect.poll(() => explorer.query()).toContain('feature=odin:');
  await page.reload();
  await explorer.settled();
  await expect(explorer.card.getByRole('heading', { level: 2 })).toHaveText('Sale Water Park');
  await expect(rows).toHaveCount(2);
});

test('Back closes the card and Forward opens it again', async ({ explorer, page }) => {
  await explorer.open('?view=53.42,-2.28,12.5');
  await explorer.find('Sale Water Park', /Sale Water Park.*Tram stop/u);
  await expect(explorer.card).toBeVisible();
  await expect.poll(() => explorer.query()).toContain('feature=odin:');
  await page.goBack();
  await expect(explorer.card).toBeHidden();
  await page.goForward();
  await expect(explorer.card.getByRole('heading', { level: 2 })).toHaveText('Sale Water Park');
});

test('a link to a layer that is gone says so and shows the rest', async ({ explorer }) => {
  await explorer.open('?layers=tram-stop.ogl-uk-3-0,gone.ogl-uk-3-0');
  await expect(explorer.panel.getByText(/no longer published: gone/u)).toBeVisible();
  await expect(explorer.panel.locator('.workbench-row')).toHaveCount(1);
});

test('a link to a feature alone brings its layer and its place', async ({ explorer, page }) => {
  await explorer.open('?view=53.42,-2.28,12.5');
  await explorer.find('Sale Water Park', /Sale Water Park.*Tram stop/u);
  await expect.poll(() => explorer.query()).toContain('feature=odin:');
  const [, feature = ''] = /feature=([^&]+)/u.exec(explorer.query()) ?? [];
  await page.goto('about:blank');
  await explorer.open(`?layers=rail-station.ogl-uk-3-0&feature=${feature}`);
  await expect(explorer.card.getByRole('heading', { level: 2 })).toHaveText('Sale Water Park');
  await expect(explorer.panel.locator('.workbench-row').first()).toContainText('Tram stops');
  await expect(page).toHaveTitle(/^Sale Water Park/u);
  await expect.poll(() => explorer.query()).toMatch(/view=53\.4\d+,-2\.\d+,1[34]/u);
});
