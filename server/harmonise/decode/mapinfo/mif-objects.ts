import type { Position } from 'geojson';
import { type Box, ellipseArc, ellipseRing } from './ellipse.ts';

/** One object of a .mif: its parts, or what is wrong with it. `none` has no parts. */
export type MifObject =
  | {
      readonly kind: 'none' | 'point' | 'multipoint' | 'line' | 'region';
      readonly parts: readonly (readonly Position[])[];
    }
  | { readonly members: readonly MifObject[] }
  | { readonly fault: string };

/** Words that are how an object looks, not what it is. */
const STYLE = /^\s*(pen|brush|symbol|font|smooth|center|angle|justify|spacing|label)\b/i;
const NUMBER = /^[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Lines of the text from `at` on, without blank and style lines. */
type Lines = { next: () => string | undefined; peek: () => string | undefined };

/** The objects of a .mif one by one. A damaged one is told of; reading goes on at the next. */
export function* readMifObjects(text: string, at: number): Generator<MifObject> {
  const lines = linesOf(text, at);
  for (let object = readObject(lines); object !== undefined; object = readObject(lines))
    yield object;
}

/** The next object; lines that begin none are left out. */
function readObject(lines: Lines): MifObject | undefined {
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    const [, ...words] = wordsOf(line);
    const read = READERS[keywordOf(line)];
    if (read) return read(words, lines);
  }
  return undefined;
}

const wordsOf = (line: string): string[] => line.split(/[\s(,)]+/).filter((word) => word !== '');
const keywordOf = (line: string): string => (wordsOf(line)[0] ?? '').toLowerCase();

function linesOf(text: string, start: number): Lines {
  let at = start;
  let waiting: string | undefined;
  const advance = (): string | undefined => {
    while (at < text.length) {
      const newline = text.indexOf('\n', at);
      const line = text.slice(at, newline < 0 ? text.length : newline);
      at = newline < 0 ? text.length : newline + 1;
      if (line.trim() !== '' && !STYLE.test(line)) return line;
    }
    return undefined;
  };
  return {
    peek: () => {
      waiting ??= advance();
      return waiting;
    },
    next: () => {
      const line = waiting ?? advance();
      waiting = undefined;
      return line;
    },
  };
}

type Reader = (words: readonly string[], lines: Lines) => MifObject;

const READERS: Readonly<Record<string, Reader | undefined>> = {
  none: () => ({ kind: 'none', parts: [] }),
  point: (words) => single('point', words.slice(0, 2)),
  line: (words) => single('line', words.slice(0, 4)),
  rect: (words) => box(words),
  roundrect: (words) => box(words),
  ellipse: (words) => ellipse(words),
  arc: (words, lines) => arc(words, lines),
  text: (_words, lines) => textPlace(lines),
  pline: (words, lines) => polyline(words, lines),
  region: (words, lines) => parts('region', countOf(words[0], lines), lines),
  multipoint: (words, lines) => parts('multipoint', 1, lines, countOf(words[0], lines)),
  collection: (words, lines) => collection(words, lines),
};

function single(kind: 'point' | 'line', words: readonly string[]): MifObject {
  const part = positionsOf(words);
  return part
    ? { kind, parts: [part] }
    : { fault: 'An object has coordinates that are no numbers.' };
}

function box(words: readonly string[]): MifObject {
  const [a, b] = positionsOf(words.slice(0, 4)) ?? [];
  const [x1, y1] = a ?? [];
  const [x2, y2] = b ?? [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) {
    return { fault: 'A rectangle has coordinates that are no numbers.' };
  }
  return {
    kind: 'region',
    parts: [
      [
        [x1, y1],
        [x2, y1],
        [x2, y2],
        [x1, y2],
        [x1, y1],
      ],
    ],
  };
}

const boxOf = (words: readonly string[]): Box | undefined => {
  const [one, other] = positionsOf(words.slice(0, 4)) ?? [];
  return one && other && [one, other];
};
const NO_BOX: MifObject = { fault: 'An object has coordinates that are no numbers.' };

