import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fingerprint, keep, recall } from './fingerprint.mjs';
import { environment, findNode, say } from './install.mjs';

const BUILT = 'node_modules/.cache/odin/client.json';

/** What the browser's part is made of: the client and the rooms of the vocabulary it may import. */
const ROOMS = ['client', 'data/schema', 'data/query', 'data/cartography', 'data/geodesy'];

/** Build the browser's part into dist/client when its sources changed since the last build. */
export function buildClient() {
  const print = fingerprint([...ROOMS, 'package-lock.json']);
  if (existsSync('dist/client/index.html') && recall(BUILT) === print) return;
  say('Building the map for the browser …');
  const vite = spawnSync(
    findNode(),
    ['node_modules/vite/bin/vite.js', 'build', 'client', '--logLevel=warn'],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: environment(),
    },
  );
  if (vite.status !== 0) {
    say('Cannot build the client: see the message above.');
    process.exit(1);
  }
  keep(BUILT, print);
}
