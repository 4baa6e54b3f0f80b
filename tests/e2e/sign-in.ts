import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Good for every account of the tests. */
export const PASSWORD = 'three random words';

/** Folder of the server's data. @throws {Error} when the server was given by address without it */
function dataFolder(): string {
  const folder = process.env.ODIN_E2E_DATA;
  if (folder === undefined) throw new Error('Cannot make accounts: ODIN_E2E_DATA is not set');
  return folder;
}

/** Address at which the first administrator makes their account; undefined once anybody has one. */
export function firstAddress(): string | undefined {
  const file = join(dataFolder(), 'first-administrator.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/**
 * Path of an invitation, made with `odin account invite` while the server runs.
 *
 * @param where `--administrator`, or `--organisation trafford-council --role owner` as words
 */
export function invite(email: string, ...where: readonly string[]): string {
  const typed = [join(PROJECT, 'scripts/odin.mjs'), 'account', 'invite', email, ...where];
  const env = { ...process.env, ODIN_DATA: dataFolder() };
  const link = execFileSync(process.execPath, typed, { cwd: PROJECT, env, encoding: 'utf8' });
  return new URL(link.trim()).pathname;
}

/** Join by an invitation as somebody new; they are signed in then. */
export async function joinAs(page: Page, invitation: string, name: string): Promise<void> {
  await page.goto(invitation);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Choose a password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.waitForURL(/\/(?:organisations|account)/);
}
