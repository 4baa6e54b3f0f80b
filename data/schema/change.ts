import { z } from 'zod';
import { CHANGE_KINDS } from './change-kind.ts';
import type { Bounds } from './geometry.ts';

const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** One field of a feature that says something else than before. */
export const FieldChange = z.object({
  /** Attribute, or the publisher's column where no attribute took it. */
  name: z.string(),
  /** Absent: it was empty. */
  from: Value.optional(),
  /** Absent: it is empty now. */
  to: Value.optional(),
});
export type FieldChange = Readonly<z.infer<typeof FieldChange>>;

/** The same as a person reads it: attributes by their title, values by theirs, with units. */
export const ToldField = FieldChange.extend({
  /** Absent for a column that no attribute took. */
  title: z.string().optional(),
});
export type ToldField = Readonly<z.infer<typeof ToldField>>;

/** A figure before and after, in the unit its name says. */
const Figure = z.object({ from: z.number(), to: z.number() });

/** How the geometry of a feature differs. */
export const Move = z.object({
  /** Between the middles of its two boxes, metres; absent when it had or has no position. */
  distanceM: z.number().optional(),
  /** Of polygons. */
  areaM2: Figure.optional(),
  /** Of lines. */
  lengthM: Figure.optional(),
  /** Absent side: it had, or has, no position. */
  shape: z.object({ from: z.string().optional(), to: z.string().optional() }).optional(),
});
export type Move = Readonly<z.infer<typeof Move>>;

const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** What happened to one feature between an edition and the one before it. */
export const FeatureChange = z.object({
  kinds: z.array(z.enum(CHANGE_KINDS)).min(1),
  id: z.string(),
  reference: z.string().optional(),
  name: z.string().optional(),
  /** Layer and line of the file it stands in: the new one, for removed features the one before. */
  layer: z.string(),
  line: z.int(),
  fields: z.array(FieldChange),
  move: Move.optional(),
  /** Where it was and is, WGS 84. */
  before: Box.readonly().optional(),
  after: Box.readonly().optional(),
});
export type FeatureChange = Readonly<Omit<z.infer<typeof FeatureChange>, 'before' | 'after'>> & {
  readonly before?: Bounds;
  readonly after?: Bounds;
};

/** An edition beside the one it replaces, in figures. */
export const Comparison = z.object({
  /** Number of the edition it is compared with. */
  against: z.int(),
  added: z.int(),
  removed: z.int(),
  /** With at least one field that says something else. */
  changed: z.int(),
  /** With another geometry; a feature may be changed and moved. */
  moved: z.int(),
  unchanged: z.int(),
  /** Known again by name and place though their reference was missing, new or written differently. */
  recognised: z.int(),
  /** Longest way a feature moved, metres. */
  furthestM: z.number().optional(),
});
export type Comparison = Readonly<z.infer<typeof Comparison>>;

/** What an edition holds, counted while it was kept: what the gate compares. */
export type EditionFacts = {
  /** Features by shape; `none` for those without a position. */
  readonly shapes: Readonly<Record<'point' | 'line' | 'polygon' | 'none', number>>;
  /** Attribute → features that have it. */
  readonly filled: Readonly<Record<string, number>>;
  /** Latest `entry-date` of its features, ISO 8601. */
  readonly newest?: string;
  /** References by how they are written (`AA99/9`), the most frequent first, at most ten. */
  readonly formats: readonly (readonly [format: string, count: number])[];
};

/** What happened to a dataset, when, and on whose word. */
export const EditionEvent = z.object({
  kind: z.enum(['published', 'held', 'accepted', 'restored', 'withdrawn']),
  edition: z.int(),
  by: z.string(),
  at: z.string(),
  why: z.string().optional(),
});
export type EditionEvent = Readonly<z.infer<typeof EditionEvent>>;
