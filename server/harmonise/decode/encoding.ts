import { isUtf8 } from 'node:buffer';
import { type Content, piecesOf } from './content.ts';

/** Longest line looked at as one, bytes; a longer one is taken in parts of this length. */
const LINE_BYTES = 1 << 26;
const NEWLINE = 10;

/** True when all of the content is proper UTF-8. */
export function isUtf8Content(content: Content): boolean {
  let rest: Buffer = Buffer.alloc(0);
  for (const piece of piecesOf(content)) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = wholeCharacters(bytes);
    if (!isUtf8(bytes.subarray(0, end))) return false;
    rest = Buffer.from(bytes.subarray(end));
  }
  return isUtf8(rest);
}

/** Where the last character that is complete ends: up to three bytes before the end. */
export function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return lengthOf(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Bytes of the character that begins with this one. Source: RFC 3629 §3. */
const lengthOf = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);

/** Lines of the content with their ends, whatever the pieces it is read in. */
export function* linesOf(content: Content): Generator<Buffer> {
  let parts: Buffer[] = [];
  let held = 0;
  for (const piece of piecesOf(content)) {
    for (let at = 0; at < piece.length; ) {
      const newline = piece.indexOf(NEWLINE, at);
      const lineEnd = newline < 0 ? piece.length : newline + 1;
      const end = Math.min(lineEnd, at + LINE_BYTES - held);
      parts.push(piece.subarray(at, end));
      held += end - at;
      at = end;
      if (newline + 1 !== end && held < LINE_BYTES) continue;
      yield joined(parts);
      [parts, held] = [[], 0];
    }
  }
  if (held > 0) yield joined(parts);
}

const joined = (parts: readonly Buffer[]): Buffer =>
  parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);

/** What lines that are not all UTF-8 are. */
export type LineCount = {
  /** First line that is not UTF-8, from 1. */
  readonly first: number;
  /** Lines that are not UTF-8. */
  readonly bad: number;
  /** Lines that hold accents in proper UTF-8. */
  readonly goodAccents: number;
};

/** Count the lines of either encoding. */
export function countLines(content: Content): LineCount {
  let [first, bad, goodAccents, number] = [0, 0, 0, 0];
  for (const line of linesOf(content)) {
    number += 1;
    if (!isUtf8(line)) {
      first ||= number;
      bad += 1;
    } else if (hasHighByte(line)) goodAccents += 1;
  }
  return { first, bad, goodAccents };
}

function hasHighByte(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte > 0x7f) return true;
  return false;
}

/** Lines gathered before they are handed on, bytes. */
const GATHERED_BYTES = 1 << 16;

/** Content of two encodings as UTF-8 throughout: lines that are UTF-8 stay so, the others are windows-1252. */
export function* mixedAsUtf8(content: Content): Generator<Buffer> {
  const windows1252 = new TextDecoder('windows-1252');
  let lines: Buffer[] = [];
  let held = 0;
  for (const line of linesOf(content)) {
    const proper = isUtf8(line) ? line : Buffer.from(windows1252.decode(line));
    lines.push(proper);
    held += proper.length;
    if (held < GATHERED_BYTES) continue;
    yield Buffer.concat(lines);
    [lines, held] = [[], 0];
  }
  if (held > 0) yield Buffer.concat(lines);
}
