import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { WrongCall } from './command.ts';

/** Where text goes, piece by piece. */
export type Sink = {
  readonly write: (text: string) => Promise<void>;
  /** Nothing more comes: the file takes its name. */
  readonly finish: () => Promise<void>;
  /** It was for nothing: what was written goes. */
  readonly abandon: () => void;
};

/** Characters gathered before they are written. */
const CHUNK = 1 << 20;

/** Write to standard output, waiting while the reader is busy. */
export function toStdout(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** Standard output as a sink. */
export function stdoutSink(): Sink {
  let waiting = '';
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    if (text !== '') await toStdout(text);
  };
  return {
    write: async (text) => {
      waiting += text;
      if (waiting.length > CHUNK) await flush();
    },
    finish: flush,
    abandon: () => {},
  };
}

/**
 * A file as a sink: written under another name, renamed when finished, so that nobody reads half of it.
 *
 * @throws WrongCall when the file cannot be made
 */
export function fileSink(path: string): Sink {
  const part = `${path}.part`;
  const file = create(part, path);
  let waiting = '';
  const flush = (): void => {
    if (waiting !== '') writeSync(file, waiting);
    waiting = '';
  };
  return {
    write: async (text) => {
      waiting += text;
      if (waiting.length > CHUNK) flush();
    },
    finish: async () => {
      flush();
      closeSync(file);
      renameSync(part, path);
    },
    abandon: () => {
      closeSync(file);
      rmSync(part, { force: true });
    },
  };
}

function create(part: string, path: string): number {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(part, 'w');
  } catch (cause) {
    throw new WrongCall(`Cannot write “${path}”: ${cause instanceof Error ? cause.message : ''}`);
  }
}
