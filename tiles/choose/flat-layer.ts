/** Geometry types as MVT 2.1 numbers them. */
export const POINT = 1;
export const LINE = 2;
export const POLYGON = 3;

/** What the values of one attribute are, as `vector_layers` names it. */
export type FieldType = 'String' | 'Number' | 'Boolean';

/**
 * A layer as flat arrays, features in Hilbert order of their boxes' centres.
 * The arrays may lie in shared memory: every thread reads them, nothing is copied.
 */
export type FlatLayer = {
  readonly count: number;
  /** World coordinates of every vertex; rings without their closing vertex. */
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  /** Squared distance (world units²) under which a vertex may go; Infinity: never. */
  readonly importance: Float32Array;
  /** Part (point group, line or ring) → its first vertex; one more closes the last. */
  readonly partStarts: Uint32Array;
  /** Part → 1 when it is a hole of the last ring before it that is not. */
  readonly holes: Uint8Array;
  /** Feature → its first part; one more closes the last. */
  readonly featureParts: Uint32Array;
  /** Feature → its first number in `tags`; one more closes the last. */
  readonly featureTags: Uint32Array;
  /** Pairs: attribute, value. */
  readonly tags: Uint32Array;
  /** Feature → POINT, LINE or POLYGON. */
  readonly shapes: Uint8Array;
  /** Feature → id in the tile; negative: none. */
  readonly keys: Float64Array;
  /** Feature → west, north, east, south in world units. */
  readonly boxes: Int32Array;
  /** Feature → Hilbert position of its box's centre at zoom 16. */
  readonly positions: Uint32Array;
  /** Feature → area (world units²), length (world units) or 0 for points. */
  readonly sizes: Float32Array;
  /** Feature → importance its type gives it, larger is kept longer. */
  readonly ranks: Float32Array;
  /** Feature → rank among all, larger is kept longer; no two the same. */
  readonly scores: Uint32Array;
  /** Feature → zooms, a bit each, at which a polygon too small to see is drawn all the same. */
  readonly motes: Uint16Array;
  /** Feature → first zoom at which it is shown; thinning raises it. */
  readonly shownFrom: Uint8Array;
  /** Value fields of a tile layer, ready to copy, in the order every tile sorts them by. */
  readonly valueBytes: Uint8Array;
  /** Value → its first byte in `valueBytes`; one more closes the last. */
  readonly valueStarts: Uint32Array;
  readonly attributes: readonly string[];
  readonly fieldTypes: readonly FieldType[];
};

/** Makes the memory of an array: private, or shared among threads. */
export type Allocate = (bytes: number) => ArrayBufferLike;

export const inPrivate: Allocate = (bytes) => new ArrayBuffer(bytes);
export const inShared: Allocate = (bytes) => new SharedArrayBuffer(bytes);
