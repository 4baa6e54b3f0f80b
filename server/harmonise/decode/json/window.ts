import { bufferOf, type Content } from '../content.ts';
import { refuse } from '../refusal.ts';
import { type Span, skipSpace, valueAt } from './scan.ts';

/** A stretch of a long JSON text that moves along it: what stands before `at` is let go when more is read. */
export type Window = {
  readonly content: Content;
  bytes: Buffer;
  /** Where the reader stands, in `bytes`. */
  at: number;
  /** Where `bytes` stand in the content. */
  offset: number;
};

/** Bytes read at a time, unless a single value is longer. */
const PIECE_BYTES = 1 << 20;
/** Longest value that is held, bytes: a feature of ten million vertices. */
const LONGEST_BYTES = 1 << 28;
const [COMMA, CLOSE_ARRAY, RECORD_SEPARATOR, NEWLINE] = [44, 93, 0x1e, 10];

/** A window that has read nothing yet and will begin at an offset. */
export const openWindow = (content: Content, offset = 0): Window => ({
  content,
  bytes: Buffer.alloc(0),
  at: 0,
  offset,
});

/** Read more behind; false at the end of the content. */
function grow(window: Window): boolean {
  const { content, bytes, at, offset } = window;
  const rest = bytes.subarray(at);
  const piece = content.read(offset + bytes.length, Math.max(PIECE_BYTES, rest.length));
  if (piece.byteLength === 0) return false;
  window.bytes = rest.length === 0 ? bufferOf(piece) : Buffer.concat([rest, piece]);
  window.offset = offset + at;
  window.at = 0;
  return true;
}

/** Go on to the next byte that is no white space and give it; undefined at the end. */
export function nextSign(window: Window): number | undefined {
  do {
    window.at = skipSpace(window.bytes, window.at);
    if (window.at < window.bytes.length) return window.bytes[window.at];
  } while (grow(window));
  return undefined;
}

/** The value at the cursor, which goes past it; undefined when the text ends or breaks inside it, or it is over 256 MB. */
export function takeValue(window: Window): Span | undefined {
  while (window.bytes.length - window.at <= LONGEST_BYTES) {
    const span = valueAt(window.bytes, window.at);
    // What ends with the window may go on behind it: a figure does.
    const isWhole = span !== undefined && span.end < window.bytes.length;
    if (!isWhole && grow(window)) continue;
    if (span !== undefined) window.at = span.end;
    return span;
  }
  return undefined;
}

/**
 * The elements of the list whose bracket was just passed, one by one; the cursor goes past its end. Each is to be
 * read before the next is asked for.
 *
 * @param cut called when the text ends or breaks before the list does
 * @throws Refusal when an element is over 256 MB
 */
export function* takeElements(window: Window, cut: () => void): Generator<Span> {
  for (let sign = nextSign(window); sign !== CLOSE_ARRAY; sign = nextSign(window)) {
    const span = sign === undefined ? undefined : takeValue(window);
    if (span === undefined) return isOverlong(window) ? refuseOverlong() : cut();
    yield span;
    const after = nextSign(window);
    if (after === COMMA) window.at += 1;
    else if (after !== CLOSE_ARRAY) return cut();
  }
  window.at += 1;
}

const isOverlong = ({ bytes, at }: Window): boolean => bytes.length - at > LONGEST_BYTES;

function refuseOverlong(): never {
  refuse(
    'file.too-large',
    'One feature is larger than 256 MB. Publish it in parts, or as GeoPackage.',
  );
}

/** Values that follow one another, parted by white space or record separators; one that never ends spoils its line. */
export function* takeSequence(window: Window): Generator<Span> {
  for (let sign = nextSign(window); sign !== undefined; sign = nextSign(window)) {
    if (sign === RECORD_SEPARATOR) window.at += 1;
    else yield takeValue(window) ?? takeLine(window);
  }
}

/** The rest of the line, as a value that is none. */
function takeLine(window: Window): Span {
  let newline = window.bytes.indexOf(NEWLINE, window.at);
  while (newline < 0 && !isOverlong(window) && grow(window)) {
    newline = window.bytes.indexOf(NEWLINE, window.at);
  }
  const { bytes, at: start } = window;
  const end = newline < 0 ? bytes.length : newline;
  window.at = end;
  return { bytes, start, end, members: 0 };
}
