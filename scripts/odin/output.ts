import {
  appendFileSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { WrongCall } from './command.ts';

/** Where text goes, piece by piece. */
export type Sink = {
  readonly write: (text: string) => Promise<void>;
  /** Nothing more comes: the file takes its name. */
  readonly finish: () => Promise<void>;
  /** It was for nothing: what was written goes. */
  readonly abandon: () => void;
};

/** Characters or bytes gathered before they are written. */
const CHUNK = 1 << 20;
/** Bytes of UTF-8 that one UTF-16 unit may take. */
const BYTES_EACH = 3;

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

/** Text kept for later: in memory while it is short, then in a file of its own. */
export type Spool = {
  readonly write: (text: string) => void;
  /** All of it, in pieces. */
  readonly read: () => Iterable<string>;
  /** What was kept goes. */
  readonly close: () => void;
};

/** Characters of a spool held in memory. */
const HELD = 1 << 24;

/** A spool whose file, if it needs one, stands in the folder for temporary files. */
export function openSpool(): Spool {
  let waiting = '';
  let folder: string | undefined;
  const path = (): string => {
    folder ??= mkdtempSync(join(tmpdir(), 'odin-'));
    return join(folder, 'spool');
  };
  return {
    write: (text) => {
      waiting += text;
      if (waiting.length < HELD) return;
      appendFileSync(path(), waiting, 'utf16le');
      waiting = '';
    },
    read: function* () {
      if (folder !== undefined) yield* piecesOf(path());
      yield waiting;
    },
    close: () => {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A file of UTF-16, whose characters no even number of bytes parts. */
function* piecesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(CHUNK);
    for (let at = 0; ; ) {
      const got = readSync(file, piece, 0, CHUNK, at);
      if (got === 0) return;
      yield piece.toString('utf16le', 0, got);
      at += got;
    }
  } finally {
    closeSync(file);
  }
}

/**
 * A file as a sink: written under another name, renamed when finished, so that nobody reads half of it. What is
 * there and no file (`/dev/null`, a named pipe) is written to as it is: a rename would put a file in its place.
 *
 * @throws WrongCall when the file cannot be made
 */
export function fileSink(path: string): Sink {
  if (isDevice(path)) return deviceSink(path);
  const part = `${path}.part`;
  // Now rather than after an hour's work; an interrupt before the first write leaves nothing behind.
  closeSync(create(part, path));
  rmSync(part);
  let file: number | undefined;
  // Bytes rather than text: a long text of many pieces is put together first, then put into bytes.
  const waiting = Buffer.allocUnsafe(CHUNK);
  let held = 0;
  const flush = (): number => {
    file ??= create(part, path);
    writeAll(file, waiting.subarray(0, held));
    held = 0;
    return file;
  };
  return {
    write: async (text) => {
      const mostBytes = text.length * BYTES_EACH;
      if (held + mostBytes > CHUNK) flush();
      if (mostBytes <= CHUNK) held += waiting.write(text, held);
      else writeAll(flush(), Buffer.from(text));
    },
    finish: async () => {
      closeSync(flush());
      renameSync(part, path);
    },
    abandon: () => {
      if (file !== undefined) closeSync(file);
      rmSync(part, { force: true });
    },
  };
}

const isDevice = (path: string): boolean => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile() && !found.isDirectory();
};

function deviceSink(path: string): Sink {
  let file: number | undefined;
  return {
    write: async (text) => {
      file ??= create(path, path);
      writeSync(file, text);
    },
    finish: async () => {
      if (file !== undefined) closeSync(file);
    },
    abandon: () => {
      if (file !== undefined) closeSync(file);
    },
  };
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function create(part: string, path: string): number {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(part, 'w');
  } catch (cause) {
    throw new WrongCall(`Cannot write “${path}”: ${cause instanceof Error ? cause.message : ''}`);
  }
}
