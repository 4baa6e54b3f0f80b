import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bounds } from '#data/schema/geometry.ts';
import { type Issue, SEVERITIES, type Severity } from '#data/schema/issue.ts';

const ODIN = fileURLToPath(new URL('../odin.mjs', import.meta.url));
/** A run longer than this is ended, ms. */
const LIMIT_MS = 120_000;

/** The parts of the report of `odin harmonise` that the corpus is judged by. */
export type Report = {
  readonly format: string | null;
  readonly featureType: string;
  readonly records: number;
  readonly features: number;
  readonly unplaced: number;
  readonly rejected: number;
  readonly crs: { readonly id?: string } | null;
  readonly bbox: Bounds | null;
  readonly issues: readonly Issue[];
};

/** At its end the process says how much of the processor it took, after all it has to say itself. */
const LAST_WORD = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write('\\ncpu ' + (user + system));
});`;

/** One file through the command a user types, in a process of its own. */
export type OdinRun = {
  readonly exitCode: number | null;
  /** What it wrote to standard error: empty when all went well. */
  readonly complaint: string;
  /** Processor time, which a busy machine does not stretch. */
  readonly seconds: number;
  /** Absent when no report was written, which is a fault of ours. */
  readonly report?: Report;
};

/** Run `odin harmonise FILE`, with scratch files in `folder`. */
export function runOdin(file: string, folder: string): OdinRun {
  const [out, path] = [join(folder, 'out.geojson'), join(folder, 'report.json')];
  rmSync(path, { force: true });
  const prelude = `--import=data:text/javascript,${encodeURIComponent(LAST_WORD)}`;
  const ran = spawnSync(
    process.execPath,
    [prelude, ODIN, 'harmonise', file, '--out', out, '--report', path],
    { encoding: 'utf8', timeout: LIMIT_MS, killSignal: 'SIGKILL' },
  );
  const [complaint = '', micros = '0'] = ran.stderr.split('\ncpu ');
  const ended = { exitCode: ran.status, complaint, seconds: Number(micros) / 1e6 };
  try {
    return { ...ended, report: JSON.parse(readFileSync(path, 'utf8')) };
  } catch {
    return ended;
  }
}

/** How many issues there are of each severity, gravest first: `1/0/2/1/4`. */
export const issueCounts = (issues: readonly { readonly severity: Severity }[]): string =>
  SEVERITIES.map((each) => issues.filter(({ severity }) => severity === each).length).join('/');
