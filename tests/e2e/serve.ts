import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROWSER } from './browser.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Longest time to publish the demonstration data, ms. */
const PUBLISH_MS = 300_000;

/**
 * Start the real server on a free port, with the demonstration data published into an empty folder.
 *
 * @returns what stops it and removes the folder
 * @throws Error when the client is not built or the server does not come up
 */
async function serve(): Promise<() => Promise<void>> {
  // a server given by address is used as it is
  if (BROWSER === undefined || process.env.ODIN_E2E !== undefined) return async () => undefined;
  if (!existsSync(join(PROJECT, 'dist/client/index.html'))) {
    throw new Error('Cannot test: the client is not built; run "npm run build" first');
  }
  const data = mkdtempSync(join(tmpdir(), 'odin-e2e-'));
  const server = spawn(process.execPath, [join(PROJECT, 'scripts/odin.mjs'), 'serve'], {
    cwd: PROJECT,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ODIN_DATA: data, ODIN_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  process.env.ODIN_E2E = await addressOf(server);
  process.env.ODIN_E2E_DATA = data;
  return async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
}

// biome-ignore lint/style/noDefaultExport: Playwright takes its global setup from the default export
export default serve;

/** The address the server says it listens on. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`No server in time:\n${said}`)), PUBLISH_MS);
    const hear = (bytes: Buffer) => {
      said += bytes.toString();
      const [, address] = /ODIN is at (http:\S+)/u.exec(said) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', (code, signal) => {
      clearTimeout(timer);
      const ending = `The server ended (${code ?? signal}):\n${said}`;
      // one that ends in the middle of the tests must say so: all that follow fail for it
      if (code !== 0 && signal !== 'SIGTERM') process.stderr.write(`${ending}\n`);
      reject(new Error(ending));
    });
  });
}
