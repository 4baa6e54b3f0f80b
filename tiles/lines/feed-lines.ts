import type { Feeder } from '../feeder.ts';
import { LineFeature } from './line-feature.ts';
import { parseLine } from './parse-line.ts';

/** A line that is no feature. */
export type LineFault = { readonly line: number; readonly reason: string };

/** Where the bytes come from. */
export type LineReader = {
  /** Fill the bytes from their start. @returns how many came; 0 at the end */
  readonly read: (into: Uint8Array) => number;
  /** Told about each line that is no feature; the rest is read on. */
  readonly onFault: (fault: LineFault) => void;
};

/** Bytes read at a time. */
const CHUNK_BYTES = 1 << 20;
const LINE_FEED = 10;
/** Before each feature of a GeoJSON text sequence. Source: RFC 8142. */
const RECORD_SEPARATOR = 0x1e;

/**
 * Features of a GeoJSON text, one a line, or of a GeoJSON text sequence: no more of it than a
 * mebibyte or a line is in memory at a time.
 */
export function feedLines({ read, onFault }: LineReader): Feeder {
  const feature = new LineFeature();
  let bytes = Buffer.allocUnsafeSlow(2 * CHUNK_BYTES);
  /** Bytes of a line that is not whole yet, at the start of the buffer. */
  let held = 0;
  let line = 0;
  return {
    feed: (flat) => {
      if (held + CHUNK_BYTES > bytes.length) bytes = doubled(bytes, held);
      const got = read(bytes.subarray(held, held + CHUNK_BYTES));
      const end = held + got;
      let from = 0;
      const next = (to: number): void => {
        line++;
        const start = bytes[from] === RECORD_SEPARATOR ? from + 1 : from;
        if (feature.read(bytes, start, to)) flat.addLine(feature);
        else addParsed(bytes.toString('utf8', start, to).trim());
        from = to + 1;
      };
      const addParsed = (text: string): void => {
        const parsed = text === '' ? undefined : parseLine(text);
        if (typeof parsed === 'string') onFault({ line, reason: parsed });
        else if (parsed) flat.add(parsed);
      };
      // what was held has no line feed in it
      let at = bytes.indexOf(LINE_FEED, held);
      // beyond the end stands what was read before
      for (; at >= 0 && at < end; at = bytes.indexOf(LINE_FEED, from)) next(at);
      if (got === 0 && from < end) next(end);
      held = Math.max(0, end - from);
      bytes.copyWithin(0, from, end);
      return got > 0;
    },
  };
}

function doubled(bytes: Buffer, held: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(bytes.length * 2);
  bytes.copy(larger, 0, 0, held);
  return larger;
}
