import { z } from 'zod';

/**
 * Who may have a dataset, from everybody to nobody else: `open` · `registered` (whoever is signed in) · `shared`
 * (organisations that accepted its terms) · `by-agreement` (organisations it is granted to) · `metadata-only` (what it
 * is may be known) · `closed` (not even that it exists).
 */
export const ACCESS_STATES = [
  'open',
  'registered',
  'shared',
  'by-agreement',
  'metadata-only',
  'closed',
] as const;
export const AccessState = z.enum(ACCESS_STATES);
export type AccessState = z.infer<typeof AccessState>;

/** From a day on a dataset stands so; the last of a dataset is in force. */
export const AccessChange = z.strictObject({
  state: AccessState,
  /** When, ISO 8601 time. */
  at: z.string(),
  by: z.string().min(1),
  why: z.string().min(1),
});
export type AccessChange = Readonly<z.infer<typeof AccessChange>>;

/**
 * How exactly things may be known: `exact` as published · `100-m` how many in each square of 100 m of the National
 * Grid · `250-m` how many in each hexagon 250 m wide · `count` how many in all · `existence` that there are any.
 */
export const PRECISIONS = ['exact', '100-m', '250-m', 'count', 'existence'] as const;
export const Precision = z.enum(PRECISIONS);
export type Precision = z.infer<typeof Precision>;
