import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Explorer, expect, test } from './explorer.ts';

const SUBSTATIONS = 'openstreetmap--substations';
const HOSPITALS = 'ordnance-survey--hospitals';
const STOPS = 'tram-stop.inspire-conditions';

/** A server that shows a layer under terms of its own. */
const SERVER = new URL('../support/serve-mixed-licences.ts', import.meta.url);

let server: ChildProcess;
let data: string;
const before = process.env.ODIN_E2E;

test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'odin-licences-'));
  server = spawn(process.execPath, [fileURLToPath(SERVER)], {
    env: { ...process.env, ODIN_DATA: data, ODIN_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const bytes of server.stdout ?? []) {
    said += String(bytes);
    const [, address] = /ODIN is at (http:\S+)/u.exec(said) ?? [];
    if (address === undefined) continue;
    process.env.ODIN_E2E = address;
    break;
  }
});

test.afterAll(async () => {
  process.env.ODIN_E2E = before;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
});

test('the combination checker answers by keyboard alone, at an address of its own', async ({
  explorer,
  page,
}) => {
  await page.goto(`${Explorer.address}/licences`);
  const add = page.getByRole('combobox', { name: /a dataset/ });
  await add.focus();
  await page.keyboard.type('Transmission');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`datasets=${SUBSTATIONS}&make=merged#combine`));
  await add.focus();
  await page.keyboard.type('SP Electricity');
  await page.getByRole('button', { name: 'Add and check' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'These two cannot be merged' })).toBeVisible();
  const answer = page.getByRole('region', { name: 'These two cannot be merged' });
  await expect(answer).toContainText('does not allow redistribution');
  await expect(answer.getByRole('heading', { name: 'What you can do instead' })).toBeVisible();
  await expect(answer.locator('.ways > li')).toHaveCount(3);
  await explorer.expectAccessible();
  await answer.getByRole('link', { name: /^Leave out/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'The credit to paste' })).toBeVisible();
  await expect(page.locator('.credit').first()).toContainText('OpenStreetMap');
});

test('the checker tells what one file of open and share-alike data must carry', async ({
  explorer,
  page,
}) => {
  const asked = `datasets=${SUBSTATIONS},${HOSPITALS}&make=merged`;
  await page.goto(`${Explorer.address}/licences?${asked}`);
  await expect(page.getByRole('heading', { name: 'These two may be one file' })).toBeVisible();
  await expect(page.getByText('State on it: Open Database Licence 1.0')).toBeVisible();
  const said = await page.request.get(`${Explorer.address}/api/combine?${asked}`);
  expect(await said.json()).toMatchObject({ possible: true, label: 'Open Database Licence 1.0' });
  await page.goto(`${Explorer.address}/licences/OGL-UK-3.0`);
  await explorer.expectAccessible();
});

test('the coverage table is one tab stop with arrow keys, and Enter tells a cell', async ({
  explorer,
  page,
}) => {
  await page.goto(`${Explorer.address}/coverage`);
  const grid = page.getByRole('grid', { name: 'Who has supplied what' });
  await expect(grid.locator('a[tabindex="0"]')).toHaveCount(1);
  await grid.locator('a[tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('a:focus')).toHaveText(/in Bury$/);
  await page.keyboard.press('End');
  await expect(page.locator('a:focus')).toHaveText(/in Wigan$/);
  await page.keyboard.press('Control+Home');
  await expect(page.locator('a:focus')).toHaveText(/^What/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/cell=.*#cell$/);
  await expect(page.locator('#cell')).toBeFocused();
  await explorer.expectAccessible();
  await page.getByRole('link', { name: /^Supplied/ }).click();
  await expect(page.getByRole('columnheader', { name: /^Supplied/ })).toHaveAttribute('aria-sort');
});

test('coverage works without scripts, and its CSV says the same', async ({ browser, page }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${Explorer.address}/coverage?sort=E08000008`);
  await expect(plain.getByRole('table', { name: 'Who has supplied what' })).toBeVisible();
  await plain.getByRole('link', { name: /Allotments in Tameside/ }).click();
  await expect(plain.getByRole('heading', { name: 'Tameside: allotments' })).toBeVisible();
  await context.close();
  const csv = await (await page.request.get(`${Explorer.address}/api/coverage.csv`)).text();
  expect(csv).toContain('social/allotment,Allotments,social,E08000008,Tameside,synthetic,');
});

test('what may not be reused commercially is hidden, says why, and stays so in the link', async ({
  explorer,
  page,
}) => {
  await explorer.open(`?layers=${STOPS}`);
  const use = page.getByRole('checkbox', { name: 'Reusable commercially' });
  await use.focus();
  await page.keyboard.press('Space');
  await expect(use).toBeChecked();
  await expect(page.locator('.row-failed')).toContainText('does not say whether commercial use');
  await expect(page.getByRole('button', { name: 'Show Tram stops' })).toBeDisabled();
  await expect.poll(() => explorer.query()).toContain('use=commercial');
  await explorer.expectAccessible();
  await page.getByRole('combobox', { name: 'Place, grid reference' }).fill('tram stops');
  const found = page.getByRole('option', { name: 'Tram stops' }).first();
  await expect(found).toContainText('Not cleared for commercial use');
  await found.click();
  await expect(explorer.announcer).toContainText('Tram stops stays hidden');
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Reusable commercially' })).toBeChecked();
  await expect(page.locator('.row-failed')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Reusable commercially' }).press('Space');
  await expect(page.getByRole('button', { name: 'Hide Tram stops' })).toBeEnabled();
});

test('what stands on an area is told whatever it may be used for, and says when it may not be', async ({
  explorer,
}) => {
  await explorer.open('?tab=area&area=point:-2.2908,53.4283~1000m&use=commercial');
  const stops = explorer.panel.getByRole('button', { name: /^Tram stops/u }).first();
  await expect(stops).toContainText('Not cleared for commercial use');
  await explorer.expectAccessible();
});

test('districts that supplied none of a kind are hatched, chosen by keyboard', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  const choice = page.getByRole('combobox', { name: 'Hatch where nobody has supplied' });
  await choice.focus();
  await page.keyboard.type('Allot');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Hatched: no data supplied')).toBeVisible();
  await expect.poll(() => explorer.query()).toContain('gaps=social/allotment');
});

test('a dataset’s page says its licence with evidence, its quality and editions', async ({
  explorer,
  page,
}) => {
  await page.goto(`${Explorer.address}/data/${SUBSTATIONS}`);
  await expect(page.getByRole('complementary', { name: 'Evidence of the licence' })).toContainText(
    'Stated by the publisher',
  );
  await expect(page.getByRole('region', { name: 'Quality' })).toContainText('Records on the map');
  const about = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(about ?? '')).toMatchObject({ '@type': 'Dataset', identifier: SUBSTATIONS });
  await explorer.expectAccessible();
});
