import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { openContainer } from '#server/harmonise/decode/container.ts';
import { openBudget } from '#server/harmonise/decode/zip/index.ts';
import { expect, test } from './explorer.ts';
import { keysOf, mouseOf } from './hand.ts';

// A planner's questions about layers and figures.

const SITES = 'brownfield-site.ogl-uk-3-0.synthetic';
const LAND = 'public-land.ogl-uk-3-0.synthetic';

for (const handOf of [mouseOf, keysOf]) {
  const by = handOf === mouseOf ? 'by mouse' : 'by keyboard alone';

  test(`Q1, which sites of 1 ha and over are there, and what do they come to? ${by}`, async ({
    explorer,
    page,
  }) => {
    const hand = handOf(page);
    await explorer.open(`?layers=${SITES}`);
    await hand.press(page.getByRole('button', { name: 'Filter Brownfield land registers' }));
    const filters = page.getByRole('region', { name: /^Filters of/u });
    const add = filters.getByRole('combobox', { name: 'Add a filter' });
    await hand.write(add, 'area');
    const option = page.getByRole('option', { name: /^Area, ha/u });
    await expect(option).toBeVisible();
    if (hand.name === 'mouse') await option.click();
    else await page.keyboard.press('Enter');
    await hand.write(filters.getByRole('textbox', { name: 'Area, ha, least' }), '1', 'Enter');
    await expect.poll(() => explorer.query()).toContain(`filter=${SITES}~area-ha:1..`);

    if (hand.name === 'mouse') await page.getByRole('tab', { name: /^List/u }).click();
    else {
      await hand.press(page.getByRole('tab', { name: 'Layers' }));
      await page.keyboard.press('ArrowRight');
    }
    await expect(page.getByRole('heading', { name: '133 of 153 match' })).toBeVisible();
    await expect(page.locator('.list-foot')).toContainText('1 to 25 of 133 · together 470.5 ha');
    const head = page.getByRole('columnheader', { name: 'Area, ha' });
    await hand.press(head.getByRole('button'));
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await hand.press(head.getByRole('button'));
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    const table = page.getByRole('table', { name: /^Brownfield land registers/u });
    await expect(table.getByRole('row').nth(1)).toContainText('5.94');
  });

  test(`Q22, what changed in this layer since its last edition? ${by}`, async ({
    explorer,
    page,
  }) => {
    const hand = handOf(page);
    await explorer.open(`?layers=${SITES}`);
    await hand.press(explorer.panel.locator('.workbench-name').first());
    await hand.press(
      page.getByRole('button', { name: 'What changed in Brownfield land registers' }),
    );
    const { card, panel } = explorer;
    await expect(panel).toContainText(/edition 1 \(.*\) beside 2 \(/u);
    for (const figure of ['6 added', '1 removed', '8 changed', '1 moved']) {
      await expect(panel.getByRole('button', { name: figure })).toBeVisible();
    }
    await expect(panel).toContainText('Area: 1.47 ha → 1.84 ha');
    await hand.press(panel.getByRole('button', { name: '1 moved' }));
    await expect(panel.locator('.change-list > li')).toHaveText(
      /Demonstration site 20.*Moved by 134 m/u,
    );
    await hand.press(panel.getByRole('button', { name: /^Demonstration site 20, synthetic/u }));
    await expect(card.getByRole('heading', { level: 2 })).toHaveText(
      'Demonstration site 20, synthetic',
    );
    await expect.poll(() => explorer.query()).toMatch(/view=53\.5[23]\d*,-2\.2/u);
  });

  test(`Q32, who says so? From a figure to the published line, its licence and terms, ${by}`, async ({
    explorer,
    page,
  }) => {
    const hand = handOf(page);
    await explorer.open('?view=53.43,-2.27,13');
    await hand.find('Demonstration site 54', /Demonstration site 54.*Manchester/u);
    const { card } = explorer;
    const figure = card.locator('.attributes button').filter({ hasText: / ha$/u }).first();
    const said = (await figure.innerText()).trim();
    await hand.press(figure);
    await expect(card.getByRole('heading', { name: `Where “${said}” comes from` })).toBeVisible();
    await expect(card.locator('.published mark')).toHaveText(said.replace(' ha', ''));
    await expect(card.locator('.published')).toContainText('Demonstration site 54, synthetic');
    await expect(card).toContainText(/Edition\s*2, .*brownfield-register\.csv/su);

    await hand.press(card.getByRole('link', { name: 'Dataset' }).first());
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Brownfield land register');
    await hand.press(page.getByRole('link', { name: 'Open Government Licence v3.0' }).first());
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Open Government Licence v3.0',
    );
    await expect(page.getByRole('main')).toContainText('Use it in paid work');
  });

  test(`Q28, vacant public land over 0.25 ha, taken away with its licence, ${by}`, async ({
    explorer,
    page,
  }) => {
    const hand = handOf(page);
    const filter = `filter=${LAND}~land-area-ha:0.25..~asset-use:Vacant`;
    await explorer.open(`?layers=${LAND}&tab=list&${filter}`);
    await expect(page.getByRole('heading', { name: '12 of 61 match' })).toBeVisible();
    await expect(page.locator('.list-foot')).toContainText('together 38.0 ha');
    await hand.press(page.getByRole('button', { name: 'Download', exact: true }));
    const dialog = page.getByRole('dialog', { name: 'Download' });
    await hand.choose(dialog.getByRole('group', { name: 'Format' }), 'GeoPackage');
    await expect(dialog.getByRole('status')).toHaveText('12 features of 1 layer.');
    const coming = page.waitForEvent('download');
    await hand.press(dialog.getByRole('link', { name: 'Download' }));

    const { parts } = openContainer(readFileSync(await (await coming).path()), openBudget());
    const bytesOf = (name: RegExp) => parts.find((part) => name.test(part.name))?.bytes();
    const licences = new TextDecoder().decode(bytesOf(/^LICENCES\.txt$/u));
    expect(licences).toContain('Open Government Licence v3.0');
    expect(licences).toContain('Synthetic demonstration data, ODIN, OGL v3.0');
    const database = new Database(Buffer.from(bytesOf(/\.gpkg$/u) ?? []));
    const table = database.prepare('SELECT table_name AS name FROM gpkg_contents').get();
    expect(table).toEqual({ name: expect.stringMatching(/^public.land/u) });
    const rows = database.prepare(`SELECT * FROM "${(table as { name: string }).name}"`).all();
    expect(rows).toHaveLength(12);
    database.close();
  });
}