function ellipse(words: readonly string[]): MifObject {
  const corners = boxOf(words);
  return corners ? { kind: 'region', parts: [ellipseRing(corners)] } : NO_BOX;
}

/** The box of its ellipse, then its two angles, on the same line or the next. */
function arc(words: readonly string[], lines: Lines): MifObject {
  const corners = boxOf(words);
  const angles = words.length > 4 ? words.slice(4) : wordsOf(lines.next() ?? '');
  const [from, to] = positionsOf(angles.slice(0, 2))?.[0] ?? [];
  if (!corners || from === undefined || to === undefined) return NO_BOX;
  return { kind: 'line', parts: [ellipseArc(corners, from, to)] };
}

/** A text stands at the corner of the box it fills; the text itself is how the map looks. */
function textPlace(lines: Lines): MifObject {
  for (let line = lines.peek(); line !== undefined; line = lines.peek()) {
    if (READERS[keywordOf(line)]) break;
    lines.next();
    const [place] = positionsOf(wordsOf(line)) ?? [];
    if (place) return { kind: 'point', parts: [[place]] };
  }
  return { fault: 'A text object does not say where it stands.' };
}

/** `Pline 5`, `Pline` with the count on the next line, `Pline Multiple 2`. */
function polyline(words: readonly string[], lines: Lines): MifObject {
  if (words[0]?.toLowerCase() === 'multiple') return parts('line', countOf(words[1], lines), lines);
  return parts('line', 1, lines, countOf(words[0], lines));
}

function countOf(word: string | undefined, lines: Lines): number {
  return Number(word ?? lines.next()?.trim() ?? Number.NaN);
}

/** `count` parts, each with its number of positions before it unless `size` says it. */
function parts(
  kind: 'line' | 'region' | 'multipoint',
  count: number,
  lines: Lines,
  size?: number,
): MifObject {
  const read: Position[][] = [];
  for (let part = 0; part < count; part += 1) {
    const length = size ?? countOf(undefined, lines);
    const positions = takePositions(length, lines);
    if (!positions)
      return skipNumbers(lines, {
        fault: 'An object ends early or has coordinates that are no numbers.',
      });
    read.push(positions);
  }
  return read.length > 0
    ? { kind, parts: read }
    : skipNumbers(lines, { fault: 'An object does not say how many parts it has.' });
}

function takePositions(count: number, lines: Lines): Position[] | undefined {
  const positions: Position[] = [];
  if (!(count >= 0)) return undefined;
  while (positions.length < count) {
    const words = lines.peek()?.trim().split(/\s+/) ?? [];
    const found = positionsOf(words);
    if (!found) return undefined;
    lines.next();
    positions.push(...found);
  }
  return positions;
}

function positionsOf(words: readonly string[]): Position[] | undefined {
  if (words.length < 2 || words.length % 2 === 1 || !words.every((word) => NUMBER.test(word)))
    return undefined;
  const positions: Position[] = [];
  for (let at = 0; at < words.length; at += 2) {
    const position = [Number(words[at]), Number(words[at + 1])];
    if (!position.every(Number.isFinite)) return undefined;
    positions.push(position);
  }
  return positions;
}

/** Leave out what belongs to a damaged object: everything up to the next. */
function skipNumbers<T>(lines: Lines, then: T): T {
  for (let line = lines.peek(); line !== undefined; line = lines.peek()) {
    if (READERS[keywordOf(line)]) break;
    lines.next();
  }
  return then;
}

/** A collection is up to three objects in one: a region, a line and points. */
function collection(words: readonly string[], lines: Lines): MifObject {
  const count = Math.min(countOf(words[0], lines) || 0, 3);
  const members = Array.from({ length: count }, () => readObject(lines));
  return { members: members.filter((member) => member !== undefined) };
}
