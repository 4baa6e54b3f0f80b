import { z } from 'zod';

/** The rules a descriptor is made of; a person's decisions are told in the same terms. */

/** How one attribute is taken from the publisher's columns. A closed list: no scripting. */
export const ColumnRule = z.union([
  z.string(), // one column
  z.array(z.string()).min(1), // first column that is not empty
  z.strictObject({ const: z.union([z.string(), z.number(), z.boolean()]) }),
  z.strictObject({ template: z.string() }), // `{Street}, {Town}`
  z.strictObject({
    from: z.string(),
    /** Unit of the published figures when the heading does not say. */
    unit: z.string().optional(),
    /** Order of day and month. */
    date: z.enum(['dmy', 'mdy', 'ymd']).optional(),
    /** Publisher's value → ours. */
    codes: z.record(z.string(), z.string()).optional(),
  }),
]);
export type ColumnRule = z.infer<typeof ColumnRule>;

/** Where a record's geometry stands in its columns. */
export const GeometryRule = z.union([
  z.strictObject({ x: z.string(), y: z.string() }),
  z.strictObject({ wkt: z.string() }),
  z.strictObject({ geojson: z.string() }),
  z.strictObject({ gridReference: z.string() }),
  z.strictObject({ native: z.literal(true) }),
]);
export type GeometryRule = z.infer<typeof GeometryRule>;

/** What names the records of a layer from one edition to the next. */
export const KeyRule = z.strictObject({
  /**
   * reference, composite: the columns named · content: name and place · spatial: place alone, whatever the
   * record is called.
   */
  strategy: z.enum(['reference', 'composite', 'content', 'spatial']),
  columns: z.array(z.string()).default([]),
});

/** One cell of one record put right until the publisher does it; noticed when the file no longer says `was`. */
export const Patch = z.strictObject({
  /** Column → value that together name the record: `{ "SiteReference": "SH 2132" }`. */
  record: z.record(z.string(), z.string()),
  column: z.string(),
  /** The cell as published. */
  was: z.string(),
  becomes: z.string(),
  reason: z.string().min(1),
  /** Metres the true position may be off; the feature is then marked as approximate. */
  withinM: z.number().positive().optional(),
});
export type Patch = Readonly<z.infer<typeof Patch>>;

/** What is done with a column that may describe persons, before anything else sees it. */
export const REDACTIONS = ['drop', 'blank', 'year', 'outcode'] as const;

/** A column that is kept from the public: gone, or with only as much left as says nothing of a person. */
export const Redaction = z.strictObject({
  /** Heading as published. */
  column: z.string(),
  /**
   * drop: the column is not read · blank: cells that may name or reach a person are emptied · year: only the year
   * of a date is kept · outcode: only the first half of a postcode.
   */
  how: z.enum(REDACTIONS),
});
export type Redaction = Readonly<z.infer<typeof Redaction>>;

/** A record the file no longer holds that stays on the register, with the day it ended. */
export const Ended = z.strictObject({
  /** Column → cell, as last published. */
  record: z.record(z.string(), z.string()),
  /** Columns that name it: once the file holds such a record again, this one is passed over. */
  by: z.array(z.string()).min(1),
  /** ISO 8601 date. */
  on: z.iso.date(),
});
export type Ended = Readonly<z.infer<typeof Ended>>;

const share = z.number().min(0).max(1);

/** When a new file is held back instead of replacing the edition before it. Shares are of that edition. */
export const Gate = z.strictObject({
  /** Records lost that are worth a warning; 0.1 unless said. */
  warnDrop: share.optional(),
  /** Records lost that hold the file; 0.3 unless said. */
  maxDrop: share.optional(),
  /** Records gained that are worth a warning; 0.5 unless said. */
  maxRise: z.number().min(0).optional(),
  /** Rise in the share of empty values of one column; 0.2 unless said. */
  maxNullRise: share.optional(),
  /** What holds a file: errors of the gate, its warnings too, every change, or nothing. */
  hold: z.enum(['on-error', 'on-warning', 'always', 'never']).optional(),
});
export type Gate = Readonly<z.infer<typeof Gate>>;

/** Under which licence a source is published, and how that is known. */
export const LicenceRule = z.strictObject({
  id: z.string(),
  basis: z.enum(['stated', 'confirmed-by-email', 'presumed', 'agreement']),
  evidence: z.string().optional(),
  /** The publisher's own attribution, when it gives one. */
  attribution: z.string().optional(),
});

/** A coordinate system by its number in the EPSG register: `EPSG:27700`. */
export const EpsgId = z.string().regex(/^EPSG:\d+$/);
/** A feature type: `theme/type`. */
export const TypeId = z.string().regex(/^[a-z-]+\/[a-z0-9-]+$/);
