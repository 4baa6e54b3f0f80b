import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '#server/store/open.ts';

const ODIN = fileURLToPath(new URL('../odin.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'odin-publish-'));
const data = join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const DESCRIPTOR = file(
  'masts.json',
  JSON.stringify({
    odin: 1,
    id: 'demonstration-digital/many-masts',
    title: 'Masts',
    publisher: 'demonstration-digital',
    synthetic: true,
    licence: { id: 'OGL-UK-3.0', basis: 'stated' },
    type: 'digital/mast',
  }),
);
/** Enough for their tiles to be drawn in a thread. */
const rows = Array.from(
  { length: 3_000 },
  (_, i) => `M${i},Site ${i},${378_000 + (i % 100) * 200},${391_000 + Math.floor(i / 100) * 200}`,
);
const FILE = file('masts.csv', ['Mast ref,Site name,Easting,Northing', ...rows, ''].join('\n'));

/** How the layer stands. */
async function layer() {
  const store = openStore(data);
  try {
    return (await store.listLayers())[0];
  } finally {
    await store.close();
  }
}

const publish = (...options: string[]) =>
  spawnSync(process.execPath, [ODIN, 'publish', FILE, '--source', DESCRIPTOR, ...options], {
    encoding: 'utf8',
    env: { ...process.env, ODIN_DATA: data },
  });

describe('odin publish', () => {
  it('--no-wait is done once the edition is live, and leaves its tiles to a server', async () => {
    const { status, stdout } = publish('--no-wait');
    expect([status, stdout]).toEqual([0, expect.stringContaining('3,000 features')]);
    // nobody draws it: a server takes it up the next time it looks
    expect((await layer())?.drawing?.at).toBe(new Date(0).toISOString());
  }, 60_000);
});
