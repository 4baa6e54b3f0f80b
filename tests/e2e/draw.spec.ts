import type { Page } from '@playwright/test';
import { expect, test } from './explorer.ts';

const VIEW = 'view=53.43,-2.27,13.5';

/** Click a position of the page, moving there first as a hand does. */
async function click(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.click(x, y);
}

test('an area is drawn, edited, undone and closed with the mouse', async ({ explorer, page }) => {
  await explorer.open(`?${VIEW}`);
  await page.getByRole('button', { name: 'Draw an area' }).click();
  const bar = page.getByRole('region', { name: 'Drawing' });
  await expect(bar).toContainText('Place the first corner');
  const corners = [
    [700, 250],
    [1000, 200],
    [1150, 400],
    [900, 600],
  ] as const;
  for (const [index, [x, y]] of corners.entries()) {
    await click(page, x, y);
    await expect(bar).toContainText(index === 0 ? '1 corner' : `${index + 1} corners`);
  }
  await expect(explorer.announcer).toContainText(/Corner 4 placed, .* from the last, .* ha/u);
  await explorer.expectAccessible();
  await page.mouse.dblclick(720, 450);
  await expect(bar).toContainText('5 corners');
  await expect.poll(() => explorer.query()).toMatch(/area=polygon:-2\.28\d+,53\.43\d+;/u);
  await expect(page.getByRole('heading', { name: 'What is in this area' })).toBeVisible();

  const before = explorer.query();
  const handle = page.getByRole('button', { name: 'Corner 2 of 5' });
  const box = await handle.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 12, (box?.y ?? 0) + 12, { steps: 3 });
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) - 30, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => explorer.query()).not.toBe(before);
  await bar.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => explorer.query()).toBe(before);
  await page.getByRole('button', { name: 'New corner between 1 and 2' }).click();
  await expect(bar).toContainText('6 corners');
  await page.getByRole('button', { name: 'Corner 2 of 6' }).click({ button: 'right' });
  await expect(bar).toContainText('5 corners');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect.poll(() => explorer.query()).toContain('area=polygon:');
});

test('an area is drawn and edited by keyboard alone', async ({ explorer, page }) => {
  await explorer.open(`?${VIEW}`);
  await page.getByRole('button', { name: 'Draw an area' }).focus();
  await page.keyboard.press('Enter');
  const bar = page.getByRole('region', { name: 'Drawing' });
  await expect(bar).toBeVisible();
  await expect(explorer.map).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(explorer.announcer).toContainText('Corner 1 placed');
  for (const keys of [['ArrowRight', 'ArrowRight'], ['ArrowDown'], ['ArrowLeft']]) {
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
  }
  await expect(explorer.announcer).toContainText(/Corner 4 placed, \d+ m from the last, .* ha/u);
  await page.keyboard.press('Backspace');
  await expect(explorer.announcer).toContainText('Corner removed, 3 corners');
  await page.keyboard.press('Control+z');
  await expect(bar).toContainText('4 corners');
  // Escape gives up what is unfinished, and undo brings it back
  await page.keyboard.press('Escape');
  await expect(bar).toContainText('Place the first corner');
  await page.keyboard.press('Control+z');
  await expect(bar).toContainText('4 corners');
  // again where the last one stands
  await page.keyboard.press('Enter');
  await expect.poll(() => explorer.query()).toContain('area=polygon:');

  const corner = page.getByRole('button', { name: 'Corner 1 of 4' });
  await corner.focus();
  const before = explorer.query();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => explorer.query()).not.toBe(before);
  await expect(corner).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(bar).toContainText('3 corners');
  await expect(page.getByRole('button', { name: 'Corner 1 of 3' })).toBeFocused();
  await explorer.expectAccessible();
});

test('coordinates are typed, and a wrong line is named', async ({ explorer, page }) => {
  await explorer.open(`?${VIEW}&tab=area`);
  await page.getByRole('button', { name: 'Type coordinates' }).click();
  const text = page.getByRole('textbox', { name: /^Coordinates/u });
  await text.fill('SJ 81900 92900\nnowhere\n382900 392900');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Use these coordinates' }).click();
  await expect(page.getByRole('alert')).toContainText('Line 2: Part of this is no number. nowhere');
  await explorer.expectAccessible();
  await text.fill('SJ 81900 92900\n53.42, -2.26\n382900 392900');
  await page.getByRole('button', { name: 'Use these coordinates' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect
    .poll(() => explorer.query())
    .toMatch(/area=polygon:-2\.27\d+,53\.43\d+;-2\.26,53\.42;/u);
});

test('a straight line is measured in the units of the reader', async ({ explorer, page }) => {
  await explorer.open(`?${VIEW}`);
  await page.getByRole('button', { name: 'Measure' }).click();
  const bar = page.getByRole('region', { name: 'Drawing' });
  await expect(bar).toBeVisible();
  await click(page, 700, 300);
  await click(page, 1000, 500);
  await page.keyboard.press('Enter');
  await expect(bar).toContainText(/Straight line 2 corners · 1\.\d\d km · 12\d°/u);
  await bar.getByRole('button', { name: 'Sides' }).click();
  await expect(bar.getByRole('cell', { name: /^SJ \d{5} \d{5}$/u })).toHaveCount(2);
  await bar.getByRole('radio', { name: 'Imperial' }).check();
  await expect(bar).toContainText(/1,\d{3} yd/u);
  await explorer.expectAccessible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('an area is drawn with one finger, and its corners are large enough to hold', async ({
    explorer,
    page,
  }) => {
    await explorer.open(`?${VIEW}`);
    await page.getByRole('button', { name: 'Draw an area' }).tap();
    const bar = page.getByRole('region', { name: 'Drawing' });
    await expect(bar).toBeVisible();
    for (const [x, y] of [
      [80, 260],
      [280, 280],
      [200, 480],
    ] as const) {
      await page.touchscreen.tap(x, y);
      await page.waitForTimeout(400);
    }
    await bar.getByRole('button', { name: 'Finish' }).tap();
    await expect(page.getByRole('heading', { name: 'What is in this area' })).toBeVisible();
    const box = await page.getByRole('button', { name: 'Corner 1 of 3' }).boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(44);
    await explorer.expectAccessible();
  });
});
