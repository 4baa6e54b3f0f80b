import { readFileSync } from 'node:fs';
import { expect, test } from './sites.ts';

test('an investor moves a weight, edits a must, opens the evidence and goes to the report', async ({
  finder,
  page,
}) => {
  await finder.open();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Data centre');
  const before = await finder.left();
  await expect(finder.rows).toHaveCount(before);

  const fibre = finder.weight(/^Weight of Distance to fibre/u);
  await fibre.fill('60');
  await fibre.blur();
  // what other specs publish meanwhile is among the sites too
  await expect(finder.announcer).toContainText(new RegExp(`^${before} of \\d+ sites\\.`, 'u'));
  await expect(finder.criteria).toContainText(/\d of its \d+ settings changed/u);
  const weights = await finder.criteria
    .getByRole('textbox', { name: /of 100$/u })
    .evaluateAll((fields) => fields.map((field) => Number((field as HTMLInputElement).value)));
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 1);

  await finder.criteria.getByRole('button', { name: /^Site area, at least 5\sha/u }).click();
  const field = finder.criteria.getByRole('textbox', { name: 'Site area, at least, ha' });
  await field.fill('nothing');
  await field.press('Enter');
  await expect(finder.criteria.getByRole('alert')).toHaveText('Give a number.');
  await field.fill('1');
  await field.press('Enter');
  await expect(finder.criteria).toContainText('Changed from 5\u00a0ha');
  await expect.poll(() => finder.left()).toBeGreaterThan(before);
  await expect.poll(() => finder.query()).toMatch(/search=data-centre~area:1\.\..*fibre:\*60/u);

  const name = await finder.rows.first().locator('.ranked-name').innerText();
  await finder.rows.first().click();
  await finder.ranking.getByRole('button', { name: /^Why this score/u }).click();
  await expect(finder.evidence.getByRole('heading', { level: 2 })).toHaveText(name);
  await expect(finder.evidence).toContainText('weightings keep it in the top ten');
  await expect(finder.evidence.getByRole('table')).toContainText('straight line');
  await expect(finder.evidence).toContainText('not a connection offer');
  await finder.evidence.getByRole('link', { name: 'Open report' }).click();
  await page.waitForURL(/\/report\?/u);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
});

test('Back takes an edit back, and a link carries everything', async ({ finder, page }) => {
  await finder.open('?search=data-centre~area:1..');
  const wide = await finder.left();
  await finder.criteria.getByRole('checkbox', { name: /^Site area/u }).uncheck();
  await expect.poll(() => finder.left()).toBeGreaterThan(wide);
  await page.goBack();
  await expect.poll(() => finder.left()).toBe(wide);
  await finder.rows.nth(1).click();
  await expect.poll(() => finder.query()).toContain('sheet=closed');
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(finder.ranking.locator('.ranked.selected')).toHaveCount(1);
  await expect.poll(() => finder.left()).toBe(wide);
});

