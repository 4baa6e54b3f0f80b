import { isUtf8 } from 'node:buffer';
import { issue } from '#data/issues/issue.ts';
import type { Issue } from '#data/schema/issue.ts';
import { refuse } from './refusal.ts';

/** Text as bytes in a known encoding, its byte order mark taken off. */
export type TextFile = {
  /** As published; of a mixture, that of most lines with accents. */
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  /** What `bytes` are in when a mixture was made one. */
  readonly stored?: 'utf-8';
  readonly bytes: Buffer;
  readonly issues: readonly Issue[];
};

/** Bytes decoded at a time; a record of 1 MB always fits in two. */
const CHUNK_BYTES = 1 << 20;
/** V8 holds no longer string than 2^29 − 24 characters. */
const WHOLE_LIMIT = 500_000_000;
/** How far we look for signs of UTF-16. */
const SNIFF_BYTES = 4096;

/**
 * Tell the encoding of a text: byte order mark, then strict UTF-8, then UTF-16 by its zero bytes,
 * then windows-1252 line by line. Never fails: every byte string is some windows-1252 text.
 */
export function readText(bytes: Uint8Array): TextFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = byMark(buffer);
  if (marked) return marked;
  const wide = byZeroBytes(buffer);
  if (wide) return { encoding: wide, bytes: buffer, issues: [guessed(wide)] };
  return isUtf8(buffer) ? utf8(buffer) : mixed(buffer);
}

const utf8 = (bytes: Buffer): TextFile => ({ encoding: 'utf-8', bytes, issues: faultsOf(bytes) });

function byMark(buffer: Buffer): TextFile | undefined {
  const bom = issue('text.bom');
  const [a, b, c] = buffer;
  if (a === 0xff && b === 0xfe) {
    return { encoding: 'utf-16le', bytes: buffer.subarray(2), issues: [bom] };
  }
  if (a === 0xfe && b === 0xff) {
    return { encoding: 'utf-16be', bytes: buffer.subarray(2), issues: [bom] };
  }
  if (a !== 0xef || b !== 0xbb || c !== 0xbf) return undefined;
  const rest = buffer.subarray(3);
  const file = isUtf8(rest) ? utf8(rest) : mixed(rest);
  return { ...file, issues: [bom, ...file.issues] };
}

