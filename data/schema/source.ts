import { z } from 'zod';
import { AccessState } from './access.ts';
import { Decided } from './decision.ts';
import { HarvestRule } from './harvest.ts';
import {
  ColumnRule,
  Ended,
  EpsgId,
  Gate,
  GeometryRule,
  KeyRule,
  LicenceRule,
  Patch,
  Redaction,
  TypeId,
} from './source-rules.ts';

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
