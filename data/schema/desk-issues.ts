import { z } from 'zod';
import { Choice, LngLatShape, Part, Tone } from './desk-choice.ts';

/** What is wrong, in two bands, and what was put right without asking. */

export const ISSUE_BANDS = ['blocks', 'later', 'mended'] as const;
export type IssueBand = (typeof ISSUE_BANDS)[number];

/** One sentence and its rows. */
export const IssueGroup = z.object({
  /** Stays the same over readings while the thing does. */
  id: z.string(),
  band: z.enum(ISSUE_BANDS),
  code: z.string(),
  title: z.string(),
  /** `9 sites · OWNERSHIP STATUS`, `1 site · GeoY · line 96`. */
  where: z.string(),
  records: z.int(),
  column: z.string().optional(),
  layer: z.string().optional(),
  /** First line. */
  line: z.int().optional(),
  /** Number of the decision that mended it, for `DELETE …/decisions/:number`; only where a person's. */
  decision: z.int().optional(),
  /** Settled for an edition before this one. */
  settledBefore: z.boolean().optional(),
});
export type IssueGroup = z.infer<typeof IssueGroup>;

export const IssueGroups = z.object({
  counts: z.object({ blocks: z.int(), later: z.int(), mended: z.int() }),
  groups: z.array(IssueGroup),
  /** Id to go on after. */
  after: z.string().optional(),
});
export type IssueGroups = z.infer<typeof IssueGroups>;

/** A value the record may have been meant to have. */
export const Candidate = z.object({
  value: z.string(),
  at: LngLatShape.optional(),
  /** `Rochdale`; absent: outside the publisher's area. */
  place: z.string().optional(),
  suggested: z.boolean(),
});
export type Candidate = z.infer<typeof Candidate>;

export const IssueDetail = IssueGroup.extend({
  tone: Tone,
  /** `Issue 1 of 2 that block publishing`. */
  count: z.string(),
  previous: z.string().optional(),
  next: z.string().optional(),
  /** How we know. */
  body: z.array(Part),
  /** The register's own words on how to mend it. */
  mend: z.string(),
  /** Lines of its records, at most 500. */
  lines: z.array(z.int()),
  /** The line with the one before and after it; a few columns that tell it apart and those concerned. */
  extract: z
    .object({
      columns: z.array(z.string()),
      rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()), isIt: z.boolean() })),
      /** Positions in `columns` of the cells concerned. */
      bad: z.array(z.int()),
    })
    .optional(),
  reference: z.string().optional(),
  /** Where its record stands as sent, and the name of that place. */
  at: LngLatShape.optional(),
  place: z.string().optional(),
  /** From the middle of the publisher's area. */
  distanceM: z.number().optional(),
  candidates: z.array(Candidate),
  choices: z.array(Choice),
  /** As sent and as the suggestion would have it. */
  before: z.object({ text: z.string(), note: z.string().optional() }).optional(),
  after: z
    .object({ text: z.string(), at: LngLatShape.optional(), note: z.string().optional() })
    .optional(),
  /** `The file keeps 41554. The mend is stored beside it as a rule, with your name and today's date.` */
  kept: z.string(),
});
export type IssueDetail = z.infer<typeof IssueDetail>;
