import type { Page } from '@playwright/test';
import { expect, test } from './explorer.ts';
import { type Hand, keysOf, mouseOf } from './hand.ts';

const SITES = 'brownfield-site.ogl-uk-3-0.synthetic';
const VIEW = `?view=53.47,-2.23,11.6&layers=${SITES},tram-stop.ogl-uk-3-0`;
const FIRST = /Manchester .*edition 1/;

const barOf = (page: Page) => page.getByRole('region', { name: 'Comparison' });

/** A tile of a layer as it once stood arrives, to be kept for ever. */
const pastTile = (page: Page) =>
  page.waitForResponse(
    (response) =>
      /\/tiles\/[^/]+\/as-of-[0-9a-f]+\//.test(response.url()) &&
      response.status() === 200 &&
      (response.headers()['cache-control'] ?? '').includes('immutable'),
  );

for (const handOf of [mouseOf, keysOf]) {
  const { name } = handOf({} as Page);

  test(`two editions of a register are laid under a divider, by ${name}`, async ({
    explorer,
    page,
  }) => {
    const hand = handOf(page);
    await explorer.open(VIEW);
    const arrived = pastTile(page);
    await hand.press(page.getByRole('button', { name: /^Compare layers or editions/ }));
    const bar = barOf(page);
    await hand.choose(bar.getByRole('group', { name: 'What is compared' }), 'Editions of a layer');
    await arrived;
    await expect(bar.getByRole('status')).toHaveText(/Left .*edition 1, .* Right Today/);
    await expect.poll(() => explorer.query()).toMatch(/editions=brownfield[^&]+@2.*Z\.\.(&|$)/);
    await moveDivider(page, hand);
    await explorer.expectAccessible();
    await hand.press(bar.getByRole('button', { name: 'Swap' }));
    await expect(bar.getByRole('status')).toHaveText(/Left Today Right .*edition 1, /);
    await hand.press(bar.getByRole('button', { name: 'List changes' }));
    await expect(explorer.panel.getByRole('button', { name: '6 added' })).toBeVisible();
    await hand.press(bar.getByRole('button', { name: 'End the comparison' }));
    await expect(page.locator('.map-twin')).toHaveCount(0);
    await expect.poll(() => explorer.query()).not.toContain('editions=');
  });
}

test('a link brings both editions back, and either can be another', async ({ explorer, page }) => {
  await explorer.open(`${VIEW}&changes=${SITES}&tab=changes`);
  await explorer.panel.getByRole('button', { name: 'Compare the two on the map' }).press('Enter');
  const bar = barOf(page);
  await expect(bar.getByRole('status')).toHaveText(FIRST);
  await expect.poll(() => explorer.query()).toContain('editions=');
  const arrived = pastTile(page);
  await page.reload();
  await explorer.settled();
  await arrived;
  await expect(bar.getByRole('status')).toHaveText(FIRST);
  await bar.getByRole('button', { name: 'Choose' }).click();
  const right = bar.getByRole('combobox', { name: 'Right' });
  await expect(right.locator('option:checked')).toHaveText(/^Today/);
  const before = await right.locator('option', { hasText: /edition 2/ }).getAttribute('value');
  await right.selectOption(before);
  await expect(bar.getByRole('status')).toHaveText(/Left .*edition 1, .* Right .*edition 2, /);
  await expect.poll(() => explorer.query()).toContain(`..${before}`);
});

/** The divider goes where it is put. */
async function moveDivider(page: Page, hand: Hand): Promise<void> {
  const divider = page.getByRole('slider', { name: /^Divider/ });
  if (hand.name === 'keyboard') {
    await divider.press('PageDown');
    await expect(divider).toHaveAttribute('aria-valuenow', '40');
    return;
  }
  const box = await divider.boundingBox();
  if (box === null) throw new Error('The divider is not on the page');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 100, y, { steps: 4 });
  await page.mouse.up();
  await expect(divider).not.toHaveAttribute('aria-valuenow', '50');
}
