import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccessState } from '#data/schema/access.ts';
import { Source } from '#data/schema/source.ts';
import { readConfig } from '../config.ts';
import { type Odin, openOdin } from '../odin.ts';
import { changeAccess } from './access.ts';
import type { Delivery } from './delivery.ts';
import { restoreEdition } from './editions.ts';
import { publish } from './publish.ts';

const source = (name: string, over: Partial<Source> = {}) =>
  Source.parse({
    odin: 1,
    id: `demonstration-digital/${name}`,
    title: `Masts ${name}`,
    publisher: 'demonstration-digital',
    synthetic: true,
    licence: { id: 'OGL-UK-3.0', basis: 'stated' },
    type: 'digital/mast',
    ...over,
  });
const OPEN = 'mast.ogl-uk-3-0.synthetic';
const HERE = 'demonstration-digital--here';
const APART = `${OPEN}.only-${HERE}`;
const OFFICER = { name: 'A. Officer', role: 'owner' };

/** Masts named so, 500 m apart. */
const deliver = (...names: readonly string[]): Delivery => {
  const rows = names.map((name, at) => `R${name},${name},${378_000 + at * 500},391000`);
  const bytes = Buffer.from(`Mast ref,Site name,Easting,Northing\n${rows.join('\n')}\n`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { resource: { sha256, fileName: 'masts.csv', bytes } };
};

let folder: string;
let odin: Odin;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'odin-access-'));
  odin = await openOdin(readConfig({ ODIN_DATA: folder }));
});
afterEach(async () => {
  await odin.close();
  rmSync(folder, { recursive: true, force: true });
});

const change = async (state: AccessState, dataset = HERE): Promise<void> => {
  const { drawn } = await changeAccess(dataset, { state, actor: OFFICER, why: 'meant' }, odin.deps);
  await drawn;
};
const layers = async () => (await odin.deps.store.listLayers()).map(({ id }) => id);
const served = (layerId: string) => {
  const path = join(folder, 'tiles', layerId);
  return existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.pmtiles')) : [];
};
const layersOfEditions = async () =>
  (await odin.deps.store.listEditions(HERE)).map(({ number, layerId }) => [number, layerId]);

describe('access of a dataset', () => {
  it('leaves the layer of everybody for one of its own, and what was drawn of it is served no more', async () => {
    await publish(deliver('A', 'B'), source('here'), odin.deps);
    await publish(deliver('C'), source('there'), odin.deps);
    const before = served(OPEN);
    await change('by-agreement');
    expect(await layers()).toEqual([OPEN, APART]);
    expect(served(OPEN)).toHaveLength(1);
    expect(before).not.toContain(served(OPEN)[0]);
    expect(served(APART)).toHaveLength(1);
    await change('open');
    expect(await layers()).toEqual([OPEN]);
    expect(await odin.deps.store.access.listApart()).toEqual([]);
  });

  it('keeps every edition of it apart, and brings only the live one back', async () => {
    await publish(deliver('A', 'B'), source('here'), odin.deps);
    await change('closed');
    await publish(deliver('A', 'B', 'C'), source('here'), odin.deps);
    expect(await layersOfEditions()).toEqual([
      [2, APART],
      [1, APART],
    ]);
    await change('open');
    expect(await layersOfEditions()).toEqual([
      [2, OPEN],
      [1, APART],
    ]);
    const [live] = await odin.deps.store.listLive();
    expect(live?.comparison).toBeUndefined();
    expect(await odin.deps.store.listChanges(live?.row ?? 0, { limit: 10 })).toEqual([]);
    const apart = await odin.deps.store.access.listApart();
    expect(apart).toMatchObject([{ dataset: HERE, state: 'open', editions: [{}] }]);
  });

  it('lays a restored edition where the dataset stands', async () => {
    await publish(deliver('A'), source('here'), odin.deps);
    await publish(deliver('A', 'B'), source('here'), odin.deps);
    await change('by-agreement');
    const told = { by: 'A. Officer', why: 'better' };
    const { edition, drawn } = await restoreEdition(HERE, 1, told, odin.deps);
    await drawn;
    expect(edition.layerId).toBe(APART);
    expect(await layers()).toEqual([APART]);
  });

  it('stands from its first edition on as its descriptor says', async () => {
    await publish(deliver('A'), source('here', { access: 'closed' }), odin.deps);
    expect(await layers()).toEqual([APART]);
    expect(await odin.deps.store.access.listAccessChanges(HERE)).toMatchObject([
      { state: 'closed', by: 'its descriptor' },
    ]);
  });

  it('follows a descriptor that says otherwise, and the desk against one that does not', async () => {
    await publish(deliver('A'), source('here', { access: 'closed' }), odin.deps);
    await change('by-agreement');
    await publish(deliver('A', 'B'), source('here', { access: 'closed' }), odin.deps);
    expect(await odin.deps.store.access.stateOf(HERE)).toBe('by-agreement');
    await publish(deliver('A', 'B', 'C'), source('here', { access: 'open' }), odin.deps);
    expect(await odin.deps.store.access.stateOf(HERE)).toBe('open');
    expect(await layers()).toEqual([OPEN]);
    await publish(
      deliver('A', 'B', 'C', 'D'),
      source('here', { access: 'metadata-only' }),
      odin.deps,
    );
    expect(await layers()).toEqual([APART]);
  });

  it('threat 40: is named in no issue of another dataset', async () => {
    await publish(deliver('A', 'B'), source('here'), odin.deps);
    await publish(deliver('A'), source('there'), odin.deps);
    const there = (await odin.deps.store.listLive()).find(({ dataset }) => dataset !== HERE);
    const told = async () =>
      (await odin.deps.store.listIssues(there?.row ?? 0, { limit: 100 })).filter(({ message }) =>
        message.includes('Masts here'),
      ).length;
    expect(await told()).toBe(1);
    await change('by-agreement');
    expect(await told()).toBe(0);
    await publish(deliver('A', 'C'), source('there'), odin.deps);
    const [, again] = await odin.deps.store.listLive();
    const issues = await odin.deps.store.listIssues(again?.row ?? 0, { limit: 100 });
    expect(JSON.stringify(issues)).not.toContain('Masts here');
  });

  it('cannot be changed to what it is, nor where there is none', async () => {
    await publish(deliver('A'), source('here'), odin.deps);
    await expect(change('open')).rejects.toThrow(RangeError);
    await expect(change('closed', 'nobody--nothing')).rejects.toThrow(RangeError);
  });
});
