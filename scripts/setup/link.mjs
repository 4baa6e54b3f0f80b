// Runs after `npm ci`: npm links the commands of dependencies, not the project's own; this one makes `npx odin` work.
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join('node_modules', '.bin');
const link = join(folder, 'odin');
mkdirSync(folder, { recursive: true });
rmSync(link, { force: true });
if (process.platform === 'win32') {
  writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\scripts\\odin.mjs" %*\r\n');
} else {
  symlinkSync(join('..', '..', 'scripts', 'odin.mjs'), link);
  if (existsSync('scripts/odin.mjs')) chmodSync('scripts/odin.mjs', 0o755);
}
