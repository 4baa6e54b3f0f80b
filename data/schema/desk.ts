import { z } from 'zod';
import { PublisherSummary } from './api.ts';
import { Decision } from './decision.ts';
import { Choice, LngLatShape, Tone } from './desk-choice.ts';
import { DraftCompare } from './desk-compare.ts';
import { FetchEvery, Fetching } from './desk-fetching.ts';
import { LicenceStep } from './desk-licence.ts';
import { Readback } from './desk-readback.ts';

/**
 * What the publishing desk and its client say to one another. Sentences are made by the server, so that every
 * client says the same; the client lays them out. Times are ISO 8601, positions WGS 84, distances metres.
 *
 * Addresses, all under `/api/desk`:
 * `GET /` DeskHome (`?publisher`) · `POST /drafts?publisher&fileName[&dataset][&type]` (the file, or JSON NewDraft) Draft ·
 * `GET /drafts/:id` Draft · `DELETE /drafts/:id` · `GET …/progress` DraftProgress · `POST …/take` Draft ·
 * `PUT …/about` (DraftAbout) Draft · `PUT …/file?fileName` (another file, all else remembered) Draft ·
 * `GET …/columns` DraftColumns · `GET …/issues?band&limit&after` IssueGroups · `GET …/issues/:issue` IssueDetail ·
 * `GET …/features?bbox&limit` GeoJSON (DraftPoint as properties) · `GET …/rows?layer&from&to` DraftRows ·
 * `GET …/personal` PersonalFindings · `POST …/decisions` (DecisionRequest) Draft · `DELETE …/decisions/last` Draft ·
 * `DELETE …/decisions/:number` Draft · `POST …/preview` (DecisionRequest) DecisionPreview ·
 * `PUT …/licence` (LicenceAnswers) Draft · `POST …/evidence?fileName` (a document) Draft · `GET …/evidence/:sha256` ·
 * `GET …/changes?kind&limit&after` DraftChanges · `PUT …/guards` (GuardAnswer) Draft ·
 * `POST …/publish` (PublishRequest) Receipt · `GET …/receipt` Receipt · `GET …/corrected.csv` · `GET …/issues.csv` · `GET …/changes.csv` ·
 * `GET /datasets/:dataset` DeskDataset · `POST /datasets/:dataset/restore` · `…/withdraw` · `…/confirm` ·
 * `GET /datasets/:dataset/statutory.csv` · `PUT …/harvest` (FetchingAsked) DeskDataset ·
 * `PUT /expected` (ExpectedAnswer) DeskHome.
 *
 * Errors are the problems of every other address: 401 not signed in, 404 not there or not yours, 409 changed by a
 * colleague or not ready (`detail` says what is left), 413 too long, 415 no data, 429 too many, 507 no room left.
 */

/** What the server calls a draft or an issue; never chosen by a client. */
export const DeskId = z.string().regex(/^[a-z0-9]{20,26}$/);

export const DESK_STEPS = [
  'file',
  'readback',
  'columns',
  'issues',
  'licence',
  'compare',
  'publish',
] as const;
export type DeskStepId = (typeof DESK_STEPS)[number];

export const DeskStep = z.object({
  id: z.enum(DESK_STEPS),
  title: z.string(),
  /** todo · done · look: done, and something can be put right · blocks: must be settled before publishing. */
  state: z.enum(['todo', 'done', 'look', 'blocks']),
  /** What stands under its name, a count where there is one: `20 matched, 1 kept`. */
  label: z.string().optional(),
  count: z.int().optional(),
});
export type DeskStep = z.infer<typeof DeskStep>;

/** The file as it was handed in. */
export const DraftFile = z.object({
  name: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  format: z.string().optional(),
  encoding: z.string().optional(),
  receivedAt: z.string(),
  /** Web address it was fetched from. */
  from: z.string().optional(),
});
export type DraftFile = z.infer<typeof DraftFile>;

/** How far a draft is being read, compared or published; asked again every second while `state` is not `ready`. */
export const DraftProgress = z.object({
  /** `unreadable`: `words` say why, and another file may take its place. */
  state: z.enum(['reading', 'comparing', 'publishing', 'ready', 'unreadable', 'published']),
  /** `Read 42,000 of 100,000 rows`. */
  words: z.string(),
  done: z.int().optional(),
  of: z.int().optional(),
  /** Changes with every reading: screens that page over it ask again when it does. */
  reading: z.int(),
});
export type DraftProgress = z.infer<typeof DraftProgress>;

