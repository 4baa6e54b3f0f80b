import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROWSER } from './browser.ts';
import { expect, test } from './explorer.ts';
import { type OwnServer, startOwnServer } from './own-server.ts';

/** What is typed, under which heading it is found, and how the view then begins. */
const FOUND = [
  ['Altrincham', 'Places', /^Altrincham/u],
  ['Trafford', 'Places', /^Trafford.*District/u],
  ['SJ 8142 9137', 'Position', /National Grid/u],
  ['381420, 391370', 'Position', /SJ 8142/u],
  ['-2.2796, 53.4189', 'Position', /SJ 81/u],
  ['53.4189 -2.2796', 'Position', /SJ 81/u],
  ['tram stops', 'Layers', /^Tram stops/u],
  ['Sale Water Park', 'Features', /^Sale Water Park.*Tram stop/u],
] as const;

test('each thing is found under the heading of its kind', async ({ explorer, page }) => {
  await explorer.open('?view=53.5,-2.2,9');
  for (const [text, group, option] of FOUND) {
    await explorer.search.fill(text);
    const found = page.getByRole('group', { name: group }).getByRole('option', { name: option });
    await expect(found.first(), text).toBeVisible();
  }
  await explorer.expectAccessible();
  await page.getByRole('option', { name: /^Sale Water Park.*Tram stop/u }).click();
  await expect(explorer.card.getByRole('heading', { level: 2 })).toHaveText('Sale Water Park');
});

test('a postcode or UPRN finds nothing where no list is loaded, and it says why', async ({
  explorer,
  page,
}) => {
  await explorer.open();
  for (const [text, what] of [
    ['M33 7ZF', 'postcodes'],
    ['100012345678', 'UPRNs'],
  ] as const) {
    await explorer.search.fill(text);
    await expect(page.getByText(`This map has no list of ${what} loaded.`)).toBeVisible();
  }
});

test.describe('with lists of postcodes and UPRNs loaded', () => {
  let odin: OwnServer;
  const folder = mkdtempSync(join(tmpdir(), 'odin-e2e-lists-'));

  test.beforeAll(async () => {
    if (BROWSER === undefined) return;
    const said = ['--licence', 'OGL-UK-3.0', '--publisher', 'trafford-council'];
    const lists = [
      ['postcodes', 'postcode,easting,northing\nM33 7ZF,378900,391900\nM33 2AA,379400,392300\n'],
      ['uprns', 'uprn,easting,northing\n100012345678,379000,391950\n'],
    ].map(([name = '', rows = '']) => {
      const file = join(folder, `${name}.csv`);
      writeFileSync(file, rows);
      const title = `Test ${name}`;
      return ['gazetteer', 'load', file, '--title', title, '--edition', '2024-05', ...said];
    });
    odin = await startOwnServer({}, lists);
  });
  test.afterAll(async () => {
    await odin?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('postcodes, their districts and UPRNs are found and gone to', async ({ explorer, page }) => {
    await page.goto(odin.address);
    await explorer.settled();
    const group = page.getByRole('group', { name: 'Postcodes and properties' });
    await explorer.search.fill('M33');
    await expect(group.getByRole('option', { name: /M33.*2 postcodes/u })).toBeVisible();
    await explorer.search.fill('100012345678');
    await expect(group.getByRole('option', { name: /UPRN 100012345678.*Property/u })).toBeVisible();
    await explorer.search.fill('m337zf');
    await group.getByRole('option', { name: /M33 7ZF.*centre of the unit/u }).click();
    await expect.poll(() => explorer.query()).toContain('view=53.42');
    explorer.outside.length = 0;
  });
});
