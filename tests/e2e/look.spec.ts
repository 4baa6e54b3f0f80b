import { expect, test } from './explorer.ts';

/** Electricity in the light theme, `--theme-energy`. */
const ENERGY = [0xc6, 0x36, 0x45] as const;

test('the first map shows features of the default layers, credited', async ({ explorer, page }) => {
  await explorer.open();
  await expect.poll(() => explorer.pixelsNear(...ENERGY)).toBeGreaterThan(200);
  await expect(explorer.panel.getByRole('heading', { name: /On the map 8 layers/u })).toBeVisible();
  await expect(page.locator('.attribution')).toContainText('Crown copyright');
  await expect(page.locator('.place-plate')).toContainText('Greater Manchester');
  await explorer.expectAccessible();
});

test('a hidden layer leaves the map and comes back', async ({ explorer, page }) => {
  await explorer.open('?layers=power-line.ogl-uk-3-0.synthetic');
  await expect.poll(() => explorer.pixelsNear(...ENERGY)).toBeGreaterThan(200);
  await page.getByRole('button', { name: /^Hide Power lines/u }).click();
  await expect.poll(() => explorer.pixelsNear(...ENERGY)).toBeLessThan(20);
  await page.getByRole('button', { name: /^Show Power lines/u }).click();
  await expect.poll(() => explorer.pixelsNear(...ENERGY)).toBeGreaterThan(200);
});

for (const [name, query] of [
  ['dark', '?theme=dark&view=53.43,-2.29,12.5'],
  ['high contrast', '?theme=contrast&view=53.43,-2.29,12.5'],
] as const) {
  test(`the ${name} theme is readable everywhere`, async ({ explorer, page }) => {
    await explorer.open(query);
    await explorer.find('Sale Water Park', /Sale Water Park/u);
    await page.getByRole('button', { name: 'Display' }).click();
    await expect(page.getByRole('menuitemradio', { name: /Light/u })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Energy/u }).click();
    await explorer.expectAccessible();
  });
}

test('the display follows the choice and the device', async ({ explorer, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await explorer.open();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('menuitemradio', { name: 'Light' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect.poll(() => explorer.query()).toContain('theme=light');
});

test('districts that supplied nothing are hatched and said, not left blank', async ({
  explorer,
  page,
}) => {
  await explorer.open('?layers=conservation-area.ogl-uk-3-0.synthetic');
  await explorer.panel.locator('.workbench-name').first().click();
  await page.getByRole('button', { name: 'Show gaps' }).click();
  const note = page.locator('.gap-note');
  await expect(note).toContainText('no data supplied for Conservation areas in 9 districts');
  await expect.poll(() => explorer.query()).toContain('gaps=conservation-area');
  await explorer.expectAccessible();
  await note.getByRole('button', { name: 'Hide gaps' }).click();
  await expect(note).toBeHidden();
});
