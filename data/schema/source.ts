import { z } from 'zod';

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
  licence: z.strictObject({
    id: z.string(),
    basis: z.enum(['stated', 'confirmed-by-email', 'presumed', 'agreement']),
    evidence: z.string().optional(),
    /** The publisher's own attribution, when it gives one. */
    attribution: z.string().optional(),
  }),
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
      id: z
        .string()
        .regex(/^EPSG:\d+$/)
        .optional(),
      axis: z.enum(['xy', 'yx']).optional(),
    })
    .optional(),
  geometry: GeometryRule.optional(),
  /** Feature type, `theme/type`. */
  type: z.string().regex(/^[a-z-]+\/[a-z0-9-]+$/),
  key: z
    .strictObject({
      strategy: z.enum(['reference', 'composite', 'content']),
      columns: z.array(z.string()),
    })
    .optional(),
  /** Attribute → rule. Attributes not named here are mapped by suggestion. */
  map: z.record(z.string(), ColumnRule).default({}),
  /** Attribute → value where the file says nothing. */
  defaults: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
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
