import type { APIRequestContext } from '@playwright/test';
import { Explorer, expect, test } from './explorer.ts';

const SEARCH = 'search=data-centre';

/** Address of the report of the first site of the search’s answer that is of a kind. */
async function addressOf(request: APIRequestContext, outline: string): Promise<string> {
  const answer = (await (await request.get(`${Explorer.address}/api/sites?${SEARCH}`)).json()) as {
    sites: { key: string; outline: string }[];
  };
  const site = answer.sites.find((each) => each.outline === outline);
  return `${Explorer.address}/report?site=${encodeURIComponent(site?.key ?? '')}&${SEARCH}`;
}

/** Pages of a PDF, by the objects that are one. */
const pagesOf = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;

for (const outline of ['point', 'boundary']) {
  test(`the report of a site known by its ${outline} prints on at most four pages of A4`, async ({
    page,
    request,
  }) => {
    await page.goto(await addressOf(request, outline));
    await expect(page).toHaveURL(/as-of=\d{4}-/u);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pagesOf(pdf);
    expect(pages).toBeGreaterThanOrEqual(3);
    expect(pages).toBeLessThanOrEqual(4);
    const [, width, height] =
      /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/u.exec(pdf.toString('latin1')) ?? [];
    expect([Number(width), Number(height)]).toEqual([
      expect.closeTo(595, -0.5),
      expect.closeTo(842, -0.5),
    ]);
  });
}

test('the report reads without scripts, on a phone, in the dark, and by those who cannot see it', async ({
  browser,
  explorer,
  page,
  request,
}) => {
  const address = await addressOf(request, 'point');
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
    colorScheme: 'dark',
  });
  const phone = await context.newPage();
  await phone.goto(address);
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(phone.getByRole('heading', { name: 'Power' })).toBeVisible();
  await context.close();

  await page.goto(address);
  await explorer.expectAccessible();
  await page.setViewportSize({ width: 320, height: 640 });
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(isWider).toBe(false);
  await page.emulateMedia({ colorScheme: 'dark' });
  await explorer.expectAccessible();
});

test('the evidence is taken away as the page says', async ({ page, request }) => {
  await page.goto(await addressOf(request, 'point'));
  for (const [name, type] of [
    ['GeoJSON', 'application/geo+json'],
    ['CSV', 'text/csv'],
  ] as const) {
    const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
    const response = await request.get(href ?? '');
    expect(response.headers()['content-type']).toContain(type);
    expect(response.headers()['content-disposition']).toContain('attachment');
  }
});
