import { z } from 'zod';
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
