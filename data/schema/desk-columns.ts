import { z } from 'zod';
import { Choice } from './desk-choice.ts';

/** Their columns beside our attributes, most doubtful first. */

export const COLUMN_BANDS = ['settle', 'likely', 'certain', 'kept'] as const;
export type ColumnBand = (typeof COLUMN_BANDS)[number];

/** One value of a column and what it becomes. */
export const ValueMatch = z.object({
  value: z.string(),
  rows: z.int(),
  /** Lines it stands on, at most 100. */
  lines: z.array(z.int()),
  /** Absent: somebody must choose. */
  becomes: z.object({ code: z.string(), title: z.string() }).optional(),
  /** True when a person chose it. */
  isRule: z.boolean(),
  /** Choices, likeliest first; `about` is the column's id. */
  choices: z.array(Choice),
});
export type ValueMatch = z.infer<typeof ValueMatch>;

export const DraftColumn = z.object({
  /** For `about` in decisions. */
  id: z.string(),
  layer: z.string(),
  /** Heading exactly as sent. */
  name: z.string(),
  band: z.enum(COLUMN_BANDS),
  attribute: z.object({ name: z.string(), title: z.string(), required: z.boolean() }).optional(),
  /** 0–1. */
  confidence: z.number(),
  sure: z.enum(['certain', 'likely', 'unsure']),
  because: z.string(),
  by: z.enum(['descriptor', 'suggestion', 'person', 'nobody']),
  /** True when the position is read from it. */
  isPosition: z.boolean(),
  /** True when it may describe a person; its values are masked. */
  isPersonal: z.boolean(),
  /** True when the public does not see it, or not whole. */
  isRedacted: z.boolean(),
  filled: z.int(),
  of: z.int(),
  /** The most frequent, most frequent first. */
  values: z.array(z.object({ text: z.string(), rows: z.int(), isOdd: z.boolean() })),
  /** Different values beside those. */
  more: z.int(),
  /** For figures and dates, as printed: `382,274 to 395,179 m`. */
  range: z.string().optional(),
  /** For attributes with a list of values. */
  matches: z.array(ValueMatch),
  /** Attributes it could be, likeliest first. */
  candidates: z.array(z.object({ name: z.string(), title: z.string(), confidence: z.number() })),
});
export type DraftColumn = z.infer<typeof DraftColumn>;

/**
 * All columns of the layers taken. Choices with `about` = a column's id: `accept`, `keep`, `map` (value: an attribute's
 * name), `code:<value>` (value: a code).
 */
export const DraftColumns = z.object({
  /** `17 matched, 3 to settle, 1 kept as you sent it.` */
  words: z.string(),
  columns: z.array(DraftColumn),
  /** What a column may be matched to. */
  attributes: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      type: z.string(),
      unit: z.string().optional(),
      required: z.boolean(),
      description: z.string().optional(),
      column: z.string().optional(),
    }),
  ),
  /** Required attributes without a column. */
  missing: z.array(z.object({ name: z.string(), title: z.string() })),
});
export type DraftColumns = z.infer<typeof DraftColumns>;
