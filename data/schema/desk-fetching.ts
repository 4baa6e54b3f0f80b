import { z } from 'zod';

/** Files that come by themselves, as the desk speaks of them. */

/** How often, ISO 8601 duration of days, weeks or months; empty: not by itself. */
export const FetchEvery = z.union([z.literal(''), z.string().regex(/^P\d{1,3}[DWM]$/)]);

/** Where a dataset's file can be fetched from, and how often that happens. */
export const Fetching = z.object({ address: z.string(), every: FetchEvery });
export type Fetching = z.infer<typeof Fetching>;

/** Fetch a dataset from now on so often, or no more. */
export const FetchingAsked = z.strictObject({ every: FetchEvery });
export type FetchingAsked = z.infer<typeof FetchingAsked>;
