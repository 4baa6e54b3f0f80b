import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ODIN = fileURLToPath(new URL('../odin.mjs', import.meta.url));

describe('odin harvest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'odin-harvest-command-'));
  const server = createServer((_, response) => {
    response.end('Mast ref,Easting,Northing\nM1,381500,391000\n');
  });
  const descriptor = join(folder, 'masts.json');
  let host = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const source = {
      odin: 1,
      id: 'demonstration-digital/fetched-masts',
      title: 'Masts',
      publisher: 'demonstration-digital',
      synthetic: true,
      licence: { id: 'OGL-UK-3.0', basis: 'stated' },
      type: 'digital/mast',
      harvest: { kind: 'file', url: `http://${host}/masts.csv`, every: 'P1W' },
    };
    writeFileSync(descriptor, JSON.stringify(source));
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const odin = async (hosts: string, ...words: string[]) => {
    const env = { ...process.env, ODIN_DATA: join(folder, 'data'), ODIN_HARVEST_HOSTS: hosts };
    const child = spawn(process.execPath, [ODIN, 'harvest', ...words], { env });
    const [out, err, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise((resolve) => child.on('close', resolve)),
    ]);
    return { out, err, code };
  };

  it('fetches a source, publishes it, and tells what came of it', async () => {
    expect(await odin(host, descriptor)).toMatchObject({
      code: 0,
      out: 'demonstration-digital/fetched-masts  published: Edition 1: 1 records, 1 on the map.\n',
    });
    expect((await odin(host, descriptor)).out).toContain('unchanged: What came is what edition 1');
    expect((await odin(host, '--runs', descriptor)).out).toMatch(/unchanged.*\n.*published/);
  }, 60_000);

  it('threat 30: a private address nobody allowed is not fetched', async () => {
    expect(await odin('gis.internal', descriptor)).toMatchObject({
      code: 3,
      out: expect.stringContaining('failed: This address is not fetched'),
    });
  }, 60_000);

  it('a source without an address, or none, is a wrong call', async () => {
    expect((await odin(host)).code).toBe(64);
    expect((await odin(host, 'greater-manchester/nothing')).code).toBe(64);
  }, 60_000);
});
