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

test('a harvest that has lost half its records waits for a person; what is live stays until then', async ({
  explorer,
  page,
}) => {
  test.setTimeout(240_000);
  const invitation = invite(
    `officer-${Date.now()}@council.example`,
    ...['--organisation', 'demonstration-digital', '--role', 'publisher'],
  );
  await joinAs(page, `${Explorer.address}${invitation}`, 'Made-up Officer');
  const desk = new Desk(page, '');

  await child.tell('halve');
  await child.tell('fetch', /fetched: held/u);
  const live = await page.request.get(`${child.address}/api/datasets/demonstration-digital--masts`);
  expect((await live.json()).edition).toMatchObject({ number: 1, records: 40 });

  await desk.open();
  const row = page.getByRole('row', { name: /^Masts \(synthetic\)/u });
  await expect(row).toContainText('18');
  await expect(row).toContainText('40');
  await explorer.expectAccessible();
  await row.getByRole('button', { name: /^(?:Look|Publish|Accept|Decide)/u }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('edition 2 is held');
  await expect(dialog).toContainText('Until you publish it the edition before stays live.');
  await explorer.expectAccessible();
  await dialog
    .getByRole('textbox', { name: /^Why is it right/u })
    .fill('22 masts were taken down in the spring (made up).');
  await dialog.getByRole('button', { name: 'Publish edition 2' }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('Live');

  await page.goto(`${child.address}/data/demonstration-digital--masts`);
  await expect(page.getByText('22 masts were taken down in the spring').first()).toBeVisible();
});
