import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PLACES = [
  process.env.ODIN_NGINX,
  '/usr/sbin/nginx',
  'node_modules/.cache/odin/nginx/usr/sbin/nginx',
];

/** Path of the nginx the tests run; undefined when there is none, and they are skipped. */
export const NGINX = PLACES.find((path) => path !== undefined && existsSync(path));

/** A running nginx and the folder it serves. */
export type StaticServer = {
  readonly url: string;
  readonly folder: string;
  readonly close: () => Promise<void>;
};

/** Start nginx on a free loopback port with the `location` block the documentation gives. */
export async function startNginx(nginx: string): Promise<StaticServer> {
  const prefix = mkdtempSync(join(tmpdir(), 'odin-nginx-'));
  const folder = join(prefix, 'files');
  mkdirSync(join(folder, 'tiles'), { recursive: true });
  const page = readFileSync('docs/tiles-elsewhere.md', 'utf8');
  const [, block = ''] = /```nginx\n([^`]+)```/.exec(page) ?? [];
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    join(prefix, 'nginx.conf'),
    `daemon off; master_process off; pid ${prefix}/pid; error_log ${prefix}/error.log;
    events {}
    http {
      access_log off;
      ${temporary.map((name) => `${name}_temp_path ${prefix}/${name};`).join(' ')}
      server { listen 127.0.0.1:${port}; root ${folder}; ${block} }
    }`,
  );
  const args = ['-p', prefix, '-c', join(prefix, 'nginx.conf'), '-e', join(prefix, 'error.log')];
  const child = spawn(nginx, args, { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await answering(url, child, join(prefix, 'error.log'));
  return {
    url,
    folder,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(prefix, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Wait until it answers; it has nothing to start but a socket. */
async function answering(url: string, child: ChildProcess, log: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) break;
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx does not answer: ${existsSync(log) ? readFileSync(log, 'utf8') : ''}`);
}
