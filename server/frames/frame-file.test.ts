import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FeatureDraft } from './draft.ts';
import { readFrames, writeFrames } from './frame-file.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'odin-frames-'));
  path = join(folder, 'records');
});
afterEach(() => rmSync(folder, { recursive: true }));

const drafts = Array.from(
  { length: 1_203 },
  (_, line): FeatureDraft => ({
    ...{ key: line, id: `odin:land/public-land:${line}`, type: 'land/public-land' },
    ...{ lifecycle: 'existing', name: 'é'.repeat(line % 7), layer: 'sites', line },
    ...{ attributes: {}, sources: {}, extra: {}, cells: [], words: '' },
  }),
);

it('readFrames() gives back what writeFrames() wrote, from any frame on', () => {
  const ends: number[] = [];
  writeFrames(path, drafts, (bytes) => ends.push(bytes));
  const until = statSync(path).size;
  expect(ends.at(-1)).toBe(until);
  const frames = [...readFrames(path, { from: 0, until })];
  expect(frames.map(({ next }) => next)).toEqual(ends);
  expect(frames.reduce((sum, { frame }) => sum + frame.records, 0)).toBe(drafts.length);
  const some = [...readFrames(path, { from: ends[1] ?? 0, until: ends[3] ?? 0 })];
  expect(some.map(({ frame }) => frame)).toEqual(frames.slice(2, 4).map(({ frame }) => frame));
});

it('readFrames() notices a file cut off', () => {
  writeFrames(path, drafts);
  const until = statSync(path).size;
  truncateSync(path, 40);
  expect(() => [...readFrames(path, { from: 0, until })]).toThrow(RangeError);
});
