import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const ODIN = fileURLToPath(new URL('../odin.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'odin-decide-'));
const data = join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const odin = (...typed: string[]) =>
  spawnSync(process.execPath, [ODIN, ...typed], {
    encoding: 'utf8',
    env: { ...process.env, ODIN_DATA: data },
  });

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const DESCRIPTOR = file(
  'masts.json',
  JSON.stringify({
    odin: 1,
    id: 'demonstration-digital/quarterly-masts',
    title: 'Masts by quarter',
    publisher: 'demonstration-digital',
    synthetic: true,
    licence: { id: 'OGL-UK-3.0', basis: 'stated' },
    type: 'digital/mast',
  }),
);
const ID = 'demonstration-digital/quarterly-masts';
const heading = 'Mast ref,Site name,Easting,Northing,Tallness';
const rows = (count: number, tall: number) =>
  Array.from(
    { length: count },
    (_, index) => `M${index + 1},Site ${index + 1},${378_000 + index * 500},391000,${tall}`,
  );
const quarter = (name: string, count: number, tall: number) =>
  file(name, [heading, ...rows(count, tall), ''].join('\n'));

describe('odin decide', () => {
  it('keeps a decision once; the next quarter’s file needs no human', () => {
    expect(odin('publish', quarter('q1.csv', 10, 100), '--source', DESCRIPTOR).status).toBe(0);
    const word = ['--why', 'their data dictionary', '--by', 'A. Officer'];
    const decided = odin('decide', ID, '--map', 'height-m=Tallness', ...word);
    expect([decided.status, decided.stderr]).toEqual([0, '']);
    expect(odin('decide', ID, '--unit', 'height-m=ft', ...word).status).toBe(0);
    const kept = JSON.parse(readFileSync(join(data, 'sources', `${ID}.json`), 'utf8'));
    expect(kept.map).toEqual({ 'height-m': { from: 'Tallness', unit: 'ft' } });
    expect(kept.history).toHaveLength(2);
    expect(kept.history[0]).toMatchObject({ by: 'A. Officer', why: 'their data dictionary' });

    const next = odin('publish', quarter('q2.csv', 11, 100), '--source', DESCRIPTOR);
    expect(next.stdout).toContain('Against edition 1: 1 added');
    const out = join(folder, 'out.geojson');
    odin('harmonise', quarter('q3.csv', 11, 100), '--source', ID, '--out', out);
    const [first] = JSON.parse(readFileSync(out, 'utf8')).features;
    expect(first.properties['height-m']).toBeCloseTo(30.48, 2);
  });

  it('shows what would change, holds what lost too much, and publishes it when it is accepted', () => {
    const fewer = quarter('q4.csv', 5, 100);
    const before = odin('diff', fewer, '--source', ID);
    expect([before.status, before.stdout]).toEqual([
      3,
      expect.stringContaining('- M11 Site 11 (line 12)'),
    ]);
    expect(before.stdout).toContain('It would be held');
    expect(odin('publish', fewer, '--source', ID).status).toBe(3);
    const accepted = odin('publish', fewer, '--source', ID, '--accept', 'masts were taken down');
    expect([accepted.status, accepted.stdout]).toEqual([0, expect.stringContaining('6 removed')]);
    expect(odin('decide', ID).stdout).toContain('accept {"code":"version.count-drop"');
    const restored = odin('editions', ID, '--restore', '2', '--why', 'they stand still');
    expect(restored.stdout).toContain('Edition 2  live');
    const gone = odin('editions', ID, '--withdraw', '--why', 'asked by the operator');
    expect(gone.stdout).toContain('withdrawn by');
  });

  it.each([
    [['--map', 'heigt-m=Tallness'], 'Did you mean height-m?'],
    [['--licence', 'OGL'], 'There is no licence “OGL”'],
    [['--accept', 'nothing.such'], 'There is no issue code'],
    [['--patch', 'Easting'], '--record COLUMN=VALUE'],
    [['--unit', 'power-kw'], 'needs a name, = and a value'],
  ])('refuses %j with the reason', (typed, reason) => {
    const ran = odin('decide', ID, ...typed, '--why', 'x');
    expect([ran.status, ran.stderr]).toEqual([64, expect.stringContaining(reason)]);
  });
});
