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

/** Sign in as somebody the dataset is shared with, who has chosen its purpose. */
async function signIn(page: Page): Promise<void> {
  const [, secret = ''] = /session: (\S+)/u.exec(child.said.join('\n')) ?? [];
  const { hostname } = new URL(child.address);
  await page.context().addCookies([{ name: 'odin', value: secret, domain: hostname, path: '/' }]);
}

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

  await purpose.focus();
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
