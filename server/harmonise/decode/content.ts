import type { LongResource } from '#data/schema/flow.ts';
import { refuse } from './refusal.ts';

/** Bytes that are read piece by piece, whether they stand in memory or not. */
export type Content = Pick<LongResource, 'sizeBytes' | 'read'>;

/** Bytes asked for at a time: V8 clears short strings away with the young ones, longer ones seldom. */
const PIECE_BYTES = 1 << 16;
/** Longest file that is held whole where its format asks for that, bytes. */
const WHOLE_LIMIT = 1 << 30;

/** Bytes in memory as content. */
export const contentOf = (bytes: Uint8Array): Content => ({
  sizeBytes: bytes.byteLength,
  read: (offset, length) => bytes.subarray(offset, offset + length),
});

/** The same content without its first bytes. */
export const without = ({ sizeBytes, read }: Content, first: number): Content => ({
  sizeBytes: Math.max(0, sizeBytes - first),
  read: (offset, length) => read(offset + first, length),
});

/** A view on the same bytes. */
export const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Content from the start, in pieces of at most 64 kB. */
export function* piecesOf(content: Content): Generator<Buffer> {
  for (let at = 0; at < content.sizeBytes; ) {
    const piece = content.read(at, PIECE_BYTES);
    // A file cut short while it is read ends where it ends.
    if (piece.byteLength === 0) return;
    yield bufferOf(piece);
    at += piece.byteLength;
  }
}

/** The first `length` bytes, fewer at the end. */
export function headOf(content: Content, length: number): Buffer {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < length; ) {
    const part = content.read(at, length - at);
    if (part.byteLength === 0) break;
    parts.push(part);
    at += part.byteLength;
  }
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? bufferOf(only) : Buffer.concat(parts);
}

/**
 * All of it at once, for formats that are read here and there.
 *
 * @throws Refusal beyond 1 GiB
 */
export function wholeOf(content: Content): Buffer {
  if (content.sizeBytes > WHOLE_LIMIT) {
    refuse(
      'file.too-large',
      `The file is ${(content.sizeBytes / 1e9).toFixed(1)} GB; a file of this format is read up to ${(WHOLE_LIMIT / 1e9).toFixed(1)} GB. Publish it as .csv or GeoJSON, which may be of any length, or in parts: one file a district, or a year.`,
    );
  }
  return headOf(content, content.sizeBytes);
}
