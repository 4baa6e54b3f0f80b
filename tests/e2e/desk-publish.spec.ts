import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page, TestInfo } from '@playwright/test';
import { Desk, expect } from './desk.ts';
import {
  COUNCILS,
  type Council,
  firstRegister,
  nextRegister,
  registerWithHiddenPeople,
} from './desk-register.ts';
import { test as base, Explorer } from './explorer.ts';
import { invite, joinAs } from './sign-in.ts';

const CORPUS = fileURLToPath(
  new URL('../../../shared/corpus/rochdale/rochdale_brownfield_land_register.csv', import.meta.url),
);

/** An officer of a council, signed in at its desk. */
async function officerOf(council: string, page: Page): Promise<Desk> {
  const email = `publisher-${Date.now()}@council.example`;
  const invitation = invite(email, '--organisation', council, '--role', 'publisher');
  await joinAs(page, `${Explorer.address}${invitation}`, 'Made-up Officer');
  return new Desk(page, email);
}

const councilFor = ({ retry }: TestInfo): Council => COUNCILS[retry % 2 === 0 ? 0 : 1];

/** Hand a file in as a new draft and come to a step of it. */
async function begin(
  desk: Desk,
  council: string,
  file: { name: string; bytes: Buffer },
  step: string,
) {
  await desk.open(`/${council}/new?type=land%2Fbrownfield-site`);
  await desk.handIn(file.name, file.bytes);
  await expect(desk.page.getByRole('link', { name: 'Check what we read' })).toBeVisible();
  await desk.goTo(step);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });

/** Put right what stops publishing, as it is suggested. */
async function mendAll(desk: Desk): Promise<void> {
  const { page } = desk;
  while (await button(page, /^Continue to licence: \d+ left/u).isVisible()) {
    const title = await page.locator('.issue h3').textContent();
    await button(page, /^Apply mend$/u).click();
    await expect(page.locator('.issue h3')).not.toHaveText(title ?? '');
  }
}

/** Questions by their first words, with the answer of a council that wrote its own register over an OS map. */
const ANSWERS = [
  [/^Who wrote it/u, /^Our own officers/u],
  [/^Were points or areas/u, /^Yes, drawn or placed/u],
  [/^Are addresses/u, /^No, typed/u],
  [/^Is any of it/u, /^No/u],
  [/^Does it describe/u, /^No/u],
] as const;

/** Answer every question of the licence by keyboard: Space takes the answer in focus, Enter goes on. */
async function settleLicence(desk: Desk): Promise<void> {
  const { page } = desk;
  for (const [question, answer] of ANSWERS) {
    const group = page.getByRole('group', { name: question });
    await group.getByRole('radio', { name: answer }).first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(group).toBeHidden();
  }
  await page.getByRole('radio', { name: /^Open Government Licence v3.0/u }).check();
  await page.getByRole('radio', { name: /decides it here/u }).check();
  await expect(page.locator('.credit-line mark')).toHaveText('licence number needed');
  await expect(button(page, 'Use this licence: 1 left')).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('textbox', { name: 'OS licence number' }).fill('AC0000000000');
  await expect(page.locator('.credit-line')).toContainText('AC0000000000');
  await link(page, 'Use this licence and compare').click();
}

