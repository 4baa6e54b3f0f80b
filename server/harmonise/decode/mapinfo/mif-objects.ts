import type { Position } from 'geojson';

/** One object of a .mif: its parts, or what is wrong with it. `none` has no parts. */
export type MifObject =
  | {
      readonly kind: 'none' | 'point' | 'multipoint' | 'line' | 'region';
      readonly parts: readonly (readonly Position[])[];
    }
  | { readonly fault: string };

/** Words that are how an object looks, not what it is. */
const STYLE = /^\s*(pen|brush|symbol|font|smooth|center|angle|justify|spacing|label)\b/i;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

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
  ellipse: () => ({ fault: 'Ellipses are not read. Convert them to regions.' }),
  arc: () => ({ fault: 'Arcs are not read. Convert them to polylines.' }),
  text: (_words, lines) => skipNumbers(lines, { fault: 'Text objects have no place on the map.' }),
  pline: (words, lines) => polyline(words, lines),
  region: (words, lines) => parts('region', countOf(words[0], lines), lines),
  multipoint: (words, lines) => parts('multipoint', 1, lines, countOf(words[0], lines)),
  collection: (words, lines) => skipCollection(words, lines),
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

/** A collection of regions, lines and points is up to three objects in one. */
function skipCollection(words: readonly string[], lines: Lines): MifObject {
  const count = Math.min(countOf(words[0], lines) || 0, 3);
  for (let part = 0; part < count; part += 1) readObject(lines);
  return { fault: 'Collections are not read. Split them into regions, lines and points.' };
}
