import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Source } from '#data/schema/source.ts';
import { readConfig } from '../config.ts';
import { decide } from '../decide.ts';
import { type Odin, openOdin } from '../odin.ts';
import type { Delivery } from './delivery.ts';
import { restoreEdition } from './editions.ts';
import { type Published, publish } from './publish.ts';
import { takeDown } from './release.ts';

const SOURCE = Source.parse({
  odin: 1,
  id: 'demonstration-digital/test-masts',
  title: 'Masts',
  publisher: 'demonstration-digital',
  synthetic: true,
  licence: { id: 'OGL-UK-3.0', basis: 'stated' },
  type: 'digital/mast',
});
const DATASET = 'demonstration-digital--test-masts';
const WORD = { by: 'A. Officer', at: '2026-11-23T09:00:00Z', why: 'meant' };

type Mast = readonly [reference: string, name: string, easting: number, height?: number];

const deliver = (masts: readonly Mast[], heading = 'Mast ref'): Delivery => {
  const rows = masts.map(([ref, name, x, height = 20]) => `${ref},${name},${x},391000,${height}`);
  const text = [`${heading},Site name,Easting,Northing,Height (m)`, ...rows, ''].join('\n');
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { resource: { sha256, fileName: 'masts.csv', bytes } };
};

/** Ten masts 500 m apart. */
const TEN: readonly Mast[] = Array.from({ length: 10 }, (_, index) => [
  `M${index + 1}`,
  `Site ${'ABCDEFGHIJ'[index]}`,
  378_000 + index * 500,
]);

let folder: string;
let odin: Odin;

const send = (masts: readonly Mast[], source = SOURCE): Promise<Published> =>
  publish(deliver(masts), source, odin.deps);
const live = async () => (await odin.deps.store.listLive()).map(({ number }) => number);
const codes = async (row: number) =>
  (await odin.deps.store.listIssues(row, { limit: 100 })).map(({ code }) => code);
const idsOf = async (outcome: Published) => {
  if (!('edition' in outcome)) throw new Error(outcome.reason);
  const found = await odin.deps.store.pageFeatures(
    { editions: [outcome.edition.row] },
    { limit: 50 },
  );
  return new Map(found.map(({ name = '', id }) => [name, id]));
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'odin-editions-'));
  odin = await openOdin(readConfig({ ODIN_DATA: folder }));
});

afterEach(async () => {
  await odin.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the gate', () => {
  it('holds a file with 40 % fewer records, keeps it, and goes on serving the edition before', async () => {
    await send(TEN);
    const outcome = await send(TEN.slice(0, 6));
    expect(outcome).toMatchObject({
      status: 'held',
      reason: expect.stringContaining('6 records where edition 1 has 10: 40 % fewer'),
      issues: [expect.objectContaining({ code: 'version.count-drop', severity: 'error' })],
    });
    expect(await live()).toEqual([1]);
    const [held] = await odin.deps.store.listEditions(DATASET);
    expect([held?.number, held?.status]).toEqual([2, 'held']);
    expect(held?.comparison).toMatchObject({ removed: 4, unchanged: 6 });
    await odin.close();
    odin = await openOdin(readConfig({ ODIN_DATA: folder }));
    expect((await send(TEN.slice(0, 6))).status).toBe('held');
    expect(await odin.deps.store.listEditions(DATASET)).toHaveLength(2);
  });

  it('lets a held file through when a person accepts it, for that file alone', async () => {
    await send(TEN);
    const six = deliver(TEN.slice(0, 6));
    await publish(six, SOURCE, odin.deps);
    const { sha256 } = six.resource;
    const source = decide(SOURCE, { kind: 'accept', code: 'version.count-drop', sha256 }, WORD);
    const outcome = await publish(six, source, odin.deps);
    expect(outcome.status).toBe('published');
    const editions = await odin.deps.store.listEditions(DATASET);
    expect(editions.map(({ number, status }) => [number, status])).toEqual([
      [2, 'live'],
      [1, 'superseded'],
    ]);
    expect((await send(TEN.slice(0, 3), source)).status).toBe('held');
  });

  it('only warns of a small drop, unless the descriptor holds on warnings', async () => {
    await send(TEN);
    const careful = decide(SOURCE, { kind: 'gate', gate: { hold: 'on-warning' } }, WORD);
    expect((await send(TEN.slice(0, 8), careful)).status).toBe('held');
    const outcome = await send(TEN.slice(0, 8));
    if (outcome.status !== 'published') throw new Error(outcome.status);
    expect(await codes(outcome.edition.row)).toContain('version.count-drop');
  });

  it('holds a file whose references are all new, and one that was live before', async () => {
    await send(TEN);
    const renumbered = TEN.map(([ref, name, x]): Mast => [`X-${ref}`, name, x]);
    const outcome = await send(renumbered);
    expect(outcome).toMatchObject({ status: 'held', reason: expect.stringContaining('None of') });
    await send([...TEN, ['M11', 'Site K', 384_000]]);
    expect(await send(TEN)).toMatchObject({
      status: 'held',
      issues: [expect.objectContaining({ code: 'version.older-than-published' })],
    });
  });

  it('tells a list numbered anew from one that was edited', async () => {
    await send(TEN);
    const shifted = TEN.map(([ref], index): Mast => {
      const [, name, x] = TEN[(index + 5) % 10] ?? ['', '', 0];
      return [ref, name, x];
    });
    expect(await send(shifted)).toMatchObject({
      status: 'held',
      reason: expect.stringContaining('numbered anew'),
    });
  });

  it('says when nothing differs', async () => {
    await send(TEN);
    const outcome = await send([...TEN].reverse());
    if (outcome.status !== 'published') throw new Error(outcome.status);
    expect(await codes(outcome.edition.row)).toContain('version.no-change');
    expect(outcome.edition.comparison).toMatchObject({ unchanged: 10, changed: 0, moved: 0 });
  });
});

