import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { say } from './install.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const found = () => [process.env.ODIN_CHROMIUM, ...PLACES].find((path) => path && existsSync(path));

const onDebian = () =>
  existsSync('/etc/os-release') && /debian|ubuntu/i.test(readFileSync('/etc/os-release', 'utf8'));

/**
 * The browser the end-to-end tests drive; on Debian as root it is installed when missing.
 *
 * @returns its path, or undefined when there is none and none may be installed (the tests then say so and skip)
 */
export function findChromium() {
  const browser = found();
  if (browser) return browser;
  if (!onDebian() || process.getuid?.() !== 0) {
    say(
      'No Chromium found, and only root on Debian may install one: end-to-end tests are skipped. Set ODIN_CHROMIUM to its path.',
    );
    return undefined;
  }
  say('Installing Chromium for the end-to-end tests (apt-get install chromium) …');
  const quiet = {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  if (!found()) say('Cannot install Chromium: end-to-end tests are skipped.');
  return found();
}
