import { createHash } from 'node:crypto';
import { globSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { harmonise } from '#server/harmonise/index.ts';
import { seededRandom } from '../scripts/bench/seeded.ts';
import { CORPUS, hasCorpus } from '../scripts/corpus/manifest.ts';
import { mutate } from '../scripts/corpus/mutate.ts';
import { unsoundness } from '../scripts/corpus/soundness.ts';
import { openFiles } from '../scripts/odin/open-file.ts';
import { context } from './support/harmonise.ts';

// Published files, damaged as transfers, editors and export scripts damage them: whatever comes of it, nothing is
// thrown, every record is accounted for, and a file that cannot be read says why in words an officer understands.
// More rounds: ODIN_MUTATIONS=50 npx vitest run tests/mutation.test.ts, or npm run corpus -- --mutate 50.

const SAMPLES = fileURLToPath(new URL('../data/samples/', import.meta.url));
const ROUNDS = Number(process.env.ODIN_MUTATIONS ?? 5);
/** Larger files are left to the long run, bytes. */
const LARGEST = 130_000;

/** Files of data in a folder, small enough, in a stable order. */
function filesIn(folder: string): readonly string[] {
  const data =
    '**/*.{csv,tsv,geojson,geojsonl,json,xlsx,xlsm,ods,kml,kmz,gml,gpkg,fgb,zip,shp,tab,mif,parquet}';
  return globSync(data, { cwd: folder })
    .filter((file) => statSync(`${folder}${file}`).size <= LARGEST)
    .sort();
}

/** What was not survived of so many damaged copies of a file. */
function faultsOf(path: string, seeds: readonly number[]): readonly string[] {
  const { resource, companions } = openFiles([path]);
  if (!('bytes' in resource)) throw new RangeError(`"${path}" is too long to be damaged`);
  if (!('bytes' in resource)) throw new RangeError(`Cannot mutate "${path}": it is too long`);
  return seeds.flatMap((seed) => {
    const { bytes, how } = mutate(resource.bytes, seededRandom(seed));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const found = harmonise({ ...resource, sha256, bytes }, { companions }, context);
    return unsoundness(found).map((fault) => `seed ${seed} (${how}): ${fault}`);
  });
}

/** Other seeds for each file, so that few rounds still try every damage. */
const seedsFor = (index: number): readonly number[] =>
  Array.from({ length: ROUNDS }, (_, round) => 1 + index * ROUNDS + round);

const cases = (folder: string): readonly (readonly [string, readonly number[]])[] =>
  filesIn(folder).map((file, index) => [file, seedsFor(index)] as const);

describe('a damaged copy of a sample', { timeout: 60_000 + ROUNDS * 2_000 }, () => {
  it.each(cases(SAMPLES))('%s is survived', (file, seeds) => {
    expect(faultsOf(`${SAMPLES}${file}`, seeds)).toEqual([]);
  });
});

describe.skipIf(!hasCorpus())(
  'a damaged copy of a file of the corpus (skipped where it is absent)',
  { timeout: 60_000 + ROUNDS * 2_000 },
  () => {
    it.each(hasCorpus() ? cases(CORPUS) : [])('%s is survived', (file, seeds) => {
      expect(faultsOf(`${CORPUS}${file}`, seeds)).toEqual([]);
    });
  },
);
