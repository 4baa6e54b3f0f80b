import { expect, test } from './sites.ts';

for (const theme of ['light', 'dark', 'contrast']) {
  test(`axe finds nothing in ${theme}`, async ({ finder, explorer, page }) => {
    await page.addInitScript((chosen) => localStorage.setItem('odin.appearance', chosen), theme);
    await finder.open();
    await expect(page.locator('#sites-map')).toHaveAttribute('data-idle', 'true', {
      timeout: 90_000,
    });
    await explorer.expectAccessible();
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the list lies under the map, the criteria over both, the evidence over all', async ({
    finder,
    explorer,
    page,
  }) => {
    await finder.openPhone();
    await expect(finder.rows.first()).toBeInViewport();
    await explorer.expectAccessible();
    await page.getByRole('button', { name: /^Criteria/u }).click();
    await expect(finder.funnel).toBeInViewport();
    await explorer.expectAccessible();
    await finder.criteria.getByRole('button', { name: 'To the sites' }).click();
    await finder.rows.first().click();
    await finder.ranking.getByRole('button', { name: /^Why this score/u }).click();
    await expect(finder.evidence.getByRole('heading', { level: 2 })).toBeInViewport();
    await explorer.expectAccessible();
    const small = await page
      .locator('.finder button, .finder a, .finder label.tick')
      .evaluateAll((controls) =>
        controls
          .filter(
            (control) =>
              control.checkVisibility() && control.closest('td, p, .hidden, .attribution') === null,
          )
          .filter((control) => control.getBoundingClientRect().height < 43.5)
          .map((control) => control.outerHTML.slice(0, 90)),
      );
    expect(small).toEqual([]);
  });
});

test.describe('at 400 % zoom', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test('nothing has to be read sideways', async ({ finder, page }) => {
    await finder.openPhone();
    for (const query of ['', '&site=first']) {
      if (query !== '') {
        await page.getByRole('button', { name: /^Criteria/u }).click();
      }
      const wider = await page
        .locator('.finder, .criteria, .ranking')
        .evaluateAll(
          (parts) => parts.filter((part) => part.scrollWidth > part.clientWidth + 1).length,
        );
      expect(wider).toBe(0);
    }
  });
});
