import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { IssueCode } from '#data/issues/register.ts';
import type { RunProgress } from '#server/harmonise/meter.ts';
import type { HarmonisedSummary, HarmoniseJob, JobMessage } from './job.ts';
import { FRUGAL_BYTES, FRUGAL_FLAGS } from './resource-file.ts';

const CHILD = join(import.meta.dirname, 'child-start.ts');
/** Where the process keeps its compiled code. */
const COMPILED = join(import.meta.dirname, '../../node_modules/.cache/reader');

/** End of a child's standard error that is kept to tell why it died, characters. */
const LAST_WORDS = 4_000;

/** A file may take the time limit for each of these begun, bytes. */
const BYTES_EACH = 2 ** 27;

export type HarmoniserLimits = {
  /** Largest heap, MB. */
  readonly memoryMb: number;
  /** Longest time for one file, seconds; for a longer one than 128 MB as often as it has 128 MB. */
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

/** Who waits for a job. */
export type JobWatch = {
  /** Told a few times a second how far the file is read. */
  readonly onProgress?: (progress: RunProgress) => void;
  /** Told again and again how many bytes of `HarmoniseJob.output` can be read already. */
  readonly onWritten?: (bytes: number) => void;
  /** Cancels: the process that reads the file is ended. */
  readonly signal?: AbortSignal;
};

export type Harmoniser = {
  /**
   * Harmonise one file at a time; a second call waits for the first.
   *
   * @throws the reason of `signal` when that cancels
   */
  readonly run: (job: HarmoniseJob, watch?: JobWatch) => Promise<HarmoniseAnswer>;
  /** End the process, idle or not; the next job starts another. */
  readonly rest: () => void;
};

type Worker = {
  readonly child: ChildProcess;
  /** Started to need little memory rather than little time. */
  readonly isFrugal: boolean;
  files: number;
  lastWords: string;
};

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
  const runNow = async (job: HarmoniseJob, watch: JobWatch): Promise<HarmoniseAnswer> => {
    watch.signal?.throwIfAborted();
    const isLong = statSync(job.file.path).size > FRUGAL_BYTES;
    if (worker?.isFrugal !== isLong) retire();
    worker ??= start(limits, isLong);
    worker.files++;
    try {
      const answer = await ask(worker, job, timeFor(job, limits), watch);
      if ('failed' in answer || worker.files >= limits.filesEach) retire();
      return answer;
    } catch (cancelled) {
      retire();
      throw cancelled;
    }
  };
  return {
    run(job, watch = {}) {
      const answer = queue.then(() => runNow(job, watch));
      queue = answer.catch(() => undefined);
      return answer;
    },
    rest: retire,
  };
}

function start({ memoryMb, writable }: HarmoniserLimits, isFrugal: boolean): Worker {
  const isPlace = mayGiveUp() && makeFolder(COMPILED);
  const child = fork(CHILD, isPlace ? [COMPILED] : [], {
    // Without more permissions than these it can start no program and no thread, and write nowhere else.
    execArgv: [
      `--max-old-space-size=${memoryMb}`,
      ...(isFrugal ? FRUGAL_FLAGS : []),
      '--permission',
      '--allow-fs-read=*',
      `--allow-fs-write=${join(writable, '*')}`,
      // Given up before the first file is read.
      ...(isPlace ? [`--allow-fs-write=${join(COMPILED, '*')}`] : []),
      '--allow-addons', // SQLite reads GeoPackages
      '--disable-warning=SecurityWarning',
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const worker: Worker = { child, isFrugal, files: 0, lastWords: '' };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    worker.lastWords = (worker.lastWords + text).slice(-LAST_WORDS);
  });
  // A child that waits for work must not keep the server alive.
  child.unref();
  child.channel?.unref();
  return worker;
}

/** First Node with which giving up a right was tried: without it the code is compiled anew each time. */
const GIVING_UP = [24, 21];

function mayGiveUp(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [least = 0, lesser = 0] = GIVING_UP;
  return major > least || (major === least && minor >= lesser);
}

/** True when the folder is there, which it cannot be where the code may not be written to. */
function makeFolder(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

/** Longest time for a file, milliseconds: the limit once for each 128 MB begun. */
function timeFor({ file }: HarmoniseJob, { timeoutS }: HarmoniserLimits): number {
  const sizeBytes = statSync(file.path).size;
  return timeoutS * 1_000 * Math.max(1, Math.ceil(sizeBytes / BYTES_EACH));
}

async function ask(
  worker: Worker,
  job: HarmoniseJob,
  timeoutMs: number,
  watch: JobWatch,
): Promise<HarmoniseAnswer> {
  const { child } = worker;
  const { signal } = watch;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, timeoutMs);
  const over = new AbortController();
  const within = signal ? AbortSignal.any([over.signal, signal]) : over.signal;
  try {
    child.send(job, () => undefined);
    const summary = await Promise.race([
      summaryFrom(child, within, watch),
      once(child, 'close', { signal: within }).then(() => undefined),
    ]);
    if (summary) return { summary };
    if (NO_ROOM.test(worker.lastWords)) {
      throw Object.assign(new Error('No room left for what is read'), { code: 'ENOSPC' });
    }
    return { failed: reasonOf(late, worker.lastWords), lastWords: worker.lastWords };
  } catch (cause) {
    signal?.throwIfAborted();
    throw cause;
  } finally {
    clearTimeout(timer);
    over.abort();
  }
}

/** The child's answer; what it says before that is passed on. */
async function summaryFrom(
  child: ChildProcess,
  signal: AbortSignal,
  { onProgress, onWritten }: JobWatch,
): Promise<HarmonisedSummary> {
  for await (const [said] of on(child, 'message', { signal })) {
    const message: JobMessage = said;
    if ('summary' in message) return message.summary;
    if ('written' in message) onWritten?.(message.written);
    else onProgress?.(message.progress);
  }
  throw new RangeError('Cannot wait for an answer: the child says no more');
}

/** Last words of a child that could not write what it read. */
const NO_ROOM = /\b(?:ENOSPC: no space left|EDQUOT: disk quota)/;

function reasonOf(late: boolean, lastWords: string): IssueCode {
  if (late) return 'file.read-timeout';
  return /heap out of memory|ERR_WORKER_OUT_OF_MEMORY|Array buffer allocation failed/.test(
    lastWords,
  )
    ? 'file.read-memory'
    : 'file.reader-failed';
}
