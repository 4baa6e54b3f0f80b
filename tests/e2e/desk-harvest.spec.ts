import type { Page } from '@playwright/test';
import { Desk } from './desk.ts';
import { Explorer, expect, test } from './explorer.ts';
import { type OwnChild, startOwnChild } from './own-child.ts';
import { invite, joinAs } from './sign-in.ts';

let child: OwnChild;
const before = { address: process.env.ODIN_E2E, data: process.env.ODIN_E2E_DATA };

test.beforeAll(async () => {
  child = await startOwnChild('serve-harvested.ts');
  process.env.ODIN_E2E = child.address;
  process.env.ODIN_E2E_DATA = child.data;
});
test.afterAll(async () => {
  process.env.ODIN_E2E = before.address;
  process.env.ODIN_E2E_DATA = before.data;
  await child.close();
});

/** Join the publisher as one of its officers. */
async function officer(page: Page, name: string): Promise<void> {
  const email = `${name.toLowerCase().replaceAll(' ', '-')}-${Date.now()}@council.example`;
  const where = ['--organisation', 'demonstration-digital', '--role', 'publisher'];
  await joinAs(page, `${Explorer.address}${invite(email, ...where)}`, name);
}

/** Open the task list, and what is to be decided of the masts. */
async function decide(page: Page) {
  await new Desk(page, '').open();
  const row = page.getByRole('row', { name: /^Masts \(synthetic\)/u });
  await row.getByRole('button', { name: /^Decide/u }).click();
  return { row, dialog: page.getByRole('dialog') };
}

test('a harvest that has lost half its records waits for two people; what is live stays until then', async ({
  browser,
  explorer,
  page,
}) => {
  test.setTimeout(240_000);
  await officer(page, 'Made-up Officer');

  await child.tell('halve');
  await child.tell('fetch', /fetched: held/u);
  const address = `${child.address}/api/datasets/demonstration-digital--masts`;
  const live = async () => (await (await page.request.get(address)).json()).edition;
  expect(await live()).toMatchObject({ number: 1, records: 40 });

  const { row, dialog } = await decide(page);
  await expect(row).toContainText('18');
  await expect(row).toContainText('40');
  await expect(dialog).toContainText('edition 2 is held');
  await expect(dialog).toContainText('Until it is published the edition before stays live.');
  await explorer.expectAccessible();
  await dialog
    .getByRole('textbox', { name: /^Why is it right/u })
    .fill('22 masts were taken down in the spring (made up).');
  await dialog.getByRole('button', { name: 'Say that it is right' }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('A colleague has to agree.');
  await explorer.expectAccessible();
  expect(await live()).toMatchObject({ number: 1 });
  await row.getByRole('button', { name: /^Look/u }).click();
  await expect(dialog).toContainText('You say that it is right');
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  await page.keyboard.press('Escape');

  await test.step('a colleague agrees', async () => {
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await officer(other, 'Made-up Colleague');
    const second = await decide(other);
    await expect(second.dialog).toContainText('Made-up Officer says that it is right: “22 masts');
    await new Explorer(other).expectAccessible();
    await second.dialog
      .getByRole('textbox', { name: /^How do you know/u })
      .fill('The lease list says the same.');
    await second.dialog.getByRole('button', { name: 'Agree and publish edition 2' }).click();
    await expect(second.dialog).toBeHidden();
    await expect(second.row).toContainText('Live');
    await elsewhere.close();
  });

  await page.goto(`${child.address}/data/demonstration-digital--masts`);
  await expect(page.getByText('22 masts were taken down in the spring').first()).toBeVisible();
});
