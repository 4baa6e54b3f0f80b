import { isAscii } from 'node:buffer';
import { issue } from '#data/issues/issue.ts';
import type { Issue } from '#data/schema/issue.ts';

/** Text in UTF-8, piece by piece, from the start on every call. */
export type Pieces = () => Iterable<Buffer>;

/** UTF-8 read as windows-1252 and saved again as UTF-8: `Ã©`, `Â£`, `â€™`; and characters lost before we came. */
const MOJIBAKE: readonly (readonly [string, RegExp])[] = [
  ['Ã', /^Ã[\u0080-\u00bf\u0152-\u2122]/u],
  ['Â', /^Â[\u00a0-\u00bf]/u],
  ['â€', /^â€[\u0080-\u2122]/u],
  ['\ufffd', /^\ufffd/u],
];
/** Bytes shown of what was found; what stands nearer to the end of a piece is looked at with the next. */
const SHOWN_BYTES = 24;

type Search = (bytes: Buffer) => number;

const SEARCHES: readonly Search[] = [
  (bytes) => bytes.indexOf(0),
  ...MOJIBAKE.map(
    ([sign, whole]): Search =>
      (bytes) =>
        isAscii(bytes) ? -1 : findSign(bytes, sign, whole),
  ),
];

/** What is wrong with the characters of a text: NUL bytes, and text encoded twice. */
export function faultsOf(pieces: Pieces): Issue[] {
  const [nul, ...signs] = findAll(pieces);
  const issues = nul === undefined ? [] : [issue('text.nul-bytes', { line: nul.line })];
  const found = signs.find((sign) => sign !== undefined);
  if (found === undefined) return issues;
  const value = found.text.split('\n')[0];
  return [...issues, issue('text.mojibake', { line: found.line, value })];
}

type Found = { readonly line: number; readonly text: string };

/** The first place each search tells, wherever the pieces are parted; one pass over the text. */
function findAll(pieces: Pieces): readonly (Found | undefined)[] {
  const found = SEARCHES.map((): Found | undefined => undefined);
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  const look = (bytes: Buffer, end: number): void => {
    for (const [index, search] of SEARCHES.entries()) {
      if (found[index] !== undefined) continue;
      const at = search(bytes);
      if (at >= 0 && at < end) found[index] = foundAt(pieces, bytes, at, offset);
    }
  };
  for (const piece of pieces()) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = Math.max(0, bytes.length - SHOWN_BYTES);
    look(bytes, end);
    rest = Buffer.from(bytes.subarray(end));
    offset += end;
  }
  look(rest, rest.length);
  return found;
}

function foundAt(pieces: Pieces, bytes: Buffer, at: number, offset: number): Found {
  return {
    line: lineAt(pieces, offset + at),
    text: bytes.toString('utf8', at, at + SHOWN_BYTES),
  };
}

function findSign(bytes: Buffer, sign: string, whole: RegExp): number {
  let at = bytes.indexOf(sign);
  while (at >= 0 && !whole.test(bytes.toString('utf8', at, at + 12))) {
    at = bytes.indexOf(sign, at + 1);
  }
  return at;
}

/** Line of a byte, from 1. */
function lineAt(pieces: Pieces, offset: number): number {
  let line = 1;
  let start = 0;
  for (const piece of pieces()) {
    const stop = offset - start;
    for (let at = piece.indexOf(10); at >= 0 && at < stop; at = piece.indexOf(10, at + 1))
      line += 1;
    start += piece.length;
    if (start > offset) break;
  }
  return line;
}