/** UTF-16 of Latin text has a zero in every other byte. */
function byZeroBytes(buffer: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(buffer.length, SNIFF_BYTES) & ~1;
  if (length < 4 || buffer.length % 2 === 1) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (buffer[at] === 0) even += 1;
    if (buffer[at + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.1) return 'utf-16be';
  return undefined;
}

/** Not UTF-8 as a whole: lines that are stay so, the others are windows-1252. */
function mixed(buffer: Buffer): TextFile {
  const lines = badLines(buffer);
  const said = guessed('windows-1252', lines.first);
  if (lines.goodAccents === 0) return { encoding: 'windows-1252', bytes: buffer, issues: [said] };
  const parts = lines.spans.map(([start, end, good]) =>
    good
      ? buffer.subarray(start, end)
      : Buffer.from(new TextDecoder('windows-1252').decode(buffer.subarray(start, end))),
  );
  const bytes = Buffer.concat(parts);
  const encoding = lines.bad > lines.goodAccents ? 'windows-1252' : 'utf-8';
  return { encoding, stored: 'utf-8', bytes, issues: [said, ...faultsOf(bytes)] };
}

type BadLines = {
  readonly first: number;
  /** Lines that are not UTF-8. */
  readonly bad: number;
  /** Lines that hold accents in proper UTF-8. */
  readonly goodAccents: number;
  /** Runs of lines of one kind: start, end, whether UTF-8. */
  readonly spans: [start: number, end: number, good: boolean][];
};

function badLines(buffer: Buffer): BadLines {
  const spans: [number, number, boolean][] = [];
  let first = 0;
  let bad = 0;
  let goodAccents = 0;
  for (let start = 0, line = 1; start < buffer.length; line += 1) {
    const end = endOfLine(buffer, start);
    const good = isUtf8(buffer.subarray(start, end));
    if (good) goodAccents += hasHighByte(buffer, start, end) ? 1 : 0;
    else {
      first ||= line;
      bad += 1;
    }
    const last = spans.at(-1);
    if (last?.[2] === good) last[1] = end;
    else spans.push([start, end, good]);
    start = end;
  }
  return { first, bad, goodAccents, spans };
}

function endOfLine(buffer: Buffer, start: number): number {
  const newline = buffer.indexOf(10, start);
  return newline < 0 ? buffer.length : newline + 1;
}

function hasHighByte(buffer: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((buffer[at] ?? 0) > 0x7f) return true;
  return false;
}

function guessed(encoding: string, line?: number): Issue {
  const message = `The text is not UTF-8; it was read as ${encoding}. Save it as UTF-8 to be sure of accents and £ signs.`;
  return issue('text.encoding-guessed', { line, value: encoding }, message);
}

/** UTF-8 read as windows-1252 and saved again as UTF-8: `Ã©`, `Â£`, `â€™`; and characters lost before we came. */
const MOJIBAKE: readonly (readonly [string, RegExp])[] = [
  ['Ã', /^Ã[\u0080-\u00bf\u0152-\u2122]/u],
  ['Â', /^Â[\u00a0-\u00bf]/u],
  ['â€', /^â€[\u0080-\u2122]/u],
  ['\ufffd', /^\ufffd/u],
];

function faultsOf(buffer: Buffer): Issue[] {
  const issues: Issue[] = [];
  if (buffer.includes(0)) issues.push(nulBytes(buffer));
  for (const [sign, whole] of MOJIBAKE) {
    const at = findSign(buffer, sign, whole);
    if (at < 0) continue;
    const value = buffer.toString('utf8', at, at + 24).split('\n')[0];
    issues.push(issue('text.mojibake', { line: lineAt(buffer, at), value }));
    break;
  }
  return issues;
}

function findSign(buffer: Buffer, sign: string, whole: RegExp): number {
  let at = buffer.indexOf(sign);
  while (at >= 0 && !whole.test(buffer.toString('utf8', at, at + 12))) {
    at = buffer.indexOf(sign, at + 1);
  }
  return at;
}

function nulBytes(buffer: Buffer): Issue {
  return issue('text.nul-bytes', { line: lineAt(buffer, buffer.indexOf(0)) });
}

function lineAt(buffer: Buffer, offset: number): number {
  let line = 1;
  for (let at = buffer.indexOf(10); at >= 0 && at < offset; at = buffer.indexOf(10, at + 1)) {
    line += 1;
  }
  return line;
}

/** The whole text, NUL characters left out. @throws Refusal beyond 500 MB */
export function wholeText(file: TextFile): string {
  if (file.bytes.length > WHOLE_LIMIT) {
    refuse('file.too-large', 'The text is larger than 500 MB. Publish it in parts.');
  }
  return clean(
    new TextDecoder(file.stored ?? file.encoding, { ignoreBOM: true }).decode(file.bytes),
  );
}

/** The text in pieces of about 1 MB, NUL characters left out; reads no further than it is asked. */
export function* textChunks(file: TextFile): Generator<string> {
  const decoder = new TextDecoder(file.stored ?? file.encoding, { ignoreBOM: true });
  for (let at = 0; at < file.bytes.length; at += CHUNK_BYTES) {
    const end = Math.min(at + CHUNK_BYTES, file.bytes.length);
    const text = decoder.decode(file.bytes.subarray(at, end), { stream: end < file.bytes.length });
    if (text !== '') yield clean(text);
  }
}

/** The text as UTF-8 bytes, for readers that work on bytes. */
export function utf8Bytes(file: TextFile): Buffer {
  return (file.stored ?? file.encoding) === 'utf-8' ? file.bytes : Buffer.from(wholeText(file));
}

const clean = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text);
