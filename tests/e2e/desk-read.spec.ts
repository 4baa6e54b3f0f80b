import { expect, test } from './desk.ts';

test('the read-back says what was read, and the vote which readings lost', async ({
  desk,
  page,
}) => {
  await desk.begin('readback');
  await expect(desk.heading).toBeFocused();
  await expect(desk.heading).toContainText('We read 24 sites in one table.');
  await expect(desk.heading).toContainText('British National Grid');
  await expect(page.getByRole('row', { name: /easting first/u })).toContainText('Used');
  await expect(page.getByRole('row', { name: /northing first/u })).toContainText('0 of');
  await desk.drawn();
  await desk.explorer.expectAccessible();
  await page.getByRole('button', { name: 'Change kind of data' }).click();
  await expect(page.getByRole('radio', { name: /Brownfield/u }).first()).toBeChecked();
  await desk.explorer.expectAccessible();
});

test('columns are matched by keyboard alone: next, accept, keep, undo', async ({ desk, page }) => {
  await desk.begin('columns');
  await expect(desk.heading).toBeFocused();
  const rows = page.locator('.column');
  await rows.first().focus();
  await page.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rows.first()).toBeFocused();
  const before = await page.locator('.columns-words').textContent();
  const name = await rows.first().getByRole('rowheader').textContent();
  await page.keyboard.press('x');
  await expect(desk.said).toHaveText(`${name}: kept as you sent it.`);
  await expect(page.locator('.columns-words')).not.toHaveText(before ?? '');
  await expect(
    page.getByRole('button', { name: new RegExp(`^Undo: keep ${name}`, 'u') }),
  ).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(desk.said).toContainText(`Undone: keep ${name}`);
  await expect(page.locator('.columns-words')).toHaveText(before ?? '');
  await desk.explorer.expectAccessible();
});

test('a value that is not in the list is matched at the side, and kept as a rule', async ({
  desk,
  page,
}) => {
  await desk.begin('columns');
  await page.getByRole('rowheader', { name: 'OwnershipStatus' }).click();
  await page.getByRole('button', { name: 'choose one for Railway' }).click();
  await page.getByRole('radio', { name: 'Mixed ownership' }).check();
  await expect(page.getByRole('button', { name: 'Mixed ownership for Railway' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Undo: read “Railway”/u })).toBeVisible();
  await desk.explorer.expectAccessible();
});

for (const theme of ['dark', 'contrast'] as const) {
  test(`file, read-back and columns are readable in ${theme}`, async ({ desk, page }) => {
    await page.addInitScript((chosen) => localStorage.setItem('odin.appearance', chosen), theme);
    await desk.begin('file');
    for (const step of ['file', 'readback', 'columns']) {
      await desk.goTo(step);
      await expect(desk.heading).toBeFocused();
      await desk.explorer.expectAccessible();
    }
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the map stands above, the work in a sheet, the steps behind a button', async ({
    desk,
    page,
  }) => {
    await desk.begin('readback');
    await desk.drawn();
    const sheet = page.getByRole('region', { name: 'Work' });
    const half = (await sheet.boundingBox())?.height ?? 0;
    await page.getByRole('button', { name: 'Expand' }).click();
    await expect.poll(async () => (await sheet.boundingBox())?.height ?? 0).toBeGreaterThan(half);
    await desk.explorer.expectAccessible();
    await page.getByRole('button', { name: /^Step 2 of 7/u }).click();
    await page.getByRole('menuitem', { name: /^Columns/u }).click();
    await expect(desk.heading).toHaveText('Match your columns to ours');
    await desk.explorer.expectAccessible();
    for (const button of await page.locator('.action-bar .button').all()) {
      expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
    }
  });
});
