import { z } from 'zod';
import { Choice, LngLatShape, Part, Tone } from './desk-choice.ts';

/** What was read, in words, with the evidence beside it and the readings that lost. */

export const READBACK_ROWS = [
  'file',
  'format',
  'tables',
  'kind',
  'dates',
  'newest',
  'personal',
] as const;

export const ReadbackRow = z.object({
  id: z.enum(READBACK_ROWS),
  title: z.string(),
  value: z.string(),
  evidence: z.string(),
  tone: Tone.optional(),
  /** Choices are taken with their id and no `about`; none: there is nothing to change. */
  choices: z.array(Choice),
});
export type ReadbackRow = z.infer<typeof ReadbackRow>;

/** One way to read the coordinates, with how it fared. Taken by its id as a choice. */
export const CrsReading = z.object({
  /** `crs:EPSG:27700:xy`. */
  id: z.string(),
  crs: z.string(),
  axis: z.enum(['xy', 'yx']),
  /** `British National Grid, easting first`. */
  title: z.string(),
  /** Positions inside the publisher's area; of the country when it has none. */
  inside: z.int(),
  of: z.int(),
  /** Where the rest would be: `Gulf of Guinea, near 3.7° N 3.5° E`. */
  elsewhere: z.string(),
  centre: LngLatShape.optional(),
  used: z.boolean(),
});
export type CrsReading = z.infer<typeof CrsReading>;

export const Readback = z.object({
  /** `We read 128 sites in one table. …`; strong parts lead to their row. */
  sentence: z.array(Part),
  /** Under it: what is not in place. */
  notices: z.array(z.object({ tone: Tone, text: z.string(), issue: z.string().optional() })),
  rows: z.array(ReadbackRow),
  /** Absent when the file has no coordinates. */
  vote: z
    .object({
      /** `Where the points land: five ways to read GeoX and GeoY`. */
      title: z.string(),
      /** Heading of the figures: `Sites inside Rochdale`. */
      inside: z.string(),
      readings: z.array(CrsReading),
      /** What the file itself says of its system, and whether it agrees. */
      note: z.string().optional(),
    })
    .optional(),
  /** `Where the 128 sites fall`; `box` is what to show on the map. */
  falls: z.object({
    title: z.string(),
    places: z.array(
      z.object({
        tone: Tone,
        text: z.string(),
        count: z.int(),
        issue: z.string().optional(),
        box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
      }),
    ),
  }),
  /** To check against the publisher's own. */
  totals: z.array(z.object({ title: z.string(), text: z.string() })),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
});
export type Readback = z.infer<typeof Readback>;
