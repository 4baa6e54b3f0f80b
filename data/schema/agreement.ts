import { z } from 'zod';
import { Precision } from './access.ts';

/** Longest word or sentence of a form, and longest text, characters. */
const LINE = 200;
const TEXT = 2_000;

const line = z.string().trim().min(1).max(LINE);
const text = z.string().trim().min(1).max(TEXT);
const lines = z.array(line).min(1).max(50);
const day = z.iso.date();

/**
 * What an agreement says, in the fields of the government's register of information sharing agreements under the
 * Digital Economy Act 2017; with its id they are 18. Dates are days of the calendar in UTC, the last one included.
 */
export const AgreementTerms = z.strictObject({
  name: line,
  /** What the data may be used for, and for nothing else; whoever reads it chooses these words. */
  purpose: line,
  benefits: text,
  /** Legal power for the disclosure. */
  legalPower: text,
  /** What is disclosed, in words. */
  disclosed: text,
  controllers: lines,
  controllerNames: z.array(line).max(50),
  /** How it is passed on. */
  method: text,
  processors: z.array(line).max(50),
  processorNames: z.array(line).max(50),
  /** How long those who receive it keep it, ISO 8601 duration: `P1Y`. */
  retention: z.iso.duration(),
  start: day,
  end: day,
  /** When it is looked at again. */
  review: day,
  contact: line,
  /** GSS codes of the areas it is about. */
  areas: z.array(z.string().regex(/^[A-Z]\d{8}$/)).max(50),
  areaNames: z.array(line).max(50),
});
export type AgreementTerms = Readonly<z.infer<typeof AgreementTerms>>;

/** How an agreement came to be: made by the owner of the data, or by accepting terms the owner offers everybody. */
export const AgreementKind = z.enum(['granted', 'accepted']);

/** A dataset given to named organisations for a stated purpose, as exactly as agreed, until a day. */
export const Agreement = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{20,26}$/),
  kind: AgreementKind,
  dataset: z.string(),
  /** Organisations it is given to. */
  grantees: z.array(z.string()).min(1),
  precision: Precision,
  terms: AgreementTerms,
  madeBy: z.string().min(1),
  /** ISO 8601 time. */
  madeAt: z.string(),
  /** Ended before its day: from that moment on it gives nothing. */
  revoked: z
    .strictObject({ by: z.string().min(1), at: z.string(), why: z.string().min(1) })
    .optional(),
});
export type Agreement = Readonly<z.infer<typeof Agreement>>;
