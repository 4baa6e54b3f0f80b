import type { Page } from '@playwright/test';
import { Explorer, expect, test } from './explorer.ts';
import { type OwnChild, startOwnChild } from './own-child.ts';

const LAYER = 'mast.ogl-uk-3-0.synthetic.only-demonstration-water--outfalls';
const VIEW = `?view=53.415,-2.275,13&layers=${LAYER}&tab=list`;
const NAME = 'Zeugma Alpha';

let child: OwnChild;
const before = process.env.ODIN_E2E;

test.beforeAll(async () => {
  child = await startOwnChild('serve-restricted.ts');
  process.env.ODIN_E2E = child.address;
});
test.afterAll(async () => {
  process.env.ODIN_E2E = before;
  await child.close();
});

/** Sign in as somebody the dataset is shared with, who has chosen its purpose, or as its owner. */
async function signIn(page: Page, who: 'grantee' | 'owner' = 'grantee'): Promise<void> {
  const { hostname } = new URL(child.address);
  const said = child.said.find((line) => line.startsWith(`${who}: `)) ?? '';
  const value = said.slice(`${who}: `.length);
  await page.context().addCookies([{ name: 'odin', value, domain: hostname, path: '/' }]);
}

test('somebody asks for the data by keyboard, and its owner answers from their task list', async ({
  browser,
  explorer,
  page,
}) => {
  await page.goto(`${child.address}/agreements`);
  await page.getByRole('link', { name: /^Ask .* for it/u }).click();
  await explorer.expectAccessible();
  await page.getByLabel('Your name').focus();
  for (const words of ['Made-up Asker', 'Demonstration Gas', 'asker@example.org', 'Street works']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.getByRole('alert')).toContainText('What you need, and why');
  await explorer.expectAccessible();
  await page.getByLabel('What you need, and why').fill('Where the outfalls are (made up).');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your request');
  await expect(page.getByText('The owner of the data has not answered yet.')).toBeVisible();
  await explorer.expectAccessible();

  await test.step('its owner declines it', async () => {
    const elsewhere = await browser.newContext();
    const owner = await elsewhere.newPage();
    await signIn(owner, 'owner');
    await owner.goto(`${child.address}/desk`);
    const task = owner.getByRole('row', { name: /1 request to answer/u });
    await expect(task).toContainText('Made-up Asker, Demonstration Gas, asks for it.');
    await task.getByRole('link', { name: /^Answer/u }).click();
    await expect(owner.getByRole('heading', { name: 'Who asks for it' })).toBeVisible();
    await new Explorer(owner).expectAccessible();
    await owner.getByLabel('Why not').fill('It is open soon (made up).');
    await owner.getByRole('button', { name: /^Decline/u }).click();
    await expect(owner.getByText('Nobody waits for an answer.')).toBeVisible();
    await elsewhere.close();
  });
  await page.reload();
  await expect(page.getByText('It is open soon (made up).')).toBeVisible();
  // the form is sent once with a field left out
  explorer.complaints.length = 0;
});

test('what is read for is said and chosen where it is read, by keyboard', async ({
  browser,
  explorer,
  page,
}) => {
  await signIn(page);
  await explorer.open(VIEW.replace('&tab=list', ''));
  const choice = page.getByRole('region', { name: 'What you read for' });
  const purpose = choice.getByRole('combobox', { name: 'You read for' });
  const row = explorer.panel.getByRole('button', { name: /^Masts/u });
  await expect(purpose).not.toHaveValue('');
  const chosen = await purpose.inputValue();
  await expect(choice).toContainText('Not for everybody here: Masts');
  await explorer.expectAccessible();

  await purpose.focus();
  await page.keyboard.press('Home');
  await expect(explorer.announcer).toHaveText('You read for no agreement.');
  await expect(purpose).toHaveValue('');
  await expect(choice).not.toContainText('Not for everybody here');
  await expect(explorer.panel.getByText('no longer published')).toBeVisible();
  await explorer.expectAccessible();
  const features = `${child.address}/api/layers/${LAYER}/features`;
  expect((await page.request.get(features)).status()).toBe(404);

  await expect(purpose).toBeFocused();
  await page.keyboard.press('End');
  await expect(explorer.announcer).toHaveText(`You read for “${chosen}”.`);
  await expect(explorer.panel.getByText('no longer published')).toHaveCount(0);
  await expect(row.first()).toBeVisible();
  await explorer.panel.getByRole('tab', { name: /^List/u }).click();
  await expect(explorer.panel.getByText(NAME)).toBeVisible();

  await test.step('nobody else is asked', async () => {
    const stranger = await browser.newContext();
    const other = new Explorer(await stranger.newPage());
    await other.open();
    await expect(other.panel.getByText('Add layers')).toBeVisible();
    await expect(other.page.getByText('You read for')).toHaveCount(0);
    await stranger.close();
  });
  // what is gone was asked for by its old address
  explorer.complaints.length = 0;
});

test('a dataset shared by agreement is there for whom it is shared with, and gone the second it ends', async ({
  browser,
  explorer,
  page,
}) => {
  await signIn(page);
  const tiles: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes(`/tiles/${LAYER}/`) && response.ok()) tiles.push(response.url());
  });

  await explorer.open(VIEW);
  const list = explorer.panel;
  await expect(list.getByText(NAME)).toBeVisible();
  await expect(list.getByRole('tab', { name: /^List/u })).toHaveAttribute('aria-selected', 'true');
  expect(tiles.length).toBeGreaterThan(0);
  await list.getByText(NAME).click();
  await expect(explorer.card).toContainText(NAME);
  const link = page.url();
  await explorer.expectAccessible();

  await test.step('to others it does not exist', async () => {
    const stranger = await browser.newContext();
    const other = new Explorer(await stranger.newPage());
    await other.open(VIEW);
    await expect(other.panel.getByText(NAME)).toHaveCount(0);
    const data = await other.page.request.get(
      `${child.address}/data/demonstration-water--outfalls`,
    );
    expect(data.status()).toBe(404);
    await stranger.close();
  });

  await test.step('one second after its last day', async () => {
    await child.tell('tomorrow', /it is tomorrow/u);
    expect((await page.request.get(tiles[0] ?? '')).status()).toBe(404);
    const features = `${child.address}/api/layers/${LAYER}/features`;
    expect((await page.request.get(features)).status()).toBe(404);
    await page.goto(link);
    await explorer.settled();
    await expect(page.getByText(NAME)).toHaveCount(0);
    const asked = page.waitForResponse((response) => /\/api\/search\?/u.test(response.url()));
    await explorer.search.fill('Zeugma');
    expect(await (await asked).text()).not.toContain(NAME);
  });

  await test.step('everybody can read that it was shared, with whom and until when', async () => {
    await page.goto(`${child.address}/agreements`);
    await expect(page.getByText('Outfalls kept apart').first()).toBeVisible();
    await explorer.expectAccessible();
  });
  // what is gone was asked for by its old address
  explorer.complaints.length = 0;
});
