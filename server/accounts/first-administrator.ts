import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AccountDeps } from './deps.ts';
import { findInvitation, inviteFirst } from './inviting.ts';

const fileOf = (folder: string): string => join(folder, 'first-administrator.txt');

/**
 * The address at which the first administrator makes their account, as long as there is no account at all. It is
 * kept in the data folder for its owner alone, and stays the same over restarts.
 *
 * @param url scheme and host the server is reached by
 * @returns undefined once there is an account
 */
export async function offerFirst(
  folder: string,
  url: string,
  deps: AccountDeps,
): Promise<string | undefined> {
  if ((await deps.store.countAccounts()) > 0) {
    withdrawFirst(folder);
    return undefined;
  }
  const code = (await keptCode(folder, deps)) ?? (await inviteFirst(deps));
  const address = `${url}/sign-in/first?code=${code}`;
  rmSync(fileOf(folder), { force: true });
  writeFileSync(fileOf(folder), `${address}\n`, { mode: 0o600 });
  return address;
}

/** Remove the file: its code is used. */
export const withdrawFirst = (folder: string): void => rmSync(fileOf(folder), { force: true });

async function keptCode(folder: string, deps: AccountDeps): Promise<string | undefined> {
  if (!existsSync(fileOf(folder))) return undefined;
  const [, code] = /code=([\w-]+)/.exec(readFileSync(fileOf(folder), 'utf8')) ?? [];
  return code !== undefined && (await findInvitation(code, deps)) ? code : undefined;
}
