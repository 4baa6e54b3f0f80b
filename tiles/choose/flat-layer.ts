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

/** The arrays of a layer, and what their numbers are. */
export const COLUMNS = {
  xs: Int32Array,
  ys: Int32Array,
  importance: Float32Array,
  partStarts: Uint32Array,
  holes: Uint8Array,
  featureParts: Uint32Array,
  featureTags: Uint32Array,
  tags: Uint32Array,
  shapes: Uint8Array,
  keys: Float64Array,
  boxes: Int32Array,
  positions: Uint32Array,
  sizes: Float32Array,
  ranks: Float32Array,
  scores: Uint32Array,
  motes: Uint16Array,
  shownFrom: Uint8Array,
  valueBytes: Uint8Array,
  valueStarts: Uint32Array,
} as const;
export type Column = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];

/** Numbers each array of a layer of so many things has room for. */
export type Sizes = {
  readonly features: number;
  readonly parts: number;
  readonly vertices: number;
  /** Twice the attributes of all features. */
  readonly tags: number;
};

/** A layer of nothing. */
export const emptyLayer = (): FlatLayer => ({
  ...blankColumns({ features: 0, parts: 0, vertices: 0, tags: 0 }, inPrivate),
  valueBytes: new Uint8Array(0),
  valueStarts: new Uint32Array(1),
  attributes: [],
  fieldTypes: [],
});

/** The arrays of a layer but those of its values, with room for so much and nothing in them. */
export function blankColumns({ features, parts, vertices, tags }: Sizes, allocate: Allocate) {
  const u32 = (length: number) => new Uint32Array(allocate(4 * length));
  const f32 = (length: number) => new Float32Array(allocate(4 * length));
  const i32 = (length: number) => new Int32Array(allocate(4 * length));
  const u8 = (length: number) => new Uint8Array(allocate(length));
  return {
    count: features,
    xs: i32(vertices),
    ys: i32(vertices),
    importance: f32(vertices),
    partStarts: u32(parts + 1),
    holes: u8(parts),
    featureParts: u32(features + 1),
    featureTags: u32(features + 1),
    tags: u32(tags),
    shapes: u8(features),
    keys: new Float64Array(allocate(8 * features)),
    boxes: i32(4 * features),
    positions: u32(features),
    sizes: f32(features),
    ranks: f32(features),
    scores: u32(features),
    motes: new Uint16Array(allocate(2 * features)),
    shownFrom: u8(features),
  } satisfies Partial<FlatLayer>;
}
