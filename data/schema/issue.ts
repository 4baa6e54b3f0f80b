import { z } from 'zod';

/** How bad an issue is. critical: nothing can be read · error: a record or value is lost or unsafe · warning: check it · notice: we chose · info: we did. */
export const SEVERITIES = ['critical', 'error', 'warning', 'notice', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Who mends it: the publisher in the file, ODIN in its code or lists, or either. */
export const MENDERS = ['publisher', 'odin', 'both'] as const;
export type Mender = (typeof MENDERS)[number];

/** What is wrong with a resource, where, and how to mend it. Bad data is this value, never an exception. */
export const Issue = z.strictObject({
  /** A code of the register `data/schema/issue-register.ts`. */
  code: z.string(),
  severity: z.enum(SEVERITIES),
  mender: z.enum(MENDERS),
  /** Layer or sheet, as the file names it. */
  layer: z.string().optional(),
  /** Line (row, or feature number in formats without lines) in the published file, from 1. */
  line: z.int().positive().optional(),
  /** Column as the publisher named it. */
  column: z.string().optional(),
  /** The published value, as read, at most 200 characters. */
  value: z.string().optional(),
  /** Records this one issue stands for, when more than its own line. */
  count: z.int().positive().optional(),
  /** Value that would put it right, proposed and never applied; of the same column as `value`. */
  proposal: z.string().optional(),
  /** What is wrong and how to mend it, in plain English. */
  message: z.string(),
});
export type Issue = Readonly<z.infer<typeof Issue>>;
