import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const ODIN = join(PROJECT, 'scripts/odin.mjs');

/** A server of one spec's own, with the demonstration data in a folder of its own. */
export type OwnServer = {
  readonly address: string;
  /** Its data folder. */
  readonly data: string;
  /** End it and remove the folder. */
  readonly close: () => Promise<void>;
};

/**
 * Start a server that is set up otherwise than the one all specs share.
 *
 * @param settings environment variables
 * @param before commands of `odin` to run first over its data folder
 * @throws Error when it does not come up
 */
export async function startOwnServer(
  settings: Readonly<Record<string, string>>,
  before: readonly (readonly string[])[] = [],
): Promise<OwnServer> {
  const data = mkdtempSync(join(tmpdir(), 'odin-e2e-own-'));
  const own = { PORT: '0', HOST: '127.0.0.1', ODIN_DATA: data, ODIN_LOG: 'error' };
  const env = { ...process.env, ...own, ...settings };
  for (const command of before) {
    execFileSync(process.execPath, [ODIN, ...command], { cwd: PROJECT, env, stdio: 'ignore' });
  }
  const child = spawn(process.execPath, [ODIN, 'serve'], {
    cwd: PROJECT,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const close = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(data, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const [, address] = /ODIN is at (http:\S+)/u.exec(line) ?? [];
    if (address !== undefined) return { address, data, close };
  }
  await close();
  throw new Error('The server of this spec does not come up');
}
