import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Source } from '#data/schema/source.ts';
import { readConfig } from './config.ts';
import { openOdin } from './odin.ts';
import { publishSources } from './sources.ts';

const MASTS = Source.parse({
  odin: 1,
  id: 'demonstration-digital/earlier-masts',
  title: 'Masts',
  publisher: 'demonstration-digital',
  synthetic: true,
  licence: { id: 'OGL-UK-3.0', basis: 'stated' },
  file: 'masts.csv',
  earlier: ['masts-before.csv'],
  type: 'digital/mast',
});

const csv = (names: readonly string[]) =>
  [
    'Mast ref,Site name,Easting,Northing',
    ...names.map((name, at) => `M${at},${name},38${at}000,391000`),
    '',
  ].join('\n');

it('publishSources() begins the history of a new dataset with its earlier files, once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'odin-earlier-'));
  writeFileSync(join(folder, 'masts-before.csv'), csv(['North', 'South', 'East']));
  writeFileSync(join(folder, 'masts.csv'), csv(['North', 'South bank', 'East', 'West']));
  const odin = await openOdin(readConfig({ ODIN_DATA: join(folder, 'data') }));
  try {
    await publishSources([MASTS], folder, odin.deps);
    await publishSources([MASTS], folder, odin.deps);
    const [now, before, ...more] = await odin.deps.store.listEditions(
      'demonstration-digital--earlier-masts',
    );
    expect([now?.number, now?.status, before?.number, before?.status, more]).toEqual([
      2,
      'live',
      1,
      'superseded',
      [],
    ]);
    expect(now?.comparison).toMatchObject({ against: 1, added: 1, changed: 1, removed: 0 });
  } finally {
    await odin.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
