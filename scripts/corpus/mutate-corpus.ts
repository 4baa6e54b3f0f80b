import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { harmonise } from '#server/harmonise/index.ts';
import { seededRandom } from '../bench/seeded.ts';
import { loadEngine } from '../odin/engine.ts';
import { openFiles } from '../odin/open-file.ts';
import { CORPUS, type Listed } from './manifest.ts';
import { mutate } from './mutate.ts';
import { unsoundness } from './soundness.ts';

const SCRIPT = fileURLToPath(new URL('index.ts', import.meta.url));
/** Larger files are left to the smaller ones of their format, bytes. */
const LARGEST = 2_500_000;
/** One mutant may take this long, ms. */
const MUTANT_MS = 20_000;

/** How often each file is damaged, and from which seed on. */
export type MutationPlan = { readonly rounds: number; readonly seed: number };

/**
 * Damage each file `rounds` times, each file in a process of its own, and print what was not survived with
 * the file and seed that show it again.
 *
 * @returns exit code: 1 when anything was not survived
 */
export function mutateCorpus(files: readonly Listed[], { rounds, seed }: MutationPlan): number {
  let faults = 0;
  for (const { file } of files) {
    if (statSync(`${CORPUS}${file}`).size > LARGEST) continue;
    const given = ['--one', file, '--mutate', String(rounds), '--seed', String(seed)];
    const ran = spawnSync(process.execPath, ['--max-old-space-size=1024', SCRIPT, ...given], {
      encoding: 'utf8',
      timeout: MUTANT_MS * 3 + rounds * 10_000,
      killSignal: 'SIGKILL',
    });
    const lines = ran.stdout.split('\n').filter((line) => line !== '');
    const last = lines.filter((line) => line.startsWith('@')).at(-1) ?? '@ none';
    const found = lines.filter((line) => !line.startsWith('@'));
    if (ran.status !== 0) found.push(`ended or hung after ${last}: ${ran.stderr.slice(-400)}`);
    faults += found.length;
    console.log(`${file}: ${found.length === 0 ? 'survived' : `\n  ${found.join('\n  ')}`}`);
  }
  console.log(`${faults} mutants not survived.`);
  return faults === 0 ? 0 : 1;
}

/** Damage one file in this process: a line `@ seed` before each mutant, a line for each that is not survived. */
export function mutateOne(file: string, { rounds, seed }: MutationPlan): number {
  const { context } = loadEngine();
  const { resource, companions } = openFiles([`${CORPUS}${file}`]);
  if (!('bytes' in resource)) throw new RangeError(`Cannot mutate "${file}": it is too long`);
  for (let round = seed; round < seed + rounds; round++) {
    console.log(`@ ${round}`);
    const { bytes, how } = mutate(resource.bytes, seededRandom(round));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const start = performance.now();
    try {
      const found = harmonise({ ...resource, sha256, bytes }, { companions }, context);
      for (const fault of unsoundness(found)) console.log(`seed ${round} (${how}): ${fault}`);
    } catch (thrown) {
      const where = thrown instanceof Error ? thrown.stack : String(thrown);
      console.log(`seed ${round} (${how}): ${where?.split('\n').slice(0, 4).join(' | ')}`);
    }
    const tookMs = performance.now() - start;
    if (tookMs > MUTANT_MS) console.log(`seed ${round} (${how}): took ${Math.round(tookMs)} ms`);
  }
  return 0;
}
