import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { UnplacedFeature } from '#data/schema/feature.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import { readFrames, writeFrames } from './frames.ts';
import { prepare } from './prepare.ts';

const records: readonly RawRecord[] = [
  { line: 2, values: ['A', new Date('2026-03-31T00:00:00Z'), 1.5] },
  { line: 3, values: ['B', null, true] },
  { line: 9, values: ['C', 'x'.repeat(5_000), ''] },
];

const featureAt = (line: number): UnplacedFeature => ({
  id: `odin:land/public-land:${line}`,
  key: line,
  type: 'land/public-land',
  lifecycle: 'unknown',
  attributes: { address: 'Mill Lane', 'documentation-url': 'https://x.example', area: 3 },
  sources: {},
  extra: {},
  provenance: { layer: 'sites', line },
});

async function all<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const got: T[] = [];
  for await (const piece of pieces) got.push(piece);
  return got;
}

it('prepare() gives each record its published cells as text, and the words that find it', () => {
  const outcomes = records.map((record) => ({
    kind: 'unplaced' as const,
    feature: featureAt(record.line),
    record,
  }));
  const prepared = [...prepare([{ kind: 'rejected' }, ...outcomes], () => undefined)];
  expect(prepared.map(({ cells }) => cells.slice(0, 2))).toEqual([
    ['A', '2026-03-31'],
    ['B', ''],
    ['C', expect.stringMatching(/^x{1999}…$/)],
  ]);
  expect(prepared[0]?.words).toBe('Mill Lane');
  expect(prepared[0]?.place).toBeUndefined();
});

it('readFrames() gives back what writeFrames() wrote, and notices a file cut off', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'odin-frames-'));
  try {
    const path = join(folder, 'records');
    const items = Array.from({ length: 1_203 }, (_, index) => ({
      index,
      text: 'é'.repeat(index % 7),
    }));
    writeFrames(path, items);
    const frames = await all(readFrames(path));
    expect(frames.length).toBeGreaterThan(1);
    expect(frames.flat()).toEqual(items);
    truncateSync(path, 40);
    await expect(all(readFrames(path))).rejects.toThrow(RangeError);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
