import { z } from 'zod';
import { Move, ToldField } from './change.ts';
import { CHANGE_KINDS } from './change-kind.ts';

/** What one edition did to a feature. */
const HistoryStep = z.object({
  /** Number of the edition. */
  edition: z.int(),
  publishedAt: z.string(),
  kinds: z.array(z.enum(CHANGE_KINDS)).min(1),
  fields: z.array(ToldField),
  move: Move.optional(),
});
export type HistoryStep = Readonly<z.infer<typeof HistoryStep>>;

/** A feature through the editions of its dataset. */
export const FeatureHistory = z.object({
  id: z.string(),
  dataset: z.string(),
  /** Edition it first stood in, as far as editions were compared. */
  first: z.object({ edition: z.int(), publishedAt: z.string() }),
  /** Edition on the map, and how many there have been up to it. */
  live: z.object({ edition: z.int(), publishedAt: z.string() }),
  editions: z.int(),
  /** Newest first; editions that left it as it was are not told. */
  steps: z.array(HistoryStep),
  /** Editions after the first that were not held beside the one before: what they did is not known. */
  uncompared: z.array(z.int()),
});
export type FeatureHistory = z.infer<typeof FeatureHistory>;
