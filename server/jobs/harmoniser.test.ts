import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Source } from '#data/schema/source.ts';
import type { RunProgress } from '#server/harmonise/meter.ts';
import { type Harmoniser, openHarmoniser } from './harmoniser.ts';
import type { HarmoniseJob } from './job.ts';

const ROWS = 20_000;
const NOTE = 'N'.repeat(1_700);
const source = Source.parse({
  odin: 1,
  id: 'demonstration-trafford/street-lights',
  publisher: 'trafford-council',
  title: 'Street lights (made up)',
  type: 'transport/street-light',
  licence: { id: 'OGL-UK-3.0', basis: 'stated', evidence: 'made up for a test' },
  synthetic: true,
});
const VOCABULARY = join(import.meta.dirname, '../../data');

let folder: string;
let harmoniser: Harmoniser;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'odin-harmoniser-'));
  harmoniser = openHarmoniser({ memoryMb: 256, timeoutS: 120, filesEach: 1, writable: folder });
  // More than 32 MB, so that it is read piece by piece.
  const lines = ['Asset ID,Name,Easting,Northing,Notes'];
  for (let index = 0; index < ROWS; index++) {
    const [easting, northing] = [378_000 + (index % 997), 390_000 + (index % 991)];
    lines.push(`A${index},Column ${index},${easting},${northing},${NOTE}`);
  }
  writeFileSync(join(folder, 'lights.csv'), lines.join('\n'));
});

afterAll(() => {
  harmoniser.rest();
  rmSync(folder, { recursive: true });
});

function jobOf(output: string): HarmoniseJob {
  const path = join(folder, 'lights.csv');
  return {
    file: { path, sha256: '0'.repeat(64), fileName: 'lights.csv' },
    companions: [],
    source,
    vocabulary: VOCABULARY,
    gazetteers: join(folder, 'gazetteer'),
    output: join(folder, output),
    today: '2026-03-31',
  };
}

it('run() tells how far a long file is read, and keeps it out of memory', async () => {
  const told: RunProgress[] = [];
  const job = jobOf('records');
  const answer = await harmoniser.run(job, { onProgress: (progress) => told.push(progress) });
  expect(answer).toMatchObject({ summary: { records: ROWS, features: ROWS, unplaced: 0 } });
  expect(statSync(job.output).size).toBeGreaterThan(ROWS * 100);
  const shares = told.map(({ share = 0 }) => share);
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(told.at(-1)).toMatchObject({ of: ROWS });
}, 120_000);

it('run() ends the process at once when it is cancelled, and the next job finds another', async () => {
  const controller = new AbortController();
  const onProgress = () => controller.abort(new Error('enough'));
  const long = harmoniser.run(jobOf('cancelled'), { onProgress, signal: controller.signal });
  await expect(long).rejects.toThrow('enough');
  const early = harmoniser.run(jobOf('never'), { signal: controller.signal });
  await expect(early).rejects.toThrow('enough');
  writeFileSync(join(folder, 'lights.csv'), 'Asset ID,Easting,Northing\nA1,378000,390000\n');
  const next = await harmoniser.run(jobOf('next'));
  expect(next).toMatchObject({ summary: { records: 1, features: 1 } });
}, 120_000);
