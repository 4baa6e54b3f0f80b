import { Explorer, expect, test } from './explorer.ts';

test('when the catalogue does not answer, the panel says what failed and tries again', async ({
  explorer,
  page,
}) => {
  await page.route('**/api/layers', (route) => route.fulfill({ status: 503, body: '' }));
  await page.goto('about:blank');
  await explorer.open();
  await expect(explorer.panel.getByText('The catalogue of layers does not load')).toBeVisible();
  await explorer.expectAccessible();
  await page.unroute('**/api/layers');
  await explorer.panel.getByRole('button', { name: 'Try again' }).click();
  await expect(explorer.panel.getByRole('heading', { name: /On the map/u })).toBeVisible();
  explorer.complaints.length = 0;
});

test('without WebGL the list still holds everything', async ({ explorer, page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto(Explorer.address);
  await expect(page.getByText('The map cannot be drawn here')).toBeVisible();
  await page.getByRole('button', { name: 'Open the list' }).click();
  await expect(explorer.panel.getByRole('heading', { name: /features in view/u })).toBeVisible();
  await explorer.panel.locator('.row-name').first().click();
  await expect(explorer.card.locator('.published')).toBeVisible();
  await explorer.expectAccessible();
  explorer.complaints.length = 0;
});

test('a feature that is gone is told from one that does not load', async ({ explorer }) => {
  await explorer.open('?feature=odin:transport/tram-stop:GONE');
  await expect(explorer.card.getByText('This feature is no longer published')).toBeVisible();
  await explorer.card.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(explorer.card).toBeHidden();
  explorer.complaints.length = 0;
});
