import { z } from 'zod';
import { LicenceSummary, PublisherSummary } from './api.ts';
import { THEMES } from './theme.ts';

/**
 * How things stand with one kind of thing in one district. live: supplied and in date · due: the next edition is
 * promised within 30 days · late: past the promised date · fix: something in it is wrong · synthetic: made up for
 * demonstration alone · none-held: its publisher says there is none · none: nobody has supplied it, which does not
 * mean that nothing is there.
 */
export const COVERAGE_STATUSES = [
  'live',
  'due',
  'late',
  'fix',
  'synthetic',
  'none-held',
  'none',
] as const;
export type CoverageStatus = (typeof COVERAGE_STATUSES)[number];

/** One dataset as it covers a district. */
export const CoverageSupply = z.object({
  id: z.string(),
  title: z.string(),
  publisher: PublisherSummary,
  licence: LicenceSummary,
  synthetic: z.boolean(),
  edition: z.int(),
  publishedAt: z.string(),
  /** ISO 8601 date the next edition is promised for; absent: nothing is promised. */
  dueOn: z.string().optional(),
  /** Whole days until then, below zero once it has passed. */
  dueInDays: z.int().optional(),
  /** Issues of severity critical and error, and of severity warning. */
  faults: z.int(),
  warnings: z.int(),
  /** Whether it covers its districts in full; absent: its publisher does not say. */
  completeness: z.enum(['full', 'partial', 'sample']).optional(),
});
export type CoverageSupply = z.infer<typeof CoverageSupply>;

const CoverageCell = z.object({
  gssCode: z.string(),
  status: z.enum(COVERAGE_STATUSES),
  /** Ids of the datasets that cover the district, in the order of `supplies`. */
  datasets: z.array(z.string()),
});
export type CoverageCell = z.infer<typeof CoverageCell>;

/** One kind of thing: who supplied it, district by district. */
export const CoverageRow = z.object({
  featureType: z.string(),
  title: z.string(),
  theme: z.enum(THEMES),
  /** In the order of the districts. */
  cells: z.array(CoverageCell),
  /** Districts in which somebody supplied it; made-up data is no supply. */
  supplied: z.int(),
});
export type CoverageRow = z.infer<typeof CoverageRow>;

/** A share of a whole, with both figures. */
const Measure = z.object({ value: z.number(), of: z.number() });

/** The smallest job of one publisher that would help most. */
const NextFix = z.object({
  publisher: PublisherSummary,
  kind: z.enum(['settle-faults', 'send-edition', 'state-licence', 'publish']),
  /** `Settle 2 faults in the brownfield land register`. */
  title: z.string(),
  /** Why it helps, in a sentence. */
  because: z.string(),
  effort: z.string(),
  synthetic: z.boolean(),
  datasetId: z.string().optional(),
  featureType: z.string().optional(),
});
export type NextFix = z.infer<typeof NextFix>;

/** Who has supplied what, and how good it is: every number of the coverage page. */
export const Coverage = z.object({
  /** ISO 8601 time it was worked out for. */
  at: z.string(),
  districts: z.array(z.object({ gssCode: z.string(), name: z.string(), areaKm2: z.number() })),
  rows: z.array(CoverageRow),
  supplies: z.array(CoverageSupply),
  /** The four measures of England's planning data; made-up data counts in none of them. */
  measures: z.object({
    /** Square kilometres covered in full, added over all kinds. */
    area: Measure,
    /** Cells supplied, of those where something could be. */
    supplied: Measure,
    /** Datasets without a fault. */
    withoutFaults: Measure,
    /** Cells of required columns that are filled. */
    requiredFilled: Measure,
  }),
  fixes: z.array(NextFix),
});
export type Coverage = z.infer<typeof Coverage>;
