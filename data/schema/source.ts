import { z } from 'zod';
import { AccessState } from './access.ts';
import { HarvestRule } from './harvest.ts';

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

const LicenceRule = z.strictObject({
  id: z.string(),
  basis: z.enum(['stated', 'confirmed-by-email', 'presumed', 'agreement']),
  evidence: z.string().optional(),
  /** The publisher's own attribution, when it gives one. */
  attribution: z.string().optional(),
});

const EpsgId = z.string().regex(/^EPSG:\d+$/);
const TypeId = z.string().regex(/^[a-z-]+\/[a-z0-9-]+$/);

/** One thing a person decides about a source. Each becomes a rule of the descriptor: see `decide()`. */
export const Decision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('type'), type: TypeId }),
  z.strictObject({ kind: z.literal('layer'), layer: z.string() }),
  z.strictObject({
    kind: z.literal('crs'),
    id: EpsgId.optional(),
    axis: z.enum(['xy', 'yx']).optional(),
  }),
  z.strictObject({ kind: z.literal('geometry'), rule: GeometryRule }),
  z.strictObject({ kind: z.literal('key'), rule: KeyRule }),
  z.strictObject({ kind: z.literal('map'), attribute: z.string(), rule: ColumnRule }),
  /** How the column of an attribute is read; `column` when the attribute has no rule yet. */
  z.strictObject({
    kind: z.literal('unit'),
    attribute: z.string(),
    column: z.string().optional(),
    unit: z.string(),
  }),
  z.strictObject({
    kind: z.literal('date'),
    attribute: z.string(),
    column: z.string().optional(),
    order: z.enum(['dmy', 'mdy', 'ymd']),
  }),
  z.strictObject({
    kind: z.literal('code'),
    attribute: z.string(),
    column: z.string().optional(),
    value: z.string(),
    code: z.string(),
  }),
  z.strictObject({ kind: z.literal('patch'), patch: Patch }),
  /** A column no attribute is to take: it stays in the record as published. */
  z.strictObject({ kind: z.literal('keep'), column: z.string() }),
  z.strictObject({ kind: z.literal('redact'), redaction: Redaction }),
  /** Records the file lost stay, ended; those named replace the ones named before. */
  z.strictObject({ kind: z.literal('end'), records: z.array(Ended) }),
  z.strictObject({ kind: z.literal('licence'), licence: LicenceRule }),
  z.strictObject({ kind: z.literal('gate'), gate: Gate }),
  /**
   * An issue that would hold the file is right as it is: columns are free of personal data, a drop is meant.
   * With `sha256` for that file alone, else for every one to come.
   */
  z.strictObject({
    kind: z.literal('accept'),
    code: z.string(),
    column: z.string().optional(),
    layer: z.string().optional(),
    /** One record alone; with `sha256`, for lines move. */
    line: z.int().positive().optional(),
    sha256: z.string().optional(),
  }),
]);
export type Decision = Readonly<z.infer<typeof Decision>>;

/** What was decided, by whom, when and why. */
export const Decided = z.strictObject({
  decision: Decision,
  by: z.string().min(1),
  /** ISO 8601 time. */
  at: z.string().min(1),
  why: z.string().min(1),
});
export type Decided = Readonly<z.infer<typeof Decided>>;

/** How to read one publisher's file: one JSON file a source under `data/sources`, closed to unknown keys. */
export const Source = z.strictObject({
  odin: z.literal(1),
  /** `<publisher>/<dataset>`, stable; it becomes the dataset's id with `/` as `--`. */
  id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  title: z.string().min(1),
  description: z.string().optional(),
  publisher: z.string(),
  /** True when the figures are made up; shown wherever the data is. */
  synthetic: z.boolean().default(false),
  /**
   * Who may have it; `open` unless said. What is said here counts when it is first said and when it is said otherwise:
   * in between, what was decided at the desk stands.
   */
  access: AccessState.optional(),
  licence: LicenceRule,
  coverage: z
    .strictObject({
      /** GSS codes of the districts it covers. */
      area: z.array(z.string()),
      completeness: z.enum(['full', 'partial', 'sample']),
      statement: z.string().optional(),
    })
    .optional(),
  /** File in `data/samples`, or nothing when it only arrives by upload. */
  file: z.string().optional(),
  /** Files of editions before it, oldest first: published first where the dataset is new. */
  earlier: z.array(z.string()).optional(),
  /** Where it is fetched from by itself. */
  harvest: HarvestRule.optional(),
  layer: z.string().optional(),
  read: z
    .strictObject({
      /** Words that stand for nothing in this file, beside those ODIN knows: `to be confirmed`. */
      nullTokens: z.array(z.string()).optional(),
    })
    .optional(),
  crs: z
    .strictObject({
      /** `EPSG:27700`; absent: by vote. */
      id: EpsgId.optional(),
      axis: z.enum(['xy', 'yx']).optional(),
    })
    .optional(),
  geometry: GeometryRule.optional(),
  /**
   * Records without coordinates are placed where a gazetteer says their UPRN or postcode is, and marked. Here the
   * columns to go by are named, or `false` leaves such records unplaced.
   */
  approximate: z
    .union([
      z.literal(false),
      z.strictObject({ uprn: z.string().optional(), postcode: z.string().optional() }),
    ])
    .optional(),
  /** Feature type, `theme/type`. */
  type: TypeId,
  key: KeyRule.optional(),
  /** Attribute → rule. Attributes not named here are mapped by suggestion. */
  map: z.record(z.string(), ColumnRule).default({}),
  /** Attribute → value where the file says nothing. */
  defaults: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  /** Cells put right until the publisher does it. */
  patch: z.array(Patch).optional(),
  /** Columns no attribute takes, whatever they suggest. */
  keep: z.array(z.string()).optional(),
  /** Columns the public does not see, or not whole. */
  redact: z.array(Redaction).optional(),
  /** Records the file no longer holds. */
  ended: z.array(Ended).optional(),
  gate: Gate.optional(),
  /** Every decision that made this descriptor what it is, oldest first. */
  history: z.array(Decided).optional(),
  /** Cadence the publisher promises, ISO 8601 duration: `P3M`. */
  cadence: z.string().optional(),
  /** Rows as published and what they must become; run by the test suite. */
  tests: z
    .array(
      z.strictObject({
        input: z.record(z.string(), z.string()),
        expect: z.record(z.string(), z.unknown()),
      }),
    )
    .default([]),
});
export type Source = Readonly<z.infer<typeof Source>>;
