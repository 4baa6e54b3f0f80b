import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchives } from './archives.ts';
import { featureOf, layerOf, NOW, openTestStore } from './test-store.ts';

let test: ReturnType<typeof openTestStore>;
beforeEach(() => {
  test = openTestStore();
});
afterEach(() => test.close());

const stops = [featureOf(1, -2.2, 53.4, 'A'), featureOf(2, -2.1, 53.4, 'B')];

describe('updateLayer()', () => {
  it('changes how a layer stands, unless it is at another version by now', async () => {
    await test.publish('one', stops, 'v1');
    const drawing = { since: 'v0', share: 0.3, at: NOW.toISOString() };
    const before = await test.store.changeToken();
    expect(await test.store.updateLayer({ ...layerOf('v1'), drawing }, 'v1')).toBe(true);
    expect(await test.store.listLayers()).toEqual([{ ...layerOf('v1'), drawing }]);
    expect(await test.store.changeToken()).not.toBe(before);
    expect(await test.store.updateLayer(layerOf('v2'), 'v0')).toBe(false);
    expect(await test.store.updateLayer({ ...layerOf('v2'), id: 'none' }, 'v1')).toBe(false);
    expect(await test.store.updateLayer(layerOf('v2'), 'v1')).toBe(true);
    expect(await test.store.listLayers()).toEqual([layerOf('v2')]);
    expect(await test.store.changeToken()).not.toBe(before);
  });
});

describe('keysAmong()', () => {
  it('tells which keys features of some editions have', async () => {
    const first = await test.publish('one', stops, 'v1');
    const second = await test.publish('two', stops.slice(1), 'v2');
    expect(await test.store.keysAmong([second], [1, 2, 3])).toEqual([2]);
    expect((await test.store.keysAmong([first, second], [1, 2, 3])).sort()).toEqual([1, 2]);
    expect(await test.store.keysAmong([], [1])).toEqual([]);
  });
});

describe('seal()', () => {
  it('takes the archives of a layer from where they are served, for rebuilds to read, and back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'odin-archives-'));
    try {
      const archives = openArchives(folder);
      const pair = { archive: Buffer.from('tiles'), kept: Buffer.from('flat') };
      for (const version of ['v1', 'v2']) await archives.write('stop.x', version, pair);
      await archives.write('mast.x', 'v1', pair);
      const unseal = await archives.seal('stop.x');
      expect(await archives.has('stop.x', 'v1')).toBe(false);
      expect(await archives.has('mast.x', 'v1')).toBe(true);
      expect(await archives.read('stop.x', 'v2')).toEqual(pair);
      expect(existsSync(archives.sealedPath('stop.x', 'v2'))).toBe(true);
      const drawing = { since: 'v1', share: 0, at: NOW.toISOString() };
      const layers = [{ ...layerOf('v3'), id: 'stop.x', drawing }];
      const tomorrow = new Date(Date.now() + 25 * 3_600_000);
      // what is being drawn starts from v1
      expect(await archives.collect(layers, tomorrow)).toBe(1);
      expect(await archives.read('stop.x', 'v2')).toBeUndefined();
      await unseal();
      expect(await archives.has('stop.x', 'v1')).toBe(true);
      await (await archives.seal('no-such-layer'))();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
