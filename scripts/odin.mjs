#!/usr/bin/env node
// The `odin` command. Runs on any Node that parses it, finds one that runs TypeScript, and hands over.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const NEEDED = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isNewEnough = major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
const own = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));

if (isNewEnough) {
  // Half of a short run is compiling; the second run takes it from here.
  nodeModule.enableCompileCache?.(
    fileURLToPath(new URL('../node_modules/.cache/odin', import.meta.url)),
  );
  const { main } = await import('./odin/index.ts');
  process.exitCode = await main(process.argv.slice(2));
} else if (existsSync(own)) {
  const self = fileURLToPath(import.meta.url);
  const ran = spawnSync(own, [self, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (ran.error) throw ran.error;
  process.exitCode = ran.status ?? 1;
} else {
  process.stderr.write(
    `odin needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}.\n` +
      'Run `npm install` in the project folder, which brings a suitable Node with it, and try again.\n',
  );
  process.exitCode = 1;
}
