import { issue } from '#data/issues/issue.ts';
import type { ColumnProfile } from '#data/schema/harmonised.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { GatedEdition } from './crossing.ts';

/** Columns named in one message. */
const NAMED = 6;

/** `fetch.schema-drift` and `version.field-null-rise`: columns that came, went, changed name or emptied. */
export function columnIssues(
  before: GatedEdition,
  after: GatedEdition,
  maxNullRise: number,
): Issue[] {
  return [...driftIssues(before, after), ...emptiedIssues(before, after, maxNullRise)];
}

function driftIssues(before: GatedEdition, after: GatedEdition): Issue[] {
  if (before.columns.length === 0) return [];
  const gone = before.columns.filter(({ name }) => !has(after.columns, name));
  const come = after.columns.filter(({ name }) => !has(before.columns, name));
  if (gone.length + come.length === 0) return [];
  const renamed = gone.flatMap((old) => {
    const now = come.find((each) => isRenamed(old, each));
    return now ? [{ old, now }] : [];
  });
  const lost = gone.filter((each) => !renamed.some(({ old }) => old === each));
  const fresh = come.filter((each) => !renamed.some(({ now }) => now === each));
  const parts = [
    ...renamed.slice(0, NAMED).map(({ old, now }) => `“${old.name}” is now “${now.name}”`),
    lost.length > 0 ? `${list(lost)} ${lost.length === 1 ? 'is' : 'are'} gone` : '',
    fresh.length > 0 ? `${list(fresh)} ${fresh.length === 1 ? 'is' : 'are'} new` : '',
  ].filter(Boolean);
  const text = `The columns are not those of edition ${before.number}: ${parts.join('; ')}. Check that this was meant, and map new columns.`;
  return [issue('fetch.schema-drift', {}, text)];
}

const has = (columns: readonly ColumnProfile[], name: string): boolean =>
  columns.some((each) => each.name === name);

const list = (columns: readonly ColumnProfile[]): string => {
  const named = columns.slice(0, NAMED).map(({ name }) => `“${name}”`);
  const more = columns.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

const fold = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '');

/** The same heading spelt otherwise, or another heading over values of which half are the same. */
function isRenamed(old: ColumnProfile, now: ColumnProfile): boolean {
  if (fold(old.name) !== '' && fold(old.name) === fold(now.name)) return true;
  const shared = old.examples.filter((value) => now.examples.includes(value)).length;
  const least = Math.min(old.examples.length, now.examples.length);
  return old.type === now.type && least > 0 && shared * 2 >= least;
}

/** Attributes and unmapped columns whose share of empty values rose by `maxNullRise` or more. */
function emptiedIssues(before: GatedEdition, after: GatedEdition, maxNullRise: number): Issue[] {
  const attributes = Object.keys(before.facts?.filled ?? {}).flatMap((name): Issue[] => {
    const was = filledShare(before.facts?.filled[name], before.kept);
    const is = filledShare(after.facts ? (after.facts.filled[name] ?? 0) : undefined, after.kept);
    const column = after.mapped[name]?.[0] ?? before.mapped[name]?.[0] ?? name;
    return emptied({ column, was, is, number: before.number }, maxNullRise);
  });
  const taken = new Set(Object.values(before.mapped).flat());
  const columns = before.columns.flatMap((old): Issue[] => {
    const now = after.columns.find(({ name }) => name === old.name);
    if (!now || (before.facts && taken.has(old.name))) return [];
    const was = filledShare(old.filled, before.records);
    const is = filledShare(now.filled, after.records);
    return emptied({ column: old.name, was, is, number: before.number }, maxNullRise);
  });
  return [...attributes, ...columns];
}

const filledShare = (filled: number | undefined, of: number): number | undefined =>
  filled === undefined || of === 0 ? undefined : Math.min(1, filled / of);

type Emptied = {
  readonly column: string;
  readonly was: number | undefined;
  readonly is: number | undefined;
  readonly number: number;
};

function emptied({ column, was, is, number }: Emptied, maxNullRise: number): Issue[] {
  // Shares are compared with a hair to spare: 0.9 − 0.7 is less than 0.2 in binary.
  if (was === undefined || is === undefined || was - is < maxNullRise - 1e-9) return [];
  const text = `“${column}” is filled in ${percent(is)} of the records; in edition ${number} it was in ${percent(was)}. Check the export.`;
  return [issue('version.field-null-rise', { column }, text)];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
