import type { Format } from '#data/schema/flow.ts';
import type { Store } from '#server/store/store.ts';

/** Formats whose records stand on lines a person can read. */
const TEXT_FORMATS: ReadonlySet<Format> = new Set(['csv', 'geojson', 'json', 'kml', 'gml', 'xml']);

/** Files kept split in memory. */
const KEPT_FILES = 4;

/** Largest file that is split, bytes. */
const LARGEST = 50_000_000;

/** Longest line that is shown, characters. */
const LINE_LIMIT = 4_000;

export type LineReader = {
  /** Every line of a text file, without its end; undefined when it is no text file, too large or not kept. */
  readonly read: (file: TextFile) => Promise<readonly string[] | undefined>;
};

export type TextFile = {
  readonly sha256: string;
  readonly format: Format;
  readonly encoding?: string;
  readonly sizeBytes: number;
};

/** Reads published files by line, keeping the last few. */
export function openLineReader(store: Pick<Store, 'readResource'>): LineReader {
  const kept = new Map<string, Promise<readonly string[] | undefined>>();
  return {
    async read(file) {
      if (!TEXT_FORMATS.has(file.format) || file.sizeBytes > LARGEST) return undefined;
      const found = kept.get(file.sha256) ?? readLines(file, store);
      kept.delete(file.sha256);
      kept.set(file.sha256, found);
      const [oldest] = kept.keys();
      if (kept.size > KEPT_FILES && oldest !== undefined) kept.delete(oldest);
      return await found;
    },
  };
}

async function readLines(
  { sha256, encoding = 'utf-8' }: TextFile,
  store: Pick<Store, 'readResource'>,
): Promise<readonly string[] | undefined> {
  const resource = await store.readResource(sha256);
  return (
    resource &&
    decoderOf(encoding)
      .decode(resource.bytes)
      .split(/\r\n|\n|\r/)
  );
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    // The platform does not know the name; the bytes are still worth showing.
    return new TextDecoder('utf-8');
  }
}

/** A line short enough to show. */
export const shortLine = (line: string): string =>
  line.length > LINE_LIMIT ? `${line.slice(0, LINE_LIMIT - 1)}…` : line;
