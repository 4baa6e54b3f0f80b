// Plain JavaScript on purpose: this file runs on any Node ≥ 20.19, before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = join('node_modules', '.cache', 'odin', 'installed');
/** First Node that runs TypeScript by itself and loads the database driver. */
const NEEDED = [22, 18];

/** Say what is being done, on stderr so that stdout stays for answers. */
export const say = (text) => process.stderr.write(`${text}\n`);

/**
 * Install the packages of package-lock.json when they are missing or out of date.
 *
 * Ends the process with a clear message when npm fails.
 */
export function install() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  const stamped = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock;
  if (stamped) return;
  say('Installing packages (npm ci): a minute or two on a new machine …');
  const npm = spawnSync('npm', ['ci', '--loglevel=error', '--no-update-notifier'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    say('Cannot install packages: npm ci failed. Is the npm registry within reach?');
    process.exit(1);
  }
  mkdirSync(join('node_modules', '.cache', 'odin'), { recursive: true });
  writeFileSync(STAMP, lock);
  say('Packages installed.');
}

const newEnough = (version) => {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
};

/**
 * The Node that runs ODIN: the one npm installed beside it, else the running one when it is new enough.
 *
 * @returns path of the binary; ends the process with advice when there is none
 */
export function findNode() {
  const own = join(process.cwd(), 'node_modules', '.bin', 'node');
  if (existsSync(own)) {
    const asked = spawnSync(own, ['--version'], { encoding: 'utf8' });
    if (asked.status === 0 && newEnough(asked.stdout.trim())) return own;
  }
  if (newEnough(process.version)) return process.execPath;
  say(
    `ODIN needs Node ≥ ${NEEDED.join('.')}; this is ${process.version} and npm has none for this system. Install Node 24 from nodejs.org.`,
  );
  process.exit(1);
}

/** Environment in which `node` and every installed command are ODIN's own. */
export const environment = () => ({
  ...process.env,
  PATH: `${join(process.cwd(), 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
});
