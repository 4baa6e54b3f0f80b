import { NUMBERS } from '#server/frames/frame.ts';
import { firstNotBelow, placesInOrder } from './records/in-order.ts';
import { numbersOf, rowsOf } from './records/indexing.ts';
import type { Pages } from './records/pages.ts';

/** Editions held: two are held side by side. */
const HELD = 2;

/** For how long nobody need ask before they are let go, ms. */
const IDLE_MS = 20_000;

/** Records of an edition by their keys, in ascending order: what they are compared by. */
export type States = {
  readonly keys: Float64Array;
  readonly rows: Float64Array;
  readonly idMarks: Float64Array;
  readonly shownMarks: Float64Array;
  readonly extraMarks: Float64Array;
  /** NaN where it is not known where the record is. */
  readonly lng: Float64Array;
};

/** One record among the numbers of its page. */
export type Numbered = {
  readonly row: number;
  readonly numbers: Float64Array;
  readonly at: number;
};

const AT = Object.fromEntries(NUMBERS.map((name, at) => [name, at])) as Readonly<
  Record<(typeof NUMBERS)[number], number>
>;

/** One of a record's numbers. */
export const numberOf = ({ numbers, at }: Numbered, name: (typeof NUMBERS)[number]): number =>
  numbers[at + AT[name]] as number;

/** Editions as far as others are compared with them: 48 bytes a record, while they are compared. */
export function openStates({ numbersAfter }: Pages) {
  const held = new Map<number, States>();
  let timer: NodeJS.Timeout | undefined;
  const forgetStates = (): void => {
    clearTimeout(timer);
    held.clear();
  };
  return {
    forgetStates,
    statesOf(edition: number): States {
      clearTimeout(timer);
      timer = setTimeout(forgetStates, IDLE_MS).unref();
      const states = held.get(edition) ?? readStates(edition, numbersAfter);
      held.delete(edition);
      held.set(edition, states);
      const [eldest = edition] = held.keys();
      if (held.size > HELD) held.delete(eldest);
      return states;
    },
    /** Records of an edition behind a row. */
    *recordsAfter(edition: number, after: number): Generator<Numbered> {
      for (const { first, records, numbers } of numbersAfter(edition, after)) {
        for (let index = Math.max(0, after + 1 - first); index < records; index++) {
          yield { row: first + index, numbers, at: index * NUMBERS.length };
        }
      }
    },
  };
}

/** How editions are compared. */
export type OpenStates = ReturnType<typeof openStates>;

function readStates(edition: number, numbersAfter: Pages['numbersAfter']): States {
  const pages = [...numbersAfter(edition, 0)];
  const keys = numbersOf(pages, 'key');
  const places = placesInOrder(keys);
  const inOrder = (numbers: Float64Array): Float64Array =>
    Float64Array.from(places, (place) => numbers[place] as number);
  return {
    keys: inOrder(keys),
    rows: inOrder(rowsOf(pages)),
    idMarks: inOrder(numbersOf(pages, 'idMark')),
    shownMarks: inOrder(numbersOf(pages, 'shownMark')),
    extraMarks: inOrder(numbersOf(pages, 'extraMark')),
    lng: inOrder(numbersOf(pages, 'lng')),
  };
}

/** What two editions know a thing by. */
export type Named = { readonly key: number; readonly idMark: number };

export const namedIn = (record: Numbered): Named => ({
  key: numberOf(record, 'key'),
  idMark: numberOf(record, 'idMark'),
});

/** The place of a record's counterpart, which has its id; -1 when there is none. */
export function counterpartIn({ keys, idMarks }: States, { key, idMark }: Named): number {
  for (let at = firstNotBelow(keys, key); keys[at] === key; at++) {
    if (idMarks[at] === idMark) return at;
  }
  return -1;
}

/** Places of the placed records that have a record's key. */
export function* sameKeyIn({ keys, lng }: States, record: Numbered): Generator<number> {
  const key = numberOf(record, 'key');
  for (let at = firstNotBelow(keys, key); keys[at] === key; at++) {
    if (!Number.isNaN(lng[at])) yield at;
  }
}
