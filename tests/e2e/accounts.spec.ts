import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { firstAddress, invite, joinAs, PASSWORD } from './sign-in.ts';

const HERE = (): string => process.env.ODIN_E2E ?? '';

test.use({ baseURL: HERE() });

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** Go on to a field or button with Tab alone. */
async function tabTo(page: Page, name: string): Promise<void> {
  const isThere = () =>
    page.evaluate(
      (wanted) =>
        (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent?.startsWith(
          wanted,
        ) || document.activeElement?.textContent?.trim().startsWith(wanted),
      name,
    );
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    if (await isThere()) return;
  }
  throw new Error(`Tab never comes to "${name}"`);
}

async function fill(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

test('the first administrator invites an owner, who joins, signs out and in again: by keyboard alone', async ({
  page,
  browser,
}) => {
  // a second try finds the first account made
  const first = firstAddress() ?? invite(`ada-${Date.now()}@council.example`, '--administrator');
  await page.goto(first);
  await expectAccessible(page);
  await tabTo(page, first.includes('/first') ? 'Make the account' : 'Join');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /u);
  await expectAccessible(page);
  await fill(page, 'Your name', 'Ada Example');
  if (first.includes('/first')) await fill(page, 'E-mail address', 'ada@council.example');
  await fill(page, 'Choose a password', PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Ada Example' })).toBeVisible();

  await page.goto('/organisations');
  await expectAccessible(page);
  await tabTo(page, 'Trafford Council');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/organisations\/trafford-council$/u);
  const email = `joe-${Date.now()}@council.example`;
  await fill(page, 'Their e-mail address', email);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `Send this link to ${email}` })).toBeVisible();
  await expectAccessible(page);
  const link = await page.locator('.secret').innerText();

  const context = await browser.newContext({ baseURL: HERE(), colorScheme: 'dark' });
  const joe = await context.newPage();
  await joe.goto(link);
  await expectAccessible(joe);
  await fill(joe, 'Your name', 'Joe Example');
  await fill(joe, 'Choose a password', PASSWORD);
  await joe.keyboard.press('Enter');
  await expect(joe.getByRole('heading', { level: 1, name: 'Trafford Council' })).toBeVisible();

  await joe.goto('/account');
  await expectAccessible(joe);
  await tabTo(joe, 'Sign out');
  await joe.keyboard.press('Enter');
  await joe.waitForURL(`${HERE()}/`);
  await joe.goto('/account');
  await expect(joe.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expectAccessible(joe);
  await fill(joe, 'E-mail address', email);
  await fill(joe, 'Password', PASSWORD);
  await joe.keyboard.press('Enter');
  await expect(joe.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
  await context.close();
});

test('the explorer says who is signed in, and leads to signing in', async ({ page }) => {
  await page.goto('/');
  const rail = page.getByRole('banner').first();
  await expect(rail.getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    '/sign-in?back=/',
  );
  await joinAs(page, invite(`eve-${Date.now()}@council.example`, '--administrator'), 'Eve Example');
  await page.goto('/');
  await expect(rail.getByRole('link', { name: 'Eve' })).toHaveAttribute('href', '/account');
});