test('by keyboard alone: regions by F6, rows by arrows, evidence by Enter, back by Escape', async ({
  finder,
  explorer,
  page,
}) => {
  await finder.open();
  await page.keyboard.press('F6');
  await expect(finder.criteria).toBeFocused();
  await page.keyboard.press('F6');
  await expect(finder.rows.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(finder.rows.nth(2)).toBeFocused();
  await expect(finder.rows.nth(2)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(finder.ranking.getByRole('link', { name: 'Compare 2' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(finder.evidence.getByRole('heading', { level: 2 })).toBeFocused();
  await explorer.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(finder.evidence).toBeHidden();
  await expect(finder.rows.nth(1)).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('application')).toBeFocused();

  const slider = finder.weight(/^Weight of Demand headroom/u);
  await slider.focus();
  const value = Number(await slider.inputValue());
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveValue(`${value + 1}`);
  await page.keyboard.press('PageDown');
  await expect(slider).toHaveValue(`${value - 4}`);
  await page.keyboard.press('Home');
  await expect(slider).toHaveValue('0');
});

test('a must that nobody can meet is told with ways out, and a press takes one', async ({
  finder,
  explorer,
  page,
}) => {
  await finder.open('?search=data-centre~area:5000..');
  await expect(finder.ranking).toContainText('No site meets every must.');
  await explorer.expectAccessible();
  await finder.ranking
    .getByRole('button', { name: /^Area at least/u })
    .first()
    .click();
  await expect.poll(() => finder.left()).toBeGreaterThan(0);
  await page.goBack();
  await expect(finder.ranking).toContainText('No site meets every must.');
});

test('what an edit puts out stays to be seen, with the must it fails', async ({ finder }) => {
  await finder.open('?search=data-centre~area:1..');
  await finder.criteria.getByRole('button', { name: /^Site area, at least/u }).click();
  await finder.criteria.getByRole('textbox', { name: /^Site area/u }).fill('5');
  await finder.criteria.getByRole('textbox', { name: /^Site area/u }).press('Enter');
  await expect(finder.ranking.locator('.ranked.left').first()).toContainText(
    'no longer meets: area',
  );
  await finder.ranking.getByRole('button', { name: 'Undo' }).click();
  await expect(finder.ranking.locator('.ranked.left')).toHaveCount(0);
});

test('a criterion of one’s own is added, weighed and taken away', async ({
  finder,
  page,
  explorer,
}) => {
  await finder.open();
  await finder.criteria.getByRole('button', { name: 'Add a criterion' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a criterion' });
  await dialog.getByLabel('What').selectOption({ label: 'Substations' });
  await dialog.getByRole('radio', { name: 'Prefer' }).check();
  await dialog.getByLabel('Full at').fill('100');
  await dialog.getByLabel('None at').fill('2 km');
  await dialog.getByLabel('Weight').fill('20');
  await expect(dialog).toContainText('full at 0.1 km, none at 2 km (straight line)');
  await explorer.expectAccessible();
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect(finder.criteria).toContainText('Added by you');
  await expect(finder.weight(/^Weight of Distance to the nearest substation/iu).last()).toHaveValue(
    '20',
  );
  await expect.poll(() => finder.query()).toContain('added-substation');
  await finder.criteria.getByRole('button', { name: /^Remove Distance/u }).click();
  await expect(finder.criteria).not.toContainText('Added by you');
});

test('a planner pastes red lines, a line each, and is told which one is wrong', async ({
  finder,
  explorer,
  page,
}) => {
  await finder.open();
  await finder.criteria.getByRole('button', { name: 'Use my own areas' }).click();
  const dialog = page.getByRole('dialog', { name: 'Use my own areas' });
  const text = dialog.getByRole('textbox');
  await text.fill('SJ 8406 9813\nhere');
  await dialog.getByRole('button', { name: 'Use the pasted areas' }).click();
  await expect(dialog.getByRole('alert').last()).toContainText('Line 2');
  await explorer.expectAccessible();
  await text.fill(
    'SJ 8406 9813\nPOLYGON((-2.2 53.48,-2.19 53.48,-2.19 53.49,-2.2 53.49,-2.2 53.48))',
  );
  await dialog.getByRole('button', { name: 'Use the pasted areas' }).click();
  await expect(finder.criteria).toContainText('2 areas of your own');
  await expect(finder.funnel).toContainText('areas of yours');
  await expect.poll(() => finder.query()).toContain('areas:');
});

test('a search is saved under its title, with a page and feeds', async ({
  finder,
  page,
  explorer,
}) => {
  await finder.open('?search=battery-storage');
  await finder.criteria.getByRole('button', { name: 'Save search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this search' });
  await dialog.getByLabel('Title', { exact: true }).fill('Batteries by the canal');
  await explorer.expectAccessible();
  await dialog.getByRole('button', { name: 'Save and watch' }).click();
  await expect(dialog).toContainText('Saved: Batteries by the canal');
  await expect(dialog.getByRole('link', { name: 'Atom feed' })).toHaveAttribute(
    'href',
    /^\/searches\/[a-z2-7]{26}\/feed\.atom$/u,
  );
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await finder.criteria.getByRole('button', { name: /^Profile:/u }).click();
  await expect(page.getByRole('menuitem', { name: 'Battery storage, mine' })).toBeVisible();
});

test('the ranking is a table and a file too', async ({ finder, explorer, page }) => {
  await finder.open();
  const count = await finder.left();
  await finder.ranking.getByRole('radio', { name: 'Table' }).click();
  await expect(page.getByRole('region', { name: 'Sites as a table' })).toBeFocused();
  const table = page.getByRole('table', { name: 'Sites that meet every must' });
  await expect(table.locator('tbody tr')).toHaveCount(count);
  await table.getByRole('button', { name: 'Area' }).click();
  await expect(table.getByRole('columnheader', { name: 'Area' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await explorer.expectAccessible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const path = await (await download).path();
  const lines = readFileSync(path, 'utf8').trim().split('\r\n');
  expect(lines).toHaveLength(count + 1);
  expect(lines[0]).toContain('Licence of the site');
});
