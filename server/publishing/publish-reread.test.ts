import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Source } from '#data/schema/source.ts';
import { readConfig } from '../config.ts';
import { type Odin, openOdin } from '../odin.ts';
import type { PublishDeps } from './delivery.ts';
import { publish } from './publish.ts';

const SOURCE = Source.parse({
  odin: 1,
  id: 'demonstration-digital/test-masts',
  title: 'Masts',
  publisher: 'demonstration-digital',
  synthetic: true,
  licence: { id: 'OGL-UK-3.0', basis: 'stated' },
  type: 'digital/mast',
});

type Mast = readonly [reference: string, easting: number];
const TEN = Array.from({ length: 10 }, (_, i): Mast => [`M${i + 1}`, 378_000 + i * 500]);
/** Without the first, and the fifth 30 m further east. */
const NINE = TEN.slice(1).map(([ref, x]): Mast => [ref, ref === 'M5' ? x + 30 : x]);

const folder = mkdtempSync(join(tmpdir(), 'odin-reread-'));
let odin: Odin;
beforeAll(async () => {
  odin = await openOdin(readConfig({ ODIN_DATA: folder }));
});
afterAll(async () => {
  await odin.close();
  rmSync(folder, { recursive: true, force: true });
});

async function send(masts: readonly Mast[], deps: PublishDeps) {
  const rows = masts.map(([ref, x]) => `${ref},Site ${ref},${x},391000`);
  const bytes = Buffer.from(['Mast ref,Site name,Easting,Northing', ...rows, ''].join('\n'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const resource = { sha256, fileName: 'masts.csv', bytes };
  const published = await publish({ resource }, SOURCE, deps);
  if (published.status !== 'published') throw new Error(published.status);
  return published.edition;
}

it('an edition read again by newer rules keeps its day, and what it changed since the edition before', async () => {
  const days = (count: number) => () => new Date(Date.UTC(2026, 10, 1 + count));
  await send(TEN, { ...odin.deps, now: days(0) });
  // the first edition of all, read again, has none before it
  const first = await send(TEN, { ...odin.deps, now: days(1), codeVersion: 'newer' });
  expect(first).toMatchObject({ number: 1, publishedAt: '2026-11-01T00:00:00.000Z' });
  expect(first.comparison).toBeUndefined();
  await send(NINE, { ...odin.deps, now: days(2) });
  const again = await send(NINE, { ...odin.deps, now: days(9), codeVersion: 'newest' });
  expect(again).toMatchObject({
    number: 2,
    publishedAt: '2026-11-03T00:00:00.000Z',
    comparison: { against: 1, removed: 1, moved: 1, added: 0 },
  });
  expect(await odin.deps.store.listChanges(again.row, { limit: 9 })).toHaveLength(2);
});