/** One publication on its way: everything the seven steps share, and the small ones whole. */
export const Draft = z.object({
  id: DeskId,
  publisher: PublisherSummary,
  /** GSS codes of the publisher's area, for the map. */
  districts: z.array(z.string()),
  title: z.string(),
  description: z.string().optional(),
  synthetic: z.boolean(),
  /** Absent while nothing says what kind of things it holds. */
  featureType: z
    .object({ id: z.string(), title: z.string(), plural: z.string(), noun: z.string() })
    .optional(),
  /** Id the dataset has, or will have. */
  datasetId: z.string(),
  /** Number the edition will have. */
  edition: z.int(),
  file: DraftFile,
  progress: DraftProgress,
  steps: z.array(DeskStep),
  /** Step it opens at. */
  at: z.enum(DESK_STEPS),
  saved: z.object({ at: z.string(), by: z.string() }),
  /** Who has it open; others read it and may take it over. */
  holder: z.object({ name: z.string(), since: z.string(), isMe: z.boolean() }),
  /** What `DELETE …/decisions/last` would take back: `use 415545 for SH 2132`. */
  undo: z.object({ words: z.string(), at: z.string(), left: z.int() }).optional(),
  readback: Readback.optional(),
  /** Groups, not records. */
  issues: z.object({ blocks: z.int(), later: z.int(), mended: z.int() }),
  personal: z.object({ open: z.int(), settled: z.int(), cells: z.int() }),
  columns: z.object({ settle: z.int(), likely: z.int(), certain: z.int(), kept: z.int() }),
  licence: LicenceStep.optional(),
  compare: DraftCompare.optional(),
  /** What is left before it can be published, in words; empty: it can. */
  left: z.array(z.object({ step: z.enum(DESK_STEPS), words: z.string() })),
  /** Rules of the edition before that were applied again, in words; absent for a first edition. */
  remembered: z.object({ rules: z.int(), words: z.string() }).optional(),
  /** Where it can be fetched from by itself; absent: no address is known. */
  harvest: Fetching.optional(),
  /** Address of the receipt, once published. */
  receipt: z.string().optional(),
});
export type Draft = z.infer<typeof Draft>;

/** A draft from a web address instead of a file; by http only from hosts a deployment calls its own. */
export const NewDraft = z.strictObject({ url: z.url({ protocol: /^https?$/ }) });
export type NewDraft = z.infer<typeof NewDraft>;

/** What a person calls it; what is left out stays. */
export const DraftAbout = z.strictObject({
  title: z.string().trim().min(1).max(200).optional(),
  description: z.string().trim().max(2_000).optional(),
  synthetic: z.boolean().optional(),
  /** How often an edition is promised, ISO 8601 duration; empty: nothing is promised. */
  cadence: z.union([z.literal(''), z.string().regex(/^P\d{1,3}[DWMY]$/)]).optional(),
  /** How often it is fetched from its address by itself. */
  harvest: FetchEvery.optional(),
});
export type DraftAbout = z.infer<typeof DraftAbout>;

/** One step a person takes: a choice that was offered, or decisions of the descriptor. It is one undo. */
export const DecisionRequest = z.union([
  z.strictObject({
    /** Id of an IssueDetail or PersonalFinding; absent: a choice of the read-back or of a column. */
    about: z.string().optional(),
    choice: z.string(),
    /** What was typed or picked, where the choice asks for it. */
    value: z.string().max(2_000).optional(),
    why: z.string().trim().min(1).max(500).optional(),
  }),
  z.strictObject({
    decisions: z.array(Decision).min(1).max(200),
    why: z.string().trim().min(1).max(500).optional(),
  }),
]);
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/** A point of the draft's map; id of the feature is the line. */
export const DraftPoint = z.object({
  line: z.int(),
  layer: z.string(),
  reference: z.string().optional(),
  name: z.string().optional(),
  /** Where it falls: in the publisher's area, over its line, or where nobody would look. */
  place: z.enum(['in', 'over', 'out']),
  /** What publishing does to it; absent: nothing, or there is no live edition. */
  change: z.enum(['added', 'changed', 'moved']).optional(),
  /** Id of an issue about this record. */
  issue: z.string().optional(),
});
export type DraftPoint = z.infer<typeof DraftPoint>;

/** Lines of the file as published, cells as text; those of personal columns masked. */
export const DraftRows = z.object({
  layer: z.string(),
  columns: z.array(z.string()),
  /** Positions of the columns whose cells are masked. */
  masked: z.array(z.int()),
  of: z.int(),
  rows: z.array(
    z.object({ line: z.int(), cells: z.array(z.string()), point: LngLatShape.optional() }),
  ),
});
export type DraftRows = z.infer<typeof DraftRows>;

/** A decision tried and not kept. */
export const DecisionPreview = z.object({
  /** Figures that differ, before and after: `In Rochdale`, `126`, `127`. */
  figures: z.array(
    z.object({ title: z.string(), before: z.string(), after: z.string(), tone: Tone }),
  ),
  /** Records that move or change, at most 1,000. */
  records: z.array(
    z.object({
      line: z.int(),
      reference: z.string().optional(),
      before: z.object({
        text: z.string(),
        at: LngLatShape.optional(),
        place: z.string().optional(),
      }),
      after: z.object({
        text: z.string(),
        at: LngLatShape.optional(),
        place: z.string().optional(),
      }),
      distanceM: z.number().optional(),
    }),
  ),
  /** All that differ. */
  differ: z.int(),
});
export type DecisionPreview = z.infer<typeof DecisionPreview>;

/** Something that may describe a person; its values leave the server only masked. */
export const PersonalFinding = z.object({
  id: z.string(),
  /** Column, or the hidden place: `sheet “Staff”`. */
  where: z.string(),
  layer: z.string().optional(),
  isHidden: z.boolean(),
  /** error: publishing is stopped · warning, notice: look at it. */
  severity: z.enum(['error', 'warning', 'notice']),
  /** What was found, in words, with masked examples. */
  words: z.string(),
  example: z.string().optional(),
  line: z.int().optional(),
  settled: z
    .object({ words: z.string(), by: z.string(), at: z.string(), why: z.string() })
    .optional(),
  choices: z.array(Choice),
});
export type PersonalFinding = z.infer<typeof PersonalFinding>;

export const PersonalFindings = z.object({
  cells: z.int(),
  findings: z.array(PersonalFinding),
});
export type PersonalFindings = z.infer<typeof PersonalFindings>;
