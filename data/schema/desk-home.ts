import { z } from 'zod';
import { LicenceSummary, PublisherSummary } from './api.ts';
import { Fetching } from './desk-fetching.ts';

/** A publisher's task list. */

export const TASK_STATUSES = [
  'needs-fixing',
  'overdue',
  'draft',
  'due',
  'live',
  'not-supplied',
  'none-held',
] as const;

/** One row of a publisher's task list: what is so, and the one thing to do next. */
export const DeskTask = z.object({
  /** Dataset, or `type:<feature type>` while there is none. */
  key: z.string(),
  title: z.string(),
  /** `128 sites in the draft`, `8 of 10 districts publish this`. */
  holds: z.string(),
  featureType: z.string(),
  synthetic: z.boolean(),
  status: z.enum(TASK_STATUSES),
  /** Sentence, its beginning in bold where there is one. */
  next: z.object({ lead: z.string().optional(), words: z.string() }),
  action: z.object({
    kind: z.enum([
      'fix',
      'continue',
      'upload',
      'confirm',
      'see-issues',
      'open',
      'start',
      'check-address',
      'accept',
    ]),
    /** `Fix 2 issues`. */
    label: z.string(),
    /** Address of the client to go to; for `confirm` and `accept` the address to POST to. */
    href: z.string(),
  }),
  datasetId: z.string().optional(),
  draftId: z.string().optional(),
  live: z
    .object({
      edition: z.int(),
      publishedAt: z.string(),
      /** Newest date in the data, ISO 8601. */
      newest: z.string().optional(),
      licence: LicenceSummary,
    })
    .optional(),
  due: z
    .object({
      /** ISO 8601 date. */
      on: z.string().optional(),
      /** `Every year`, `Weekly`. */
      every: z.string().optional(),
      /** Days until then; below zero: late. */
      days: z.int().optional(),
    })
    .optional(),
  /** Edition that is held, for `accept`. */
  held: z.int().optional(),
  /**
   * Where what is held needs two people: nobody has said yet that it is right, the caller has and a colleague must
   * agree, or somebody else has and the caller may.
   */
  two: z.enum(['nobody', 'caller', 'colleague']).optional(),
  /** Where it can be fetched from by itself, once it is published. */
  harvest: Fetching.optional(),
  /** For what is not supplied: address by which “we hold none” can be said or taken back. */
  holdsNone: z.boolean().optional(),
});
export type DeskTask = z.infer<typeof DeskTask>;

export const DeskHome = z.object({
  /** All the caller may publish for. */
  publishers: z.array(PublisherSummary),
  /** The one told of; absent when there is none. */
  publisher: PublisherSummary.extend({ districts: z.array(z.string()) }).optional(),
  summary: z.object({ lead: z.string(), words: z.string() }),
  /** Most urgent first. */
  tasks: z.array(DeskTask),
  counts: z.record(z.enum(TASK_STATUSES), z.int()),
  /** Newest first. */
  since: z.array(
    z.object({ at: z.string(), lead: z.string(), words: z.string(), href: z.string().optional() }),
  ),
  /** Largest file taken, bytes, and what of the organisation's room is used. */
  limits: z.object({ fileBytes: z.int(), usedBytes: z.int(), roomBytes: z.int() }),
});
export type DeskHome = z.infer<typeof DeskHome>;

/** “We hold none”, or no longer so. */
export const ExpectedAnswer = z.strictObject({
  publisher: z.string(),
  featureType: z.string(),
  holdsNone: z.boolean(),
});
export type ExpectedAnswer = z.infer<typeof ExpectedAnswer>;
