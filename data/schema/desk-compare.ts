import { z } from 'zod';
import { LicenceSummary } from './api.ts';
import { ToldField } from './change.ts';
import { CHANGE_KINDS } from './change-kind.ts';
import { LngLatShape, Tone } from './desk-choice.ts';

/** The draft beside the live edition, the guards, and the receipt. */

/** A check before publishing; one that asks holds its control until it is answered. */
export const Guard = z.object({
  id: z.enum(['fewer', 'more', 'vanish', 'references', 'extent', 'empty', 'second-person', 'gate']),
  tone: Tone,
  lead: z.string(),
  words: z.string(),
  control: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('reason'), label: z.string(), value: z.string().optional() }),
      z.object({
        kind: z.literal('choice'),
        options: z.array(z.object({ value: z.string(), title: z.string() })),
        value: z.string().optional(),
      }),
      /** Somebody else of the organisation must say yes: `mayGive` is true for whoever may. */
      z.object({
        kind: z.literal('second'),
        mayGive: z.boolean(),
        given: z.object({ by: z.string(), at: z.string() }).optional(),
      }),
    ])
    .optional(),
  isSettled: z.boolean(),
});
export type Guard = z.infer<typeof Guard>;

export const GuardAnswer = z.strictObject({
  guard: Guard.shape.id,
  /** The reason, or the option; `yes` from the second person. Empty: taken back. */
  value: z.string().trim().max(500),
});
export type GuardAnswer = z.infer<typeof GuardAnswer>;

/** Five counts; a feature counts once: as moved when it moved over 10 m, else as changed. */
export const DraftCompare = z.object({
  /** The live edition; absent: this is the first. */
  against: z
    .object({ edition: z.int(), publishedAt: z.string(), records: z.int(), synthetic: z.boolean() })
    .optional(),
  /** `The live register has 101 sites. Yours has 128.` */
  words: z.string(),
  records: z.int(),
  added: z.int(),
  removed: z.int(),
  moved: z.int(),
  changed: z.int(),
  same: z.int(),
  /** The distance from which a feature counts as moved, metres. */
  movedFromM: z.number(),
  guards: z.array(Guard),
});
export type DraftCompare = z.infer<typeof DraftCompare>;

const Place = z.object({ at: LngLatShape, grid: z.string().optional() });

export const DraftChange = z.object({
  id: z.string(),
  kind: z.enum(CHANGE_KINDS),
  reference: z.string().optional(),
  name: z.string().optional(),
  line: z.int(),
  distanceM: z.number().optional(),
  /** `south-west`. */
  bearing: z.string().optional(),
  /** Position and its easting and northing, `389646, 412663`. */
  before: Place.optional(),
  after: Place.optional(),
  fields: z.array(ToldField),
});
export type DraftChange = z.infer<typeof DraftChange>;

/** Moved furthest first, others in file order. */
export const DraftChanges = z.object({
  numberMatched: z.int(),
  changes: z.array(DraftChange),
  after: z.int().optional(),
});
export type DraftChanges = z.infer<typeof DraftChanges>;

/** What is asked when publishing: nothing is assumed. */
export const PublishRequest = z.strictObject({
  /** `Draft.progress.reading` the person saw; 409 when the draft has been read anew since. */
  reading: z.int(),
});
export type PublishRequest = z.infer<typeof PublishRequest>;

export const Receipt = z.object({
  number: z.string(),
  draft: z.string(),
  dataset: z.string(),
  title: z.string(),
  edition: z.int(),
  publishedAt: z.string(),
  /** `Rochdale’s brownfield land register went live at …`. */
  words: z.string(),
  synthetic: z.boolean(),
  /** Public page, map and map tiles. */
  page: z.string(),
  map: z.string(),
  file: z.object({ name: z.string(), sizeBytes: z.int(), sha256: z.string() }),
  /** Row of the receipt: title and what it says. */
  rows: z.array(z.object({ title: z.string(), text: z.string(), note: z.string().optional() })),
  happened: z.array(
    z.object({
      words: z.string(),
      at: z.string().optional(),
      state: z.enum(['done', 'running', 'waiting', 'failed']),
    }),
  ),
  left: z.array(z.object({ tone: Tone, words: z.string(), label: z.string(), href: z.string() })),
  citation: z.string(),
  licence: LicenceSummary,
  before: z.object({ edition: z.int(), records: z.int(), synthetic: z.boolean() }).optional(),
  status: z.enum(['live', 'superseded', 'withdrawn']),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  statutory: z.string().optional(),
});
export type Receipt = z.infer<typeof Receipt>;

/** Editions of a dataset as its publisher sees them. */
export const DeskDataset = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['live', 'withdrawn', 'held']),
  editions: z.array(
    z.object({
      number: z.int(),
      status: z.enum(['held', 'live', 'superseded', 'withdrawn']),
      publishedAt: z.string(),
      by: z.string(),
      fileName: z.string(),
      sha256: z.string(),
      records: z.int(),
      held: z.string().optional(),
      /** Who said first that it is right, where it needs two people. */
      first: z.object({ by: z.string(), at: z.string(), why: z.string() }).optional(),
      comparison: z
        .object({
          against: z.int(),
          added: z.int(),
          removed: z.int(),
          changed: z.int(),
          moved: z.int(),
        })
        .optional(),
    }),
  ),
  events: z.array(
    z.object({
      kind: z.string(),
      edition: z.int(),
      by: z.string(),
      at: z.string(),
      why: z.string().optional(),
    }),
  ),
  /** Draft under way, if there is one. */
  draft: z.string().optional(),
  statutory: z.string().optional(),
});
export type DeskDataset = z.infer<typeof DeskDataset>;

/** Go back to an edition, accept one that is held, take the dataset down, or say that it still holds. */
export const DatasetAct = z.strictObject({
  /** Edition to restore; the one before the live one unless said. */
  edition: z.int().positive().optional(),
  why: z.string().trim().min(1).max(500),
});
export type DatasetAct = z.infer<typeof DatasetAct>;
