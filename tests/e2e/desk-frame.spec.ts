import { Desk, expect, PUBLISHER, register, test } from './desk.ts';
import { Explorer } from './explorer.ts';
import { PASSWORD } from './sign-in.ts';

test('a visitor who is not signed in is led to sign in, with the page asked for kept', async ({
  page,
}) => {
  await page.goto(`${Explorer.address}/desk/${PUBLISHER}/new`);
  await page.waitForURL(/\/sign-in\?back=/u);
  expect(new URL(page.url()).searchParams.get('back')).toBe(`/desk/${PUBLISHER}/new`);
});

test('the task list says what is expected, narrows by status, and takes “we hold none”', async ({
  desk,
  page,
}) => {
  await desk.open();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rochdale Council');
  await desk.explorer.expectAccessible();
  const row = page.getByRole('row', { name: /^Allotments/u });
  await expect(row).toContainText('Not supplied');
  await row.getByRole('button', { name: /^We hold none/u }).click();
  await expect(row).toContainText('We hold none');
  await page.getByRole('link', { name: /^We hold none 1/u }).click();
  await expect(page).toHaveURL(/show=none-held/u);
  await expect(page.locator('.tasks tbody tr')).toHaveCount(1);
  await row.getByRole('button', { name: /^Take back/u }).click();
  await expect(page.getByText('Nothing here')).toBeVisible();
});

test('a wrong file is told by its content, with what to send instead; nothing is lost', async ({
  desk,
  page,
}) => {
  await desk.open(`/${PUBLISHER}/new`);
  await desk.handIn('register.csv', Buffer.from('%PDF-1.7\nnot a table'));
  await expect(page.getByRole('alert').filter({ hasText: 'This is a PDF' })).toContainText(
    'Send the table it was made from: CSV, Excel or a map file.',
  );
  await desk.handIn('register.csv', Buffer.from(''));
  await expect(page.getByRole('alert').filter({ hasText: 'is empty' })).toBeVisible();
  await desk.explorer.expectAccessible();
});

test('a file that cannot be read says so and gives way to one that can', async ({ desk, page }) => {
  await desk.open(`/${PUBLISHER}/new`);
  await desk.handIn('register.xlsx', Buffer.from('PK\u0003\u0004 cut short'));
  await expect(page.getByText('We could not read it.')).toBeVisible();
  await desk.handIn('made-up-register.csv', register());
  await page.getByRole('link', { name: 'Check what we read' }).click();
  await expect(desk.heading).toContainText('24');
});

test('a dataset is renamed by typing: it is saved by itself, and names the window', async ({
  desk,
  page,
}) => {
  await desk.begin('file');
  await page.getByLabel('Name', { exact: true }).fill('Made-up register');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Made-up register');
  await expect(desk.saved).toContainText('Saved');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Made-up register');
  await expect(page).toHaveTitle('File · Made-up register · ODIN');
});

test('work is kept on this device while there is no connection, and sent once there is', async ({
  desk,
  page,
}) => {
  await desk.begin('columns');
  await page.route('**/decisions', (route) => route.abort('connectionfailed'));
  const row = page.getByRole('row', { name: /^Colour of the gate/u });
  await row.getByRole('combobox').selectOption({ label: 'Notes' });
  await expect(desk.saved).toContainText('Not saved: your work is kept on this device.');
  await expect(desk.alarm).toHaveText(/Not saved/u);
  await expect(row.getByRole('combobox')).toHaveValue('notes');
  await desk.explorer.expectAccessible();
  await page.unroute('**/decisions');
  await page.reload();
  await expect(desk.saved).toContainText(/^Saved/u);
  await expect(page.getByRole('row', { name: /^Colour of the gate/u })).toContainText(
    'You said so',
  );
  desk.explorer.complaints.length = 0;
});

test('a session that ends leads to sign in and back; what was done meanwhile is not lost', async ({
  desk,
  page,
  context,
}) => {
  await desk.begin('columns');
  await expect(page.locator('.columns')).toBeVisible();
  await context.clearCookies();
  const row = page.getByRole('row', { name: /^Colour of the gate/u });
  await row.getByRole('combobox').selectOption({ label: 'Notes' });
  await page.waitForURL(/\/sign-in\?back=/u);
  await page.getByLabel('E-mail address').fill(desk.email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/desk\/drafts\/.*\/columns/u);
  await expect(row).toContainText('You said so');
  await expect(desk.saved).toContainText('Saved');
});

test('a draft that is not there is told so, and the address of no page too', async ({
  page,
  desk,
}) => {
  await page.goto(`${Explorer.address}/desk/drafts/aaaaaaaaaaaaaaaaaaaaaaaa`);
  await expect(page.getByText('There is no such draft')).toBeVisible();
  await page.goto(`${Explorer.address}/desk/nowhere`);
  await expect(page.getByText('There is no such page of the desk')).toBeVisible();
  expect(desk).toBeInstanceOf(Desk);
});
