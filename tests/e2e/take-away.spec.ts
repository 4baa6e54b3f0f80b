import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openContainer } from '#server/harmonise/decode/container.ts';
import { openBudget } from '#server/harmonise/decode/zip/index.ts';
import { Explorer, expect, test } from './explorer.ts';

const SITES = 'brownfield-site.ogl-uk-3-0.synthetic';
const STOPS = 'tram-stop.ogl-uk-3-0';
const VIEW = `?view=53.42,-2.28,11.6&layers=${SITES},${STOPS}`;

test('a view is shared as a link, a reference with editions, and a frame', async ({
  explorer,
  page,
}) => {
  await explorer.open(VIEW);
  await page.getByRole('button', { name: 'Share, cite, embed' }).click();
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(
    /view=53\.42,-2\.28,11\.6&layers=/,
  );
  await expect(page.getByRole('textbox', { name: 'Cite this view' })).toHaveValue(
    /edition 1 of .*\(seen .*2\d{3}\)/,
  );
  await expect(page.getByRole('textbox', { name: 'Put it on a page' })).toHaveValue(
    /^<iframe src="http.*\/embed\?view=/,
  );
  await explorer.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Share, cite, embed' })).toBeFocused();
});

test('the view is downloaded as a GeoPackage with its licences, by keyboard alone', async ({
  explorer,
  page,
}) => {
  await explorer.open(VIEW);
  await page.getByRole('button', { name: 'Download', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Download' });
  await dialog.getByRole('radio', { name: 'GeoPackage' }).press('Space');
  await expect(dialog.getByRole('radio', { name: 'National Grid' })).toBeChecked();
  await expect(dialog.getByRole('status')).toHaveText(/^[1-9]\d* features of 2 layers\./);
  await expect(dialog).toContainText('Synthetic, made up to show how ODIN works');
  await explorer.expectAccessible();
  const coming = page.waitForEvent('download');
  await dialog.getByRole('link', { name: 'Download' }).press('Enter');
  const bytes = readFileSync(await (await coming).path());
  const names = openContainer(bytes, openBudget()).parts.map(({ name }) => name);
  expect(names.sort()).toEqual(['LICENCES.txt', 'licences.json', 'ogl-uk-3.0.gpkg']);
});

test('a sheet has the map, legend, scale, north, date and credits, and is one page of PDF', async ({
  explorer,
  page,
}) => {
  // two pictures of 300 dots an inch, drawn without a graphics card
  test.slow();
  await explorer.open(VIEW);
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.getByRole('radio', { name: 'For paper' })).toBeChecked();
  const sheet = page.getByRole('article', { name: 'Sheet', exact: true });
  await expect(sheet.getByRole('img', { name: /^Map of/ })).toBeVisible({ timeout: 90_000 });
  await expect(sheet.getByRole('img', { name: 'North is up' })).toBeVisible();
  await expect(sheet.getByRole('region', { name: 'Legend' })).toContainText('synthetic, not fact');
  await expect(sheet).toContainText(/1 : [\d,]+ on A4/);
  await expect(sheet).toContainText('Contains OS data © Crown copyright');
  await page.getByLabel('Scale').selectOption('10000');
  await expect(sheet).toContainText('1 : 10,000 on A4');
  await expect(sheet.getByRole('img', { name: /^Map of/ })).toBeVisible({ timeout: 90_000 });
  await explorer.expectAccessible();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test('two sets of layers are compared under a divider that keys move', async ({
  explorer,
  page,
}) => {
  await explorer.open(VIEW);
  await page.getByRole('button', { name: 'Compare layers' }).click();
  const bar = page.getByRole('region', { name: 'Comparison' });
  const sideOf = (layer: RegExp, side: string) =>
    bar.getByRole('group', { name: layer }).getByRole('radio', { name: side });
  await sideOf(/Side of Tram stops/, 'Left').check();
  await sideOf(/Side of Brownfield/, 'Right').check();
  await expect(bar).toContainText('Left 1 layer Right 1 layer');
  const divider = page.getByRole('slider', { name: /^Divider/ });
  await divider.press('PageUp');
  await expect(divider).toHaveAttribute('aria-valuetext', '60 % left, 40 % right');
  await expect.poll(() => explorer.query()).toContain(`compare=60&left=${STOPS}&right=${SITES}`);
  await expect(page.locator('.map-twin')).toHaveCount(1);
  await explorer.expectAccessible();
  await page.reload();
  await explorer.settled();
  await expect(divider).toHaveAttribute('aria-valuenow', '60');
  await bar.getByRole('button', { name: 'End the comparison' }).click();
  await expect(page.locator('.map-twin')).toHaveCount(0);
});

test('what changed in a layer is told field by field, and a press leads to it', async ({
  explorer,
}) => {
  await explorer.open(`${VIEW}&changes=${SITES}&tab=changes`);
  const panel = explorer.panel;
  await expect(panel.getByRole('heading', { name: /^What changed: Brownfield/ })).toBeVisible();
  await expect(panel.getByRole('button', { name: '6 added' })).toBeVisible();
  await panel.getByRole('button', { name: '1 moved' }).press('Enter');
  await expect(panel.getByText(/^Moved by 1\d\d m/)).toBeVisible();
  await explorer.expectAccessible();
  await panel.getByRole('button', { name: /: show on the map$/ }).press('Enter');
  await expect(explorer.card).toContainText('Demonstration site 20');
});

test('a layer published once says that nothing changed since, and when it was', async ({
  explorer,
  page,
}) => {
  await explorer.open(`${VIEW}&changes=${STOPS}&tab=changes`);
  const panel = explorer.panel;
  await expect(panel).toContainText('No edition has been published since.');
  await panel.getByRole('button', { name: 'Close the changes' }).click();
  await expect(page.getByRole('tab', { name: 'Layers' })).toHaveAttribute('aria-selected', 'true');
});

test('the map stands in a frame on a page of somebody else, and only that page may be framed', async ({
  page,
}) => {
  const host = createServer((_, response) => {
    const frames = ['embed', ''].map(
      (path) =>
        `<iframe title="${path}" width="700" height="420" src="${Explorer.address}/${path}${VIEW}"></iframe>`,
    );
    response.setHeader('Content-Type', 'text/html').end(`<h1>Somebody</h1>${frames.join('')}`);
  });
  await new Promise<void>((resolve) => {
    host.listen(0, '127.0.0.1', resolve);
  });
  const { port } = host.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`);
  const frame = page.frameLocator('iframe[title="embed"]');
  await expect(frame.getByRole('application', { name: /^Map/ })).toHaveAttribute(
    'data-idle',
    'true',
    {
      timeout: 90_000,
    },
  );
  await expect(frame.getByRole('link', { name: /^Open the full map/ })).toHaveAttribute(
    'href',
    /^\/\?view=/,
  );
  await expect(frame.getByText('Contains OS data', { exact: false }).first()).toBeVisible();
  await expect(page.frameLocator('iframe[title=""]').getByRole('application')).toHaveCount(0);
  host.close();
});
