import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Source } from '#data/schema/source.ts';
import { readConfig } from '#server/config.ts';
import { type Odin, openOdin } from '#server/odin.ts';
import { publish } from '#server/publishing/publish.ts';
import { readDelivery } from '#server/sources.ts';
import { openArchives } from '#server/store/archives.ts';
import { createLayerBuilder } from './layer-builder.ts';
import { buildApart } from './layers-apart.ts';

/** More features than are built without a thread. */
const COUNT = 2_200;

const TREES = Source.parse({
  odin: 1,
  id: 'demonstration-land/test-trees',
  title: 'Trees of the test',
  publisher: 'demonstration-land',
  synthetic: true,
  licence: { id: 'OGL-UK-3.0', basis: 'stated', attribution: 'Made up' },
  coverage: { area: ['E08000003'], completeness: 'sample' },
  file: 'trees.csv',
  type: 'environment/tree',
});

let folder: string;
let odin: Odin;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'odin-apart-'));
  const rows = Array.from({ length: COUNT }, (_, i) => {
    const [east, north] = [384_000 + (i % 50) * 20, 398_000 + Math.floor(i / 50) * 20];
    return `T${i},Oak,${east},${north}`;
  });
  writeFileSync(
    join(folder, 'trees.csv'),
    ['Tree ID,Species,Easting,Northing', ...rows, ''].join('\n'),
  );
  const data = join(folder, 'data');
  odin = await openOdin(readConfig({ ODIN_DATA: data, ODIN_LOG: 'silent' }));
});

afterAll(async () => {
  await odin.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a large layer built in a thread is the layer built here, byte for byte', async () => {
  const delivery = await readDelivery(join(folder, 'trees.csv'));
  if (!delivery) throw new RangeError('No file');
  const published = await publish(delivery, TREES, odin.deps);
  expect(published.status).toBe('published');
  const [layer] = await odin.deps.store.listLayers();
  if (!layer || published.status !== 'published') throw new RangeError('No layer');
  const archives = openArchives(join(folder, 'here'));
  const { codeVersion: _, ...deps } = odin.deps;
  const here = createLayerBuilder({
    ...deps,
    archives,
    publishers: odin.vocabulary.publishers,
    codeVersion: 'here',
  });
  const row = await here.build(layer.id, [published.edition]);
  expect({ ...row, version: '', builtAt: '' }).toEqual({ ...layer, version: '', builtAt: '' });
  const [apart, beside] = [
    odin.archives.path(layer.id, layer.version),
    archives.path(row.id, row.version),
  ];
  expect(readFileSync(apart).equals(readFileSync(beside))).toBe(true);
});

it('what fails in the thread fails for whoever asked', async () => {
  const [edition] = await odin.deps.store.listLive();
  if (!edition) throw new RangeError('Nothing live');
  const alien = { ...edition, source: { ...edition.source, type: 'no/such-type' } };
  const here = { open: () => Promise.reject(), build: () => Promise.reject(new Error('here')) };
  const apart = buildApart(here, {
    dataFolder: join(folder, 'data'),
    licences: odin.vocabulary.licences,
    publishers: odin.vocabulary.publishers,
    codeVersion: 'apart',
  });
  await expect(apart.build('x.y', [alien])).rejects.toThrow('no edition in it');
  const under = apart.build('tree.ogl-uk-3-0.synthetic', [edition]);
  apart.rest();
  await expect(under).rejects.toThrow('The thread was ended');
});
