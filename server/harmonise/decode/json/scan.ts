import { refuse } from '../refusal.ts';

/** Where one JSON value stands in the bytes. */
export type Span = {
  /** The text it stands in. */
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** How many members its objects name, nested ones too: more than there are once parsed means a name was used twice. */
  readonly members: number;
  /** Of a list whose elements were told apart already: start, end and members of each, one after another. */
  readonly elements?: readonly number[];
};

/** Arrays and objects inside one another, at most. GeoJSON needs 10. */
const DEPTH_LIMIT = 32;
const [QUOTE, BACKSLASH, COLON, COMMA] = [34, 92, 58, 44];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

/** First byte from `at` on that is not white space. */
export function skipSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (isSpace(bytes[at])) at += 1;
  return at;
}

const isSpace = (byte: number | undefined): boolean =>
  byte === 32 || byte === 10 || byte === 13 || byte === 9;

/**
 * The span of the value that starts at `start`, or undefined when the bytes end inside it.
 * Looks at brackets and strings only: `JSON.parse` on the span says whether it is proper JSON.
 *
 * @throws Refusal when it is nested deeper than 32
 */
export function valueAt(bytes: Buffer, start: number): Span | undefined {
  const first = bytes[start];
  if (first === QUOTE) {
    const end = endOfString(bytes, start);
    return end < 0 ? undefined : { bytes, start, end, members: 0 };
  }
  if (first === OPEN_ARRAY || first === OPEN_OBJECT) return nestedAt(bytes, start);
  let at = start;
  while (at < bytes.length && !isSpace(bytes[at]) && !endsScalar(bytes[at])) at += 1;
  return at > start ? { bytes, start, end: at, members: 0 } : undefined;
}

const endsScalar = (byte: number | undefined): boolean =>
  byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT || byte === COLON;

/** @param outer arrays and objects it stands in that count towards the limit */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one pass over every byte of the file
function nestedAt(bytes: Buffer, start: number, outer = 0): Span | undefined {
  let depth = outer;
  let members = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    // Figures, commas and spaces, which are most of a file of coordinates.
    if (byte < COLON && byte !== QUOTE) continue;
    if (byte === QUOTE) {
      at = endOfString(bytes, at) - 1;
      if (at < 0) return undefined;
    } else if (byte === COLON) {
      members += 1;
    } else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
      depth += 1;
      if (depth > DEPTH_LIMIT) tooDeep();
    } else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
      depth -= 1;
      if (depth === outer) return { bytes, start, end: at + 1, members };
    }
  }
  return undefined;
}

function tooDeep(): never {
  refuse('file.deeply-nested', `The JSON is nested deeper than ${DEPTH_LIMIT} levels.`);
}

/** A name of this length or less is looked for byte by byte: a search costs more to begin than to end. */
const SHORT_STRING = 24;

/** Just past the closing quotation mark, or −1. */
function endOfString(bytes: Buffer, start: number): number {
  const near = Math.min(bytes.length, start + SHORT_STRING);
  for (let at = start + 1; at < near; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH) break;
  }
  let at = bytes.indexOf(QUOTE, start + 1);
  while (at >= 0 && isEscaped(bytes, at)) at = bytes.indexOf(QUOTE, at + 1);
  return at < 0 ? -1 : at + 1;
}

function isEscaped(bytes: Buffer, at: number): boolean {
  let before = at - 1;
  while (bytes[before] === BACKSLASH) before -= 1;
  return (at - before) % 2 === 0;
}

/** The elements of a list, one by one; `cut` is called when the bytes end or break before its `]`. */
export function* elementsOf(
  bytes: Buffer,
  { start, elements }: Pick<Span, 'start' | 'elements'>,
  cut: () => void,
): Generator<Span> {
  if (elements !== undefined) return yield* toldApart(bytes, elements);
  let at = skipSpace(bytes, start + 1);
  while (bytes[at] !== CLOSE_ARRAY) {
    const span = valueAt(bytes, at);
    if (span === undefined) return cut();
    yield span;
    at = skipSpace(bytes, span.end);
    if (bytes[at] === COMMA) at = skipSpace(bytes, at + 1);
    else if (bytes[at] !== CLOSE_ARRAY) return cut();
  }
}

function* toldApart(bytes: Buffer, elements: readonly number[]): Generator<Span> {
  for (let at = 0; at < elements.length; at += 3) {
    const [start = 0, end = 0, members = 0] = [elements[at], elements[at + 1], elements[at + 2]];
    yield { bytes, start, end, members };
  }
}

/** A list of objects with its elements told apart, so that they need not be looked for again. */
function listAt(bytes: Buffer, start: number): Span | undefined {
  const elements: number[] = [];
  let all = 0;
  let at = skipSpace(bytes, start + 1);
  while (bytes[at] !== CLOSE_ARRAY) {
    const span = bytes[at] === OPEN_OBJECT ? nestedAt(bytes, at, 1) : undefined;
    if (span === undefined) return undefined;
    elements.push(span.start, span.end, span.members);
    all += span.members;
    at = skipSpace(bytes, span.end);
    if (bytes[at] === COMMA) at = skipSpace(bytes, at + 1);
    else if (bytes[at] !== CLOSE_ARRAY) return undefined;
  }
  return { bytes, start, end: at + 1, members: all, elements };
}

/** The members of the object at `start`, first level only, later ones of the same name winning; `cut` as above. */
export function membersOf(bytes: Buffer, start: number, cut: () => void): Map<string, Span> {
  const members = new Map<string, Span>();
  let at = skipSpace(bytes, start + 1);
  while (bytes[at] !== CLOSE_OBJECT) {
    const name = valueAt(bytes, at);
    const colon = name && skipSpace(bytes, name.end);
    if (name === undefined || colon === undefined || bytes[colon] !== COLON) return stop();
    const from = skipSpace(bytes, colon + 1);
    const key = textOf(parse(bytes, name));
    const value = memberAt(bytes, key, from);
    // An array cut short still has its first elements.
    members.set(key, value ?? { bytes, start: from, end: bytes.length, members: 0 });
    if (value === undefined) return stop();
    at = skipSpace(bytes, value.end);
    if (bytes[at] === COMMA) at = skipSpace(bytes, at + 1);
    else if (bytes[at] !== CLOSE_OBJECT) return stop();
  }
  return members;

  function stop() {
    cut();
    return members;
  }
}

/** The value of a member; the list that is nearly all of a collection is looked through once only. */
function memberAt(bytes: Buffer, name: string, from: number): Span | undefined {
  const isFeatures = name === 'features' && bytes[from] === OPEN_ARRAY;
  return (isFeatures ? listAt(bytes, from) : undefined) ?? valueAt(bytes, from);
}

/** The value of a span, or undefined when it is not proper JSON. */
export function parse(bytes: Buffer, span: Span): unknown {
  try {
    return JSON.parse(bytes.toString('utf8', span.start, span.end));
  } catch {
    return undefined;
  }
}

/** A parsed name, figure or truth as text; '' for all else: `{"toString":1}` cannot be made a string. */
export const textOf = (value: unknown): string =>
  typeof value === 'object' || value === undefined ? '' : String(value);

/**
 * Like `parse`, with numbers that lose digits as a double (`12345678901234567890`, `1e999`) kept as text.
 */
export function parseExact(bytes: Buffer, span: Span): unknown {
  return JSON.parse(bytes.toString('utf8', span.start, span.end), keepDigits);
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER
    ? (context?.source ?? value)
    : value;
}
