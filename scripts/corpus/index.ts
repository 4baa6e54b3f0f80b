import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Failed, type Judged, judge } from './judge.ts';
import { CORPUS, hasCorpus, type Listed, listCorpus } from './manifest.ts';
import { corpusPage } from './page.ts';
import { issueCounts, runOdin } from './run-odin.ts';

/**
 * `npm run corpus`: every file of the corpus through `odin harmonise`, against the manifest, into
 * `docs/corpus.md`. `-- --only TEXT` takes the files whose name holds it and writes no page;
 * `-- --mutate N` damages the files N times each instead, `-- --convert` writes them in other formats.
 *
 * Ends with 1 when an outcome is neither equal to the manifest nor explained.
 */

const PAGE = fileURLToPath(new URL('../../docs/corpus.md', import.meta.url));

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      mutate: { type: 'string' },
      one: { type: 'string' },
      seed: { type: 'string' },
      convert: { type: 'boolean' },
    },
  });
  if (!hasCorpus()) {
    console.error('The corpus is not here: it stands beside the project, in shared/corpus.');
    return 1;
  }
  const files = listCorpus().filter(({ file }) => file.includes(values.only ?? ''));
  if (values.mutate !== undefined) {
    const { mutateCorpus, mutateOne } = await import('./mutate-corpus.ts');
    const plan = { rounds: Number(values.mutate), seed: Number(values.seed ?? 1) };
    return values.one === undefined ? mutateCorpus(files, plan) : mutateOne(values.one, plan);
  }
  if (values.convert) {
    const { convertCorpus } = await import('./convert-corpus.ts');
    return convertCorpus(values.only ?? '');
  }
  const folder = mkdtempSync(join(tmpdir(), 'odin-corpus-'));
  try {
    return runAll(files, folder, values.only === undefined);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runAll(files: readonly Listed[], folder: string, isWhole: boolean): number {
  const runs = files.map((listed) => {
    const run = judge(listed, runOdin(`${CORPUS}${listed.file}`, folder));
    console.log(lineOf(run));
    return run;
  });
  const judged = runs.filter((run) => 'report' in run);
  const faulty = runs.filter(({ faults }) => faults.length > 0).length;
  console.log(`${runs.length} files, ${faulty} with an outcome nobody has explained.`);
  if (isWhole && judged.length === runs.length) writeFileSync(PAGE, corpusPage(judged));
  return faulty === 0 ? 0 : 1;
}

function lineOf(run: Judged | Failed): string {
  const faults = run.faults.map((fault) => `\n    ! ${fault}`).join('');
  if (!('report' in run)) return `${run.listed.file}${faults}`;
  const { features, unplaced, rejected, featureType, crs, issues } = run.report;
  const counts = `${features} + ${unplaced} + ${rejected}`;
  const facts = [counts, crs?.id ?? '–', featureType, issueCounts(issues)].join('  ');
  return `${run.seconds.toFixed(1).padStart(5)} s  ${run.listed.file}  ${facts}${faults}`;
}

process.exitCode = await main();
