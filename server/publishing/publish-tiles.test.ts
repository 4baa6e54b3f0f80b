import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Source } from '#data/schema/source.ts';
import { openArchiveFile } from '../api/tiles/archive-file.ts';
import { readConfig } from '../config.ts';
import { type Odin, openOdin } from '../odin.ts';
import { openDrawing } from '../tiling/drawing.ts';
import { createLayerBuilder, type Tiled } from '../tiling/layer-builder.ts';
import type { Delivery } from './delivery.ts';
import { publish } from './publish.ts';

const sourceOf = (id: string): Source =>
  Source.parse({
    odin: 1,
    id: `demonstration-digital/${id}`,
    title: 'Masts',
    publisher: 'demonstration-digital',
    synthetic: true,
    licence: { id: 'OGL-UK-3.0', basis: 'stated' },
    type: 'digital/mast',
  });
const SOURCE = sourceOf('test-masts');
const LAYER = 'mast.ogl-uk-3-0.synthetic';

/** Masts all over the county, 600 m apart. */
const rows = (count: number, site = 'Site'): string[] =>
  Array.from(
    { length: count },
    (_, i) =>
      `M${i},${site} ${i},${365_000 + (i % 40) * 600},${385_000 + Math.floor(i / 40) * 600}`,
  );

function deliver(lines: readonly string[]): Delivery {
  const bytes = Buffer.from(['Mast ref,Site name,Easting,Northing', ...lines, ''].join('\n'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { resource: { sha256, fileName: 'masts.csv', bytes } };
}

/** A few changes in one corner: one moved, one renamed, one gone, one come. */
function edited(lines: readonly string[]): string[] {
  const [, , ...rest] = lines;
  return [
    'M0,Moved,365010,385010',
    'M1,Renamed,365600,385000',
    ...rest.slice(1),
    'N1,New,365200,385100',
  ];
}

let folders: string[];

beforeEach(() => {
  folders = [];
});

afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A data folder, and how each archive in it was made. */
async function open(): Promise<Odin & { readonly folder: string; readonly told: Tiled[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'odin-tiles-'));
  folders.push(folder);
  const odin = await openOdin(readConfig({ ODIN_DATA: folder }));
  const { deps, archives, vocabulary } = odin;
  const told: Tiled[] = [];
  const builder = createLayerBuilder({
    ...deps,
    archives,
    publishers: vocabulary.publishers,
    codeVersion: 'test',
    onTiled: (_, how) => told.push(how),
  });
  const layers = openDrawing({ ...deps, builder, archives });
  return { ...odin, deps: { ...deps, layers }, folder, told };
}

const archiveOf = async ({ deps, archives }: Odin): Promise<Buffer> => {
  const [layer] = await deps.store.listLayers();
  return readFileSync(archives.path(LAYER, layer?.version ?? ''));
};

describe('publish()', () => {
  it('makes only the tiles that changed anew, to the bytes of a first publish', async () => {
    const [standing, fresh] = [await open(), await open()];
    const first = rows(1_200);
    await publish(deliver(first), SOURCE, standing.deps);
    await publish(deliver(edited(first)), SOURCE, standing.deps);
    await publish(deliver(edited(first)), SOURCE, fresh.deps);
    expect(standing.told).toEqual(['features', 'changed tiles']);
    expect((await archiveOf(standing)).equals(await archiveOf(fresh))).toBe(true);
    expect((await standing.deps.store.listLayers())[0]?.version).toBe(
      (await fresh.deps.store.listLayers())[0]?.version,
    );
    await Promise.all([standing.close(), fresh.close()]);
  }, 90_000);

  it('does so where another dataset comes into the layer', async () => {
    const [standing, fresh] = [await open(), await open()];
    const other = rows(30, 'Other').map((line) => line.replace('M', 'X'));
    await publish(deliver(rows(900)), SOURCE, standing.deps);
    await publish(deliver(other), sourceOf('other-masts'), standing.deps);
    await publish(deliver(other), sourceOf('other-masts'), fresh.deps);
    await publish(deliver(rows(900)), SOURCE, fresh.deps);
    expect((await archiveOf(standing)).equals(await archiveOf(fresh))).toBe(true);
    expect(standing.told[1]).not.toBe('features');
    await Promise.all([standing.close(), fresh.close()]);
  }, 90_000);

  it('keeps replaced tiles for a grace period; who has them open reads on after it', async () => {
    const odin = await open();
    const { archives, deps } = odin;
    await publish(deliver(rows(100)), SOURCE, deps);
    const [former] = await deps.store.listLayers();
    const path = archives.path(LAYER, former?.version ?? '');
    const held = openArchiveFile(path);
    const { offset, length } = held.header.tiles;
    const before = Buffer.from(held.read(offset, length));
    await publish(deliver(edited(rows(100))), SOURCE, deps);
    const layers = await deps.store.listLayers();
    expect(await archives.collect(layers, new Date(Date.now() + 23 * 3_600_000))).toBe(0);
    expect(await archives.has(LAYER, former?.version ?? '')).toBe(true);
    // the grace period begins when it is replaced, not when it was built
    utimesSync(path, 0, 0);
    await archives.retire(LAYER, former?.version ?? '', new Date());
    expect(await archives.collect(layers, new Date())).toBe(0);
    expect(await archives.collect(layers, new Date(Date.now() + 25 * 3_600_000))).toBe(1);
    expect(await archives.has(LAYER, former?.version ?? '')).toBe(false);
    expect(Buffer.from(held.read(offset, length)).equals(before)).toBe(true);
    held.close();
    const left = readdirSync(join(odin.folder, 'tiles', LAYER)).map((name) =>
      name.split('.').pop(),
    );
    expect(left.sort()).toEqual(['flat', 'pmtiles']);
    await odin.close();
  }, 60_000);
});
