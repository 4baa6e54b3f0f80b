import { isAscii } from 'node:buffer';
import { issue } from '#data/issues/issue.ts';
import type { Issue } from '#data/schema/issue.ts';
import { type Content, contentOf, headOf, piecesOf, without } from './content.ts';
import { countLines, isUtf8Content, mixedAsUtf8, wholeCharacters } from './encoding.ts';
import { refuse } from './refusal.ts';
import { faultsOf } from './text-faults.ts';

type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/** Text in a known encoding, its byte order mark taken off, read piece by piece. */
export type LongText = {
  /** As published; of a mixture, that of most lines with accents. */
  readonly encoding: Encoding;
  /** What `content` is in when it is not `encoding`: `mixed` is UTF-8 and windows-1252 line by line. */
  readonly stored?: 'utf-8' | 'mixed';
  readonly content: Content;
  readonly issues: readonly Issue[];
};

/** Text that stands in memory. */
export type TextFile = LongText & {
  /** What `bytes` are in when a mixture was made one. */
  readonly stored?: 'utf-8';
  readonly bytes: Buffer;
};

/** V8 holds no longer string than 2^29 − 24 characters. */
const WHOLE_LIMIT = 500_000_000;
/** How far we look for signs of UTF-16. */
const SNIFF_BYTES = 4096;

/**
 * Tell the encoding of a text in memory; see `openText`. A mixture is made UTF-8.
 */
export function readText(bytes: Uint8Array): TextFile {
  const { stored, ...file } = openText(contentOf(bytes));
  if (stored === undefined) return { ...file, bytes: headOf(file.content, bytes.byteLength) };
  const proper = Buffer.concat([...mixedAsUtf8(file.content)]);
  return { ...file, stored: 'utf-8', bytes: proper, content: contentOf(proper) };
}

/**
 * Tell the encoding of a text: byte order mark, then strict UTF-8, then UTF-16 by its zero bytes,
 * then windows-1252 line by line. Never fails: every byte string is some windows-1252 text.
 */
export function openText(content: Content): LongText {
  const head = headOf(content, SNIFF_BYTES);
  const marked = byMark(head, content);
  if (marked) return marked;
  const wide = byZeroBytes(head, content.sizeBytes);
  if (wide) return { encoding: wide, content, issues: [guessed(wide)] };
  return byLines(content);
}

function byMark([a, b, c]: Buffer, content: Content): LongText | undefined {
  const bom = issue('text.bom');
  if (a === 0xff && b === 0xfe) {
    return { encoding: 'utf-16le', content: without(content, 2), issues: [bom] };
  }
  if (a === 0xfe && b === 0xff) {
    return { encoding: 'utf-16be', content: without(content, 2), issues: [bom] };
  }
  if (a !== 0xef || b !== 0xbb || c !== 0xbf) return undefined;
  const file = byLines(without(content, 3));
  return { ...file, issues: [bom, ...file.issues] };
}

/** UTF-16 of Latin text has a zero in every other byte. */
function byZeroBytes(head: Buffer, sizeBytes: number): 'utf-16le' | 'utf-16be' | undefined {
  const length = head.length & ~1;
  if (length < 4 || sizeBytes % 2 === 1) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.1) return 'utf-16be';
  return undefined;
}

/** UTF-8 as a whole, or lines that are and others that are windows-1252. */
function byLines(content: Content): LongText {
  if (isUtf8Content(content)) {
    return { encoding: 'utf-8', content, issues: faultsOf(() => piecesOf(content)) };
  }
  const lines = countLines(content);
  const said = guessed('windows-1252', lines.first);
  if (lines.goodAccents === 0) return { encoding: 'windows-1252', content, issues: [said] };
  const encoding = lines.bad > lines.goodAccents ? 'windows-1252' : 'utf-8';
  const issues = [said, ...faultsOf(() => mixedAsUtf8(content))];
  return { encoding, stored: 'mixed', content, issues };
}

function guessed(encoding: string, line?: number): Issue {
  const message = `The text is not UTF-8; it was read as ${encoding}. Save it as UTF-8 to be sure of accents and £ signs.`;
  return issue('text.encoding-guessed', { line, value: encoding }, message);
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

/** The text in pieces of about 64 kB, NUL characters left out; reads no further than it is asked. */
export function* textChunks(file: LongText): Generator<string> {
  const isProper = (file.stored ?? file.encoding) === 'utf-8';
  for (const text of isProper ? utf8Chunks(piecesOf(file.content)) : decodedChunks(file)) {
    if (text !== '') yield clean(text);
  }
}

function* decodedChunks({ encoding, stored, content }: LongText): Generator<string> {
  if (stored === 'mixed') return yield* utf8Chunks(mixedAsUtf8(content));
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for (const piece of piecesOf(content)) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** Twice as fast as a `TextDecoder`, for bytes known to be UTF-8. */
function* utf8Chunks(pieces: Iterable<Buffer>): Generator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = wholeCharacters(bytes);
    const whole = bytes.subarray(0, end);
    yield isAscii(whole) ? whole.toString('latin1') : whole.toString('utf8');
    rest = Buffer.from(bytes.subarray(end));
  }
  yield rest.toString('utf8');
}

/** The text as UTF-8 bytes, for readers that work on bytes. */
export function utf8Bytes(file: TextFile): Buffer {
  return (file.stored ?? file.encoding) === 'utf-8' ? file.bytes : Buffer.from(wholeText(file));
}

const clean = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text);
