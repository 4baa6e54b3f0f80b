import { issue, type Place } from '#data/issues/issue.ts';
import { ISSUE_REGISTER, type IssueCode } from '#data/issues/register.ts';
import type { Issue } from '#data/schema/issue.ts';

/** Where and what; see `Place`. */
type Finding = Place & { readonly code: IssueCode };

/**
 * Collects the issues of one layer. Faults of a record are issues of their own, with their line; what we did
 * to a whole column (info and notice) is said once, with how often.
 */
export type Tally = {
  /** A fault met at a record. */
  readonly meet: (finding: Finding & { readonly line: number }, message?: string) => void;
  /** Something about the layer or a column, said as it is. */
  readonly note: (finding: Finding, message?: string) => void;
  readonly issues: () => readonly Issue[];
};

/** Warnings about how a column is written, said once a column though they are met at its records. */
const COLUMN_WIDE: ReadonlySet<IssueCode> = new Set([
  'value.date-two-digit-year',
  'table.float-formatted-id',
  'table.leading-zero-lost',
]);

/** Times the same value is reported line by line; more often it is one issue with all its lines counted. */
const SAME_VALUE_LIMIT = 20;
/** Issues of one code and column given line by line; the rest are summed up. */
const LINE_LIMIT = 1000;
/** Different messages kept of what was done to a column. */
const MESSAGES_KEPT = 5;

/** One code in one column, with one value where that matters. */
type Group = {
  readonly finding: Finding;
  /** Different messages of what was done to a column. */
  readonly messages: Set<string>;
  readonly met: { readonly line: number; readonly message: string | undefined }[];
  count: number;
};

/** A tally of one layer. */
export function buildTally(layer: string): Tally {
  const issues: Issue[] = [];
  const groups = new Map<string, Group>();
  return {
    meet: (finding, message) => {
      const key = keyOf(finding);
      const group = groups.get(key) ?? startGroup(groups, key, finding);
      group.count++;
      if (group.met.length < LINE_LIMIT) group.met.push({ line: finding.line, message });
      if (message !== undefined && group.messages.size < MESSAGES_KEPT) group.messages.add(message);
    },
    note: (finding, message) => {
      issues.push(issue(finding.code, { ...finding, layer }, message));
    },
    issues: () => [...issues, ...[...groups.values()].flatMap((group) => issuesOf(group, layer))],
  };
}

/** What was done to a column is one group; a fault is one group a value, so that repeats are seen. */
function keyOf({ code, column = '', value = '' }: Finding): string {
  return isColumnWide(code) ? `${code}\n${column}` : `${code}\n${column}\n${String(value)}`;
}

function startGroup(groups: Map<string, Group>, key: string, finding: Finding): Group {
  const group: Group = { finding, messages: new Set(), met: [], count: 0 };
  groups.set(key, group);
  return group;
}

function isColumnWide(code: IssueCode): boolean {
  const { severity } = ISSUE_REGISTER[code];
  return severity === 'info' || severity === 'notice' || COLUMN_WIDE.has(code);
}

function issuesOf(group: Group, layer: string): readonly Issue[] {
  const { finding, messages, met, count } = group;
  const { meaning, mend } = ISSUE_REGISTER[finding.code];
  const first = met[0]?.line ?? 1;
  if (isColumnWide(finding.code)) {
    const { line: _, ...place } = finding;
    const said = messages.size > 0 ? [...messages].join('; ') : meaning;
    const times = count === 1 ? `line ${first}` : `${count} records, first line ${first}`;
    return [issue(finding.code, { ...place, layer }, `${said} (${times})`)];
  }
  const [message = `${meaning} ${mend}`] = messages;
  const repeats = finding.value !== undefined && count > SAME_VALUE_LIMIT;
  if (repeats) {
    const times = `${count} records say the same, first line ${first}, last line ${met.at(-1)?.line}`;
    return [issue(finding.code, { ...finding, layer, line: first }, `${message} (${times})`)];
  }
  const each = met.map((one) =>
    issue(finding.code, { ...finding, layer, line: one.line }, one.message ?? message),
  );
  if (count === met.length) return each;
  const rest = `${message} (and ${count - met.length} more records)`;
  return [...each, issue(finding.code, { column: finding.column, layer }, rest)];
}
