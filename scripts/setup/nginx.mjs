import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { say } from './install.mjs';

const FOLDER = resolve('node_modules/.cache/odin/nginx');
const UNPACKED = `${FOLDER}/usr/sbin/nginx`;
const found = () =>
  [process.env.ODIN_NGINX, '/usr/sbin/nginx', UNPACKED].find((path) => path && existsSync(path));

/**
 * The static server the tests host tiles on. Debian's is fetched and unpacked when missing, not installed:
 * installing it would start a server on port 80.
 *
 * @returns its path, or undefined when there is none (the tests then say so and skip)
 */
export function findNginx() {
  const server = found();
  if (server) return server;
  say('Fetching nginx from Debian for the tests of tiles on a static server …');
  mkdirSync(FOLDER, { recursive: true });
  const quiet = { cwd: FOLDER, stdio: ['ignore', 'ignore', 'ignore'] };
  const fetched = () => spawnSync('apt-get', ['download', '-qq', 'nginx'], quiet).status === 0;
  if (fetched() || (spawnSync('apt-get', ['update', '-qq'], quiet).status === 0 && fetched())) {
    for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.deb'))) {
      spawnSync('dpkg-deb', ['-x', file, '.'], quiet);
    }
  }
  const works = spawnSync(UNPACKED, ['-v'], { stdio: 'ignore' }).status === 0;
  if (!works) say('No nginx: those tests are skipped. Set ODIN_NGINX to its path.');
  return works ? UNPACKED : undefined;
}