base(
  'a register goes live by the seven steps, is published anew a quarter later, and gone back from',
  async ({ page }, info) => {
    base.setTimeout(360_000);
    const council = councilFor(info);
    const desk = await officerOf(council.id, page);
    await begin(
      desk,
      council.id,
      { name: 'made-up-2026-q1.csv', bytes: firstRegister(council) },
      'issues',
    );

    await expect(page).toHaveTitle(/^Issues, 1 block · /u);
    const heading = page.locator('.issue h3');
    await expect(heading).toContainText('MU/105');
    await expect(page.locator('.bad-cell')).toHaveCount(1);
    await expect(page.getByLabel('Before and after')).toBeVisible();
    await desk.explorer.expectAccessible();
    await heading.focus();
    await page.keyboard.press('m');
    await expect(desk.said).toContainText('Mended. ');
    await expect(button(page, /^Undo: use \d+ for MU\/105/u)).toBeVisible();
    await mendAll(desk);
    await link(page, 'Continue to licence').click();
    await settleLicence(desk);

    await expect(desk.heading).toHaveText('What will change when you publish');
    await link(page, 'Continue to publish').click();
    await expect(desk.heading).toHaveText('Ready to go live');
    await desk.explorer.expectAccessible();
    await button(page, 'Publish edition 1').click();
    await expect(desk.heading).toHaveText('Edition 1 is live');
    await expect(desk.heading).toBeFocused();
    await expect(page).toHaveURL(/\/receipt$/u);
    await expect(page.getByText('sha-256, to prove it is the same file')).toBeVisible();
    await desk.explorer.expectAccessible();
    const address = await link(page, 'Open the public page').getAttribute('href');
    const told = await page.request.get(`${Explorer.address}${address}`);
    expect(told.status()).toBe(200);

    await link(page, 'Publish another').click();
    await desk.handIn('made-up-2026-q2.csv', nextRegister(council));
    await expect(link(page, 'Check what we read')).toBeVisible();
    await desk.goTo('compare');
    const counts = page.getByRole('tab');
    await expect(counts.nth(0)).toContainText('1');
    await expect(counts.nth(1)).toContainText('3');
    await counts.nth(0).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(counts.nth(2)).toHaveAttribute('aria-selected', 'true');
    const moved = page.locator('.changes tbody tr');
    await expect(moved).toHaveCount(1);
    await expect(moved).toContainText('MU/100');
    await expect(moved).toContainText('100 m');
    await expect(moved).toContainText('east');
    await desk.explorer.expectAccessible();
    await page.getByRole('radio', { name: /^Keep them, ended/u }).check();
    // the answer is taken without a reason: what asks for one goes as soon as the server has it
    await expect(page.getByPlaceholder('Why')).toHaveCount(0);
    await link(page, 'Continue to publish').click();
    await button(page, 'Publish edition 2').click();
    await expect(desk.heading).toHaveText('Edition 2 is live');

    await button(page, 'Go back to edition 1').click();
    await expect(button(page, 'Go back to edition 1: say why')).toBeVisible();
    await page.getByLabel('Why?').fill('The wrong file was sent');
    await page.getByRole('dialog').getByRole('button', { name: 'Go back to edition 1' }).click();
    await expect(desk.heading).not.toHaveText('Edition 2 is live');
    await expect(
      (await page.request.get(`${Explorer.address}${address}`)).text(),
    ).resolves.toContain('The wrong file was sent');
  },
);

base('a workbook with people on a hidden sheet is stopped, and masked', async ({ page }, info) => {
  const council = councilFor(info);
  const desk = await officerOf(council.id, page);
  const bytes = registerWithHiddenPeople(council);
  await begin(desk, council.id, { name: 'made-up.xlsx', bytes }, 'issues');
  await expect(button(page, /^Continue to licence: \d+ left/u)).toBeVisible();
  await expect(page.getByText('Values that may describe a person are masked.')).toBeVisible();
  await expect(page.locator('body')).not.toContainText('ada@people.example');
  await desk.explorer.expectAccessible();
  await desk.goTo('publish');
  await expect(desk.heading).toHaveText('Nearly there');
  await expect(button(page, /^Publish edition \d+: \d+ left/u)).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

base('a licence that does not fit is not offered, and says why', async ({ page }, info) => {
  const council = councilFor(info);
  const desk = await officerOf(council.id, page);
  await begin(desk, council.id, { name: 'made-up.csv', bytes: nextRegister(council) }, 'licence');
  await button(page, /^Change: Were points or areas/u)
    .or(button(page, /^Answer: Were points/u))
    .click();
  await page.getByRole('radio', { name: /OS features were copied/u }).click();
  await expect(page.getByText(/OS must agree first/u).first()).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Creative Commons Zero/u })).toHaveCount(0);
  await desk.explorer.expectAccessible();
});

base(
  'the register of the corpus goes live, its site in the sea put back in Rochdale',
  async ({ page }) => {
    base.skip(!existsSync(CORPUS), 'the corpus is not here');
    base.setTimeout(240_000);
    const desk = await officerOf('rochdale-council', page);
    const bytes = readFileSync(CORPUS);
    await begin(
      desk,
      'rochdale-council',
      { name: 'rochdale_brownfield_land_register.csv', bytes },
      'issues',
    );
    await expect(page.locator('.issue h3')).toHaveText('SH 2132 is in the English Channel');
    await desk.drawn();
    await button(page, 'Apply mend').click();
    await expect(page.locator('.issue h3')).not.toContainText('SH 2132');
    await expect(link(page, 'Continue to licence')).toBeVisible();
  },
);
