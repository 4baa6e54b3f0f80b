import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { IssueCode } from '#data/issues/register.ts';
import type { HarmonisedSummary, HarmoniseJob } from './job.ts';

const CHILD = join(import.meta.dirname, 'harmonise-child.ts');

/** End of a child's standard error that is kept to tell why it died, characters. */
const LAST_WORDS = 4_000;

export type HarmoniserLimits = {
  /** Largest heap, MB. */
  readonly memoryMb: number;
  /** Longest time for one file, seconds. */
  readonly timeoutS: number;
  /** Files one process reads before it is replaced: 1 for strangers' files, more for our own. */
  readonly filesEach: number;
  /** The only folder the process may write to. */
  readonly writable: string;
};

/** What became of a job: its summary, or why the process that ran it ended. */
export type HarmoniseAnswer =
  | { readonly summary: HarmonisedSummary }
  | { readonly failed: IssueCode; readonly lastWords: string };

export type Harmoniser = {
  /** Harmonise one file at a time; a second call waits for the first. */
  readonly run: (job: HarmoniseJob) => Promise<HarmoniseAnswer>;
  /** End the process, idle or not; the next job starts another. */
  readonly rest: () => void;
};

type Worker = { readonly child: ChildProcess; files: number; lastWords: string };

/**
 * Harmonise files in a child process that may use only so much memory and time, has an empty environment and may
 * write nothing but its answer. Whatever a file does to it, the server goes on.
 */
export function openHarmoniser(limits: HarmoniserLimits): Harmoniser {
  let worker: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const retire = (): void => {
    worker?.child.kill('SIGKILL');
    worker = undefined;
  };
  const runNow = async (job: HarmoniseJob): Promise<HarmoniseAnswer> => {
    worker ??= start(limits);
    worker.files++;
    const answer = await ask(worker, job, limits.timeoutS * 1_000);
    if ('failed' in answer || worker.files >= limits.filesEach) retire();
    return answer;
  };
  return {
    run(job) {
      const answer = queue.then(() => runNow(job));
      queue = answer.catch(() => undefined);
      return answer;
    },
    rest: retire,
  };
}

function start({ memoryMb, writable }: HarmoniserLimits): Worker {
  const child = fork(CHILD, {
    // Without more permissions than these it can start no program and no thread, and write nowhere else.
    execArgv: [
      `--max-old-space-size=${memoryMb}`,
      '--permission',
      '--allow-fs-read=*',
      `--allow-fs-write=${join(writable, '*')}`,
      '--allow-addons', // SQLite reads GeoPackages
      '--disable-warning=SecurityWarning',
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const worker: Worker = { child, files: 0, lastWords: '' };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    worker.lastWords = (worker.lastWords + text).slice(-LAST_WORDS);
  });
  // A child that waits for work must not keep the server alive.
  child.unref();
  child.channel?.unref();
  return worker;
}

async function ask(worker: Worker, job: HarmoniseJob, timeoutMs: number): Promise<HarmoniseAnswer> {
  const { child } = worker;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, timeoutMs);
  const over = new AbortController();
  const { signal } = over;
  try {
    child.send(job, () => undefined);
    const [kind, value] = await Promise.race([
      once(child, 'message', { signal }).then(([summary]) => ['answer', summary] as const),
      once(child, 'close', { signal }).then(([code]) => ['closed', code] as const),
    ]);
    if (kind === 'answer') return { summary: value as HarmonisedSummary };
    return { failed: reasonOf(late, worker.lastWords), lastWords: worker.lastWords };
  } finally {
    clearTimeout(timer);
    over.abort();
  }
}

function reasonOf(late: boolean, lastWords: string): IssueCode {
  if (late) return 'file.read-timeout';
  return /heap out of memory|ERR_WORKER_OUT_OF_MEMORY|Array buffer allocation failed/.test(
    lastWords,
  )
    ? 'file.read-memory'
    : 'file.reader-failed';
}
