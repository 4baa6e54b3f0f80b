import type { EditionSummary, IssueCounts } from '#data/schema/api.ts';
import type { Source } from '#data/schema/source.ts';

/** How far a dataset may be relied on, worst first. Source: quality levels of the planning data service. */
export const QUALITY_LEVELS = ['no-data', 'needs-work', 'usable', 'trustworthy'] as const;
export type QualityLevel = (typeof QUALITY_LEVELS)[number];

export type Quality = {
  readonly level: QualityLevel;
  /** 0–1: share of the records that are on the map. */
  readonly placed: number;
  /** Why, in one sentence. */
  readonly reason: string;
};

type Counts = Pick<EditionSummary, 'records' | 'features' | 'unplaced' | 'rejected'>;

/** Judge an edition by its issues: any critical or error needs work, warnings alone leave it usable. */
export function qualityOf(counts: Counts, issues: IssueCounts): Quality {
  const placed = counts.records === 0 ? 0 : counts.features / counts.records;
  const { critical = 0, error = 0, warning = 0 } = issues;
  if (counts.features + counts.unplaced === 0) {
    return { level: 'no-data', placed, reason: 'Nothing could be read from it.' };
  }
  const severe = critical + error;
  if (severe > 0) {
    return { level: 'needs-work', placed, reason: `${many(severe, 'fault')} to mend.` };
  }
  if (warning > 0) {
    return { level: 'usable', placed, reason: `${many(warning, 'warning')} to check.` };
  }
  return { level: 'trustworthy', placed, reason: 'No fault and no warning.' };
}

/** What became of the records: `128 records: 127 on the map, 1 listed without a position.` */
export function describeRecords({ records, features, unplaced, rejected }: Counts): string {
  if (records === 0) return 'No records.';
  const parts = [
    features > 0 ? `${grouped(features)} on the map` : 'none on the map',
    unplaced > 0 ? `${grouped(unplaced)} listed without a position` : '',
    rejected > 0 ? `${grouped(rejected)} could not be kept` : '',
  ].filter((part) => part !== '');
  return `${many(records, 'record')}: ${parts.join(', ')}.`;
}

/**
 * Which districts a dataset covers, so that an empty place is read right.
 *
 * @param names GSS code → name, of the districts of this deployment
 */
export function describeCoverage(
  coverage: Source['coverage'],
  names: ReadonlyMap<string, string>,
): string {
  if (coverage === undefined) {
    return 'Nothing says which area it covers: an empty place may mean “none here” or “not supplied”.';
  }
  const covered = coverage.area.filter((code) => names.has(code));
  const where = describeArea(covered, names);
  const how = {
    full: `Covers ${where} in full: an empty place there means “none here”.`,
    partial: `Covers ${where} in part: an empty place may mean “not supplied”.`,
    sample: `A sample from ${where}: an empty place says nothing.`,
  }[coverage.completeness];
  return coverage.statement === undefined ? how : `${how} ${coverage.statement}`;
}

function describeArea(covered: readonly string[], names: ReadonlyMap<string, string>): string {
  if (covered.length === 0) return 'no district of this map';
  if (covered.length === names.size) return `all ${names.size} districts`;
  const listed = covered.map((code) => names.get(code) ?? code);
  const last = listed.at(-1) ?? '';
  return listed.length === 1 ? last : `${listed.slice(0, -1).join(', ')} and ${last}`;
}

const many = (count: number, noun: string): string =>
  `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

/** Thousands parted by commas: `6,461`. */
const grouped = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
