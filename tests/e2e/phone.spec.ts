import { expect, test } from './explorer.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('the sheet of a phone opens, closes and drags, and the map stays above it', async ({
  explorer,
  page,
}) => {
  await explorer.open('?view=53.43,-2.29,12.5');
  const heightOf = async () => (await explorer.panel.boundingBox())?.height ?? 0;
  const half = await heightOf();
  await explorer.panel.getByRole('button', { name: 'Collapse' }).tap();
  await expect.poll(heightOf).toBeLessThan(half / 2);
  await expect.poll(() => explorer.query()).toContain('panel=peek');
  await explorer.panel.getByRole('button', { name: 'Expand' }).tap();
  await expect.poll(heightOf).toBe(half);

  const box = await explorer.panel.boundingBox();
  await page.mouse.move(195, (box?.y ?? 0) + 10);
  await page.mouse.down();
  await page.mouse.move(195, 300, { steps: 5 });
  await page.mouse.move(195, 110, { steps: 5 });
  await page.mouse.up();
  await expect.poll(heightOf).toBeGreaterThan(half + 100);
  await explorer.expectAccessible();
});

test('on a phone the card takes the place of the panel', async ({ explorer, page }) => {
  await explorer.open('?view=53.43,-2.29,12.5');
  await explorer.find('Sale Water Park', /Sale Water Park.*Tram stop/u);
  await expect(explorer.card.getByRole('heading', { level: 2 })).toHaveText('Sale Water Park');
  await expect(explorer.panel).toBeHidden();
  await explorer.expectAccessible();
  await explorer.card.getByRole('button', { name: 'Close the card' }).tap();
  await expect(explorer.panel).toBeVisible();
  await expect(page.locator('.attribution')).toBeVisible();
});

test('everything to press on a phone is at least 24 px, and the main things 44', async ({
  explorer,
  page,
}) => {
  await explorer.open('?view=53.43,-2.29,12.5');
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, input')]
      .filter(
        (element) => element.checkVisibility() && element.closest('.hidden, .skip-links') === null,
      )
      .map((element) => ({
        html: element.outerHTML.slice(0, 120),
        box: element.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 2 && (box.height < 24 || box.width < 24))
      .map(({ html }) => html),
  );
  expect(small).toEqual([]);
  for (const name of ['Zoom in', 'Expand', 'Collapse']) {
    const box = await page.getByRole('button', { name }).first().boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
  }
});

test('at 400 % zoom everything is reached without scrolling sideways', async ({
  explorer,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await explorer.open('?view=53.43,-2.29,12.5&panel=full');
  await expect(explorer.panel.getByRole('heading', { name: /^On the map/u })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await explorer.search.focus();
  await expect(explorer.search).toBeInViewport({ ratio: 1 });
  await explorer.expectAccessible();
});
