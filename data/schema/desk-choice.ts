import { z } from 'zod';

/** Pieces that every screen of the desk is made of. */

export const LngLatShape = z.tuple([z.number(), z.number()]);

/** How grave: good · info · warn: can wait · bad: stops publishing. */
export const Tone = z.enum(['good', 'info', 'warn', 'bad']);
export type Tone = z.infer<typeof Tone>;

/** A piece of a sentence. */
export const Part = z.object({
  text: z.string(),
  /** Stands out: a value, a count. */
  strong: z.boolean().optional(),
  /** Row of the read-back in which it can be changed. */
  row: z.string().optional(),
});
export type Part = z.infer<typeof Part>;

/** One way on, and what comes of it. It is taken with `POST …/decisions { about, choice, value }`. */
export const Choice = z.object({
  id: z.string(),
  /** Bold: `Use 415545, marked approximate to 5 m`. */
  title: z.string(),
  /** Under it: what follows. */
  consequence: z.string().optional(),
  suggested: z.boolean().optional(),
  /** How it is now. */
  current: z.boolean().optional(),
  /** Asked for beside the choice; without it there is nothing to type. */
  input: z
    .object({
      kind: z.enum(['text', 'date', 'candidate', 'code', 'column', 'reason', 'file']),
      label: z.string(),
      /** `6 digits`. */
      hint: z.string().optional(),
      /** Values it may have, for candidate, code and column. */
      options: z.array(z.object({ value: z.string(), title: z.string() })).optional(),
    })
    .optional(),
});
export type Choice = z.infer<typeof Choice>;
