import { writeSync } from 'node:fs';
import type { RunProgress } from '#server/harmonise/meter.ts';
import type { Arguments, Option } from './command.ts';

/** The option of commands that read long files. */
export const PROGRESS_OPTION: Option = {
  name: '--progress',
  help: 'say how far it is, every five seconds, where there is no terminal',
};

/** The progress line a call asks for. */
export const progressLineFor = (given: Arguments): ProgressLine =>
  openProgressLine({
    asked: given.options.has(PROGRESS_OPTION.name),
    isTerminal: process.stderr.isTTY,
  });

/** A line on standard error that says how far a long work has come. */
export type ProgressLine = {
  readonly say: (progress: RunProgress) => void;
  /** Say something else than the reading of records; no time is left to tell. */
  readonly note: (text: string) => void;
  /** The live line goes. */
  readonly clear: () => void;
};

/** Work shorter than this is not spoken of, milliseconds. */
const QUIET_MS = 1_000;
/** Milliseconds between two lines: on a terminal the same line again, else one below the other. */
const LIVE_MS = 200;
const PLAIN_MS = 5_000;
const STDERR = 2;

/**
 * A live line where standard error is a terminal, a plain line every five seconds where `--progress` asks for it,
 * else nothing.
 *
 * @param now milliseconds of a clock that never goes back
 */
export function openProgressLine(
  { asked, isTerminal }: { readonly asked: boolean; readonly isTerminal: boolean },
  write: (text: string) => void = (text) => writeSync(STDERR, text),
  now: () => number = () => performance.now(),
): ProgressLine {
  if (!asked && !isTerminal) return { say: () => {}, note: () => {}, clear: () => {} };
  const begun = now();
  let last = begun + QUIET_MS - (isTerminal ? LIVE_MS : PLAIN_MS);
  let shown = false;
  const put = (text: string): void => {
    write(isTerminal ? `\r${text}\x1b[K` : `${text}\n`);
    shown = true;
  };
  const isDue = (): boolean => {
    const time = now();
    if (time - last < (isTerminal ? LIVE_MS : PLAIN_MS)) return false;
    last = time;
    return true;
  };
  return {
    say: (progress) => {
      if (isDue()) put(progressText(progress, now() - begun));
    },
    note: (text) => {
      if (isDue()) put(text);
    },
    clear: () => {
      if (shown && isTerminal) write('\r\x1b[K');
      shown = false;
    },
  };
}

const count = (records: number): string => records.toLocaleString('en-GB');

/** `41 % · 3,200,000 of 9,800,000 records, 3,199,204 features · 2 min left`. */
export function progressText(progress: RunProgress, elapsedMs: number): string {
  const { records, of, features, share } = progress;
  const done = share === undefined ? [] : [`${Math.floor(share * 100)} %`];
  const read =
    of === undefined
      ? `looking through, ${count(records)} records`
      : `${count(records)} of ${count(of)} records, ${count(features)} features`;
  // Before a twentieth is done, what is left can only be guessed.
  const left =
    share === undefined || share < 0.05 || share >= 1
      ? []
      : [`${durationText((elapsedMs * (1 - share)) / share)} left`];
  return [...done, read, ...left].join(' · ');
}

/** `40 s`, `3 min`, `2 h 5 min`. */
function durationText(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1_000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