describe('what changed', () => {
  it('is told feature by feature: added, removed, changed field by field, moved in metres', async () => {
    await send(TEN);
    const [, second, third, ...rest] = TEN;
    const outcome = await send([
      ...(second ? [[second[0], second[1], second[2] + 100] as Mast] : []),
      ...(third ? [[third[0], third[1], third[2], 25] as Mast] : []),
      ...rest,
      ['M11', 'Site K', 384_000],
    ]);
    if (outcome.status !== 'published') throw new Error(outcome.status);
    const { row, comparison } = outcome.edition;
    expect(comparison).toMatchObject({ against: 1, added: 1, removed: 1, changed: 1, moved: 1 });
    expect(comparison?.unchanged).toBe(7);
    const changes = await odin.deps.store.listChanges(row, { limit: 10 });
    const moved = changes.find(({ kinds }) => kinds.includes('moved'));
    expect(moved?.move?.distanceM).toBeCloseTo(100, 0);
    const changed = changes.find(({ kinds }) => kinds.includes('changed'));
    expect(changed?.fields).toEqual([expect.objectContaining({ from: 20, to: 25 })]);
    const boxes = [];
    for await (const box of odin.deps.store.changedBounds(row)) boxes.push(box);
    expect(boxes).toHaveLength(6);
  });
});

describe('ids', () => {
  it('follow a thing renamed 3 m away that has no reference, and the id it would have had leads to it', async () => {
    const bare = TEN.map(([, name, x]): Mast => ['', name, x]);
    const first = await idsOf(await send(bare));
    const renamed = bare.map(
      ([, name, x], index): Mast => (index === 0 ? ['', 'New name', x + 3] : ['', name, x]),
    );
    const outcome = await send(renamed);
    const second = await idsOf(outcome);
    expect(second.get('New name')).toBe(first.get('Site A'));
    expect(second.get('Site B')).toBe(first.get('Site B'));
    if (outcome.status !== 'published') throw new Error(outcome.status);
    expect(outcome.edition.comparison).toMatchObject({ added: 0, removed: 0, recognised: 1 });
    // The third edition computes the same new id again and is led to the old one.
    const third = await idsOf(await send([...renamed, ['', 'Site K', 384_000]]));
    expect(third.get('New name')).toBe(first.get('Site A'));
  });

  it('follow a reference that is only written differently', async () => {
    const first = await idsOf(await send(TEN));
    const outcome = await send(
      TEN.map(
        ([ref, name, x], index): Mast => [index < 5 ? ref.replace('M', 'm-00') : ref, name, x],
      ),
    );
    expect(await idsOf(outcome)).toEqual(first);
  });

  it('do not follow a new thing that has a reference of its own on the same spot', async () => {
    await send(TEN);
    const outcome = await send([['M99', 'Another', 378_001], ...TEN.slice(1)]);
    if (outcome.status !== 'published') throw new Error(outcome.status);
    expect(outcome.edition.comparison).toMatchObject({ added: 1, removed: 1, recognised: 0 });
  });
});

it('reports a thing that another dataset of the same kind holds too', async () => {
  await send(TEN);
  const other = { ...SOURCE, id: 'demonstration-digital/other-masts', title: 'Other masts' };
  const outcome = await send([['Z1', 'SITE A', 378_004]], other);
  if (outcome.status !== 'published') throw new Error(outcome.status);
  const issues = await odin.deps.store.listIssues(outcome.edition.row, { limit: 10 });
  expect(issues).toContainEqual(
    expect.objectContaining({
      code: 'id.possible-duplicate-other-dataset',
      message: expect.stringContaining('“Masts” (demonstration-digital) too, 4 m away'),
    }),
  );
});

describe('editions', () => {
  it('restoreEdition() brings any edition back, and the history says who and why', async () => {
    await send(TEN);
    await send(TEN.slice(0, 8));
    await restoreEdition(DATASET, 1, { by: 'A. Officer', why: 'two were left out' }, odin.deps);
    expect(await live()).toEqual([1]);
    const [live1] = await odin.deps.store.listLive();
    expect(live1?.comparison).toMatchObject({ against: 2, added: 2 });
    const [event] = await odin.deps.store.listEvents(DATASET);
    expect(event).toMatchObject({ kind: 'restored', edition: 1, why: 'two were left out' });
    await expect(restoreEdition(DATASET, 9, { by: 'x' }, odin.deps)).rejects.toThrow(
      'no edition 9',
    );
  });

  it('takeDown() leaves nothing on the map and everything in the history', async () => {
    await send(TEN);
    await takeDown(DATASET, { by: 'A. Officer', why: 'names of tenants' }, odin.deps);
    expect(await live()).toEqual([]);
    expect(await odin.deps.store.listLayers()).toEqual([]);
    expect(await odin.deps.store.listEvents(DATASET)).toContainEqual(
      expect.objectContaining({ kind: 'withdrawn', by: 'A. Officer', why: 'names of tenants' }),
    );
    await restoreEdition(DATASET, 1, { by: 'A. Officer' }, odin.deps);
    expect(await live()).toEqual([1]);
  });
});
