import { z } from 'zod';

/** Shapes the API answers with about many features at once: what the list and its filters are drawn from. */

const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** What a feature states of an attribute, as stored and as a person reads it. */
export const ColumnValue = z.object({ value: Value, text: z.string() });
export type ColumnValue = z.infer<typeof ColumnValue>;

/** A numeric attribute over many features: the sum of those that state it, which is the least it can be. */
export const ColumnTotal = z.object({
  sum: z.number(),
  stated: z.int(),
  unstated: z.int(),
});
export type ColumnTotal = z.infer<typeof ColumnTotal>;

/** A record that is kept but not on the map, and why. */
export const UnplacedRecord = z.object({
  layerId: z.string(),
  dataset: z.string(),
  /** Bytes it was published in. */
  sha256: z.string(),
  /** Layer or sheet in the file. */
  layer: z.string(),
  /** Line in the file, as published. */
  line: z.int(),
  title: z.string(),
  reference: z.string().optional(),
  /** Sentence of the issue that says why; absent: the file gives no position to any record. */
  why: z.string().optional(),
});
export type UnplacedRecord = z.infer<typeof UnplacedRecord>;

/** Records of a layer that are not on the map, page by page. */
export const UnplacedList = z.object({
  total: z.int(),
  records: z.array(UnplacedRecord),
  /** What to ask for the next page with; absent on the last. */
  next: z.int().optional(),
});
export type UnplacedList = z.infer<typeof UnplacedList>;

/** From `from` up to `to`; `to` itself is in the next bin, but for the last. */
export const HistogramBin = z.object({
  from: z.number(),
  to: z.number(),
  /** Features asked for, the attribute's own condition left out. */
  count: z.int(),
  /** Features of the whole layer. */
  whole: z.int(),
});

/** One value of an attribute. */
export const ValueCount = z.object({
  /** As a condition names it: `permissioned`, `33`, `true`. */
  value: z.string(),
  title: z.string(),
  /** Features asked for, the attribute's own condition left out. */
  count: z.int(),
  /** Features of the whole layer. */
  whole: z.int(),
});

/** How one attribute is spread over the features of a layer. */
export const AttributeFigures = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string().optional(),
  type: z.enum(['text', 'integer', 'decimal', 'boolean', 'date', 'code', 'list', 'url']),
  unit: z.string().optional(),
  /** The tiles hold it: the map can tell matches apart by itself. */
  inTiles: z.boolean(),
  /** Features asked for that state it, the attribute's own condition left out. */
  stated: z.int(),
  unstated: z.int(),
  /** Features of the whole layer that state it. */
  wholeStated: z.int(),
  /** Of numbers; the breaks follow from the whole layer, so that bars stay where they are as the map moves. */
  histogram: z
    .object({
      /** Least and greatest of the whole layer. */
      min: z.number(),
      max: z.number(),
      bins: z.array(HistogramBin),
    })
    .optional(),
  /** Of dates: the same, with the first day of each break as EDTF text. */
  dates: z
    .object({
      min: z.string(),
      max: z.string(),
      bins: z.array(HistogramBin.extend({ from: z.string(), to: z.string() })),
    })
    .optional(),
  /** The commonest first; of numbers, only when there are few. */
  values: z.array(ValueCount).optional(),
  /** Values beyond those listed, and features asked for that have them. */
  others: z.object({ values: z.int(), count: z.int() }).optional(),
});
export type AttributeFigures = z.infer<typeof AttributeFigures>;

/** Figures of a layer for the filters: only of attributes that some feature of it states. */
export const LayerFigures = z.object({
  layerId: z.string(),
  /** Features of the whole layer. */
  whole: z.int(),
  /** Features in the box or area, whatever they state. */
  inView: z.int(),
  /** Of them, those that meet every condition. */
  matched: z.int(),
  /** In the order of the vocabulary. */
  attributes: z.array(AttributeFigures),
});
export type LayerFigures = z.infer<typeof LayerFigures>;

/** Keys of matching features, as the tiles have them. */
export const LayerKeys = z.object({
  keys: z.array(z.number()),
  matched: z.int(),
  /** True when there are more than were sent. */
  truncated: z.boolean(),
});
export type LayerKeys = z.infer<typeof LayerKeys>;
