import {
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp, checkBackup, restoreBackup } from './backup.ts';
import { openStore } from './open.ts';
import { NOW, resourceOf } from './test-store.ts';

// threat 53: a backup that cannot be used

describe('threat 53: a backup', () => {
  const root = mkdtempSync(join(tmpdir(), 'odin-backup-'));
  const data = join(root, 'data');
  const copy = join(root, 'copy');
  let store: ReturnType<typeof openStore>;
  const at = (name: string) => join(root, name);

  beforeAll(async () => {
    store = openStore(data);
    await store.putResource(resourceOf('a,b\n1,2\n'), NOW);
    await store.putResource(resourceOf('a,b\n3,4\n'), NOW);
    await backUp(data, copy, NOW);
  });
  afterAll(async () => {
    await store.close();
    rmSync(root, { recursive: true });
  });

  /** A copy of the backup, to spoil. */
  function spoilt(name: string): string {
    cpSync(copy, at(name), { recursive: true });
    return at(name);
  }

  it('made while the store is open is whole, and is told what it holds', async () => {
    const { faults, manifest } = await checkBackup(copy);
    expect(faults).toEqual([]);
    expect(manifest?.rows).toMatchObject({ resource: 2 });
    expect(manifest?.resources).toBe(2);
  });

  it('restored is a store with the same files', async () => {
    await restoreBackup(copy, at('restored'));
    const restored = openStore(at('restored'));
    const { sha256, bytes } = resourceOf('a,b\n3,4\n');
    expect((await restored.readResource(sha256))?.bytes).toEqual(bytes);
    await restored.close();
  });

  it('made again copies only what is new', async () => {
    const again = spoilt('again');
    const [folder = ''] = readdirSync(join(again, 'resources'));
    const [file = ''] = readdirSync(join(again, 'resources', folder));
    const before = statSync(join(again, 'resources', folder, file)).ino;
    await store.putResource(resourceOf('a,b\n5,6\n'), NOW);
    expect((await backUp(data, again, NOW)).resources).toBe(3);
    expect(statSync(join(again, 'resources', folder, file)).ino).toBe(before);
    expect((await checkBackup(again)).faults).toEqual([]);
  });

  it('with a file that was changed, lost or cut is refused and says which', async () => {
    const changed = spoilt('changed');
    const { sha256 } = resourceOf('a,b\n1,2\n');
    writeFileSync(join(changed, 'resources', sha256.slice(0, 2), sha256), 'a,b\n1,3\n');
    expect((await checkBackup(changed)).faults).toEqual([
      `The file handed in as ${sha256} was changed`,
    ]);
    rmSync(join(changed, 'resources', sha256.slice(0, 2), sha256));
    expect((await checkBackup(changed)).faults).toEqual([
      `The file handed in as ${sha256} is missing`,
    ]);
    await expect(restoreBackup(changed, at('never'))).rejects.toThrow('cannot be relied on');
    const cut = spoilt('cut');
    truncateSync(join(cut, 'odin.sqlite'), 5_000);
    expect((await checkBackup(cut)).faults.join()).toContain('odin.sqlite was changed since');
  });

  it('with a row taken out of its database is refused', async () => {
    const fewer = spoilt('fewer');
    const db = new Sqlite(join(fewer, 'odin.sqlite'));
    db.exec('DELETE FROM resource WHERE rowid = 1');
    db.close();
    expect((await checkBackup(fewer)).faults).toContain('Table resource has 1 rows, 2 were kept');
  });

  it('that was not finished is none', async () => {
    const half = spoilt('half');
    rmSync(join(half, 'backup.json'));
    expect((await checkBackup(half)).faults.join()).toContain('not finished');
  });

  it('never overwrites a folder of something else, nor data that is there', async () => {
    await expect(backUp(data, root, NOW)).rejects.toThrow('no backup');
    await expect(restoreBackup(copy, data)).rejects.toThrow('holds data already');
    await expect(backUp(at('nothing'), at('x'), NOW)).rejects.toThrow('nothing to back up');
  });
});
