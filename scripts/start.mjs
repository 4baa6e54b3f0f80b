// npm start: install what is missing, build what changed, then serve the map.
import { spawn } from 'node:child_process';
import { buildClient } from './setup/client.mjs';
import { environment, findNode, install } from './setup/install.mjs';

install();
buildClient();
const server = spawn(findNode(), ['scripts/odin.mjs', 'serve', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: environment(),
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
