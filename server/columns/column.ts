import type { Dictionary } from './dictionary.ts';

/** One attribute of an edition's features, a place for each; what is not stated is never 0. All of it can be sent to a thread. */
export type Column =
  /** NaN: not stated. */
  | { readonly kind: 'number'; readonly values: Float64Array<ArrayBuffer> }
  /** As `dateNumber` makes them; see `NOT_STATED` and `NO_DATE`. */
  | { readonly kind: 'date'; readonly values: Int32Array<ArrayBuffer> }
  /** Texts, codes and booleans: 0 is not stated, `n + 1` the text `n` of the dictionary. */
  | { readonly kind: 'text'; readonly codes: Codes; readonly dictionary: Dictionary }
  /** Items of feature `i` stand from `starts[i]` up to `starts[i + 1]`; none: not stated. */
  | {
      readonly kind: 'list';
      readonly starts: Uint32Array<ArrayBuffer>;
      readonly items: Uint32Array<ArrayBuffer>;
      readonly dictionary: Dictionary;
    };

/** Texts of a dictionary by number, as narrow as they can be. */
export type Codes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** In a column of dates: the publisher did not state it. */
export const NOT_STATED = -1;

/** In a column of dates: stated, and no date that can be read. */
export const NO_DATE = -2;

/** The placed features of one live edition, in published order, attribute by attribute. */
export type EditionColumns = {
  readonly edition: number;
  readonly size: number;
  /** Rows of the store. */
  readonly rows: Float64Array<ArrayBuffer>;
  readonly keys: Float64Array<ArrayBuffer>;
  /** Positions on or in them, degrees. */
  readonly lng: Float64Array<ArrayBuffer>;
  readonly lat: Float64Array<ArrayBuffer>;
  /** West, south, east, north of each; absent when all are points. */
  readonly boxes?: Float64Array<ArrayBuffer>;
  /** Attribute → its column; only of attributes that some feature states. */
  readonly attributes: ReadonlyMap<string, Column>;
};

/** Everything in an edition's columns that takes memory. */
export function buffersOf({
  rows,
  keys,
  lng,
  lat,
  boxes,
  attributes,
}: EditionColumns): ArrayBuffer[] {
  return [
    ...[rows, keys, lng, lat].map(({ buffer }) => buffer),
    ...(boxes ? [boxes.buffer] : []),
    ...[...attributes.values()].flatMap(buffersOfColumn),
  ];
}

function buffersOfColumn(column: Column): ArrayBuffer[] {
  switch (column.kind) {
    case 'number':
    case 'date':
      return [column.values.buffer];
    case 'text':
      return [column.codes.buffer, ...buffersOfDictionary(column.dictionary)];
    case 'list':
      return [column.starts.buffer, column.items.buffer, ...buffersOfDictionary(column.dictionary)];
  }
}

const buffersOfDictionary = ({ bytes, starts }: Dictionary): ArrayBuffer[] => [
  bytes.buffer,
  starts.buffer,
];

/** Memory of an edition's columns, bytes. */
export const bytesOf = (columns: EditionColumns): number =>
  buffersOf(columns).reduce((sum, { byteLength }) => sum + byteLength, 0);
