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

/** Issues of one code and column given line by line; the rest are summed up. */
const LINE_LIMIT = 1000;
/** Different messages kept of what was done to a column. */
const MESSAGES_KEPT = 5;

type Group = {
  readonly finding: Finding;
  readonly messages: Set<string>;
  count: number;
  firstLine: number;
};

/** A tally of one layer. */
export function buildTally(layer: string): Tally {
  const issues: Issue[] = [];
  const groups = new Map<string, Group>();
  const meet: Tally['meet'] = (finding, message) => {
    const key = `${finding.code}\u0000${finding.column ?? ''}`;
    const group = groups.get(key) ?? startGroup(groups, key, finding);
    group.count++;
    if (!isColumnWide(finding.code)) {
      if (group.count <= LINE_LIMIT)
        issues.push(issue(finding.code, { ...finding, layer }, message));
    } else if (message !== undefined && group.messages.size < MESSAGES_KEPT) {
      group.messages.add(message);
    }
  };
  return {
    meet,
    note: (finding, message) => {
      issues.push(issue(finding.code, { ...finding, layer }, message));
    },
    issues: () => [...issues, ...[...groups.values()].flatMap((group) => summary(group, layer))],
  };
}

function startGroup(groups: Map<string, Group>, key: string, finding: Finding): Group {
  const group: Group = { finding, messages: new Set(), count: 0, firstLine: finding.line ?? 1 };
  groups.set(key, group);
  return group;
}

function isColumnWide(code: IssueCode): boolean {
  const { severity } = ISSUE_REGISTER[code];
  return severity === 'info' || severity === 'notice' || COLUMN_WIDE.has(code);
}

function summary(group: Group, layer: string): readonly Issue[] {
  const { finding, count, firstLine } = group;
  const { meaning } = ISSUE_REGISTER[finding.code];
  if (isColumnWide(finding.code)) {
    const { line: _, ...place } = finding;
    const said = group.messages.size > 0 ? [...group.messages].join('; ') : meaning;
    const times = count === 1 ? `line ${firstLine}` : `${count} records, first line ${firstLine}`;
    return [issue(finding.code, { ...place, layer }, `${said} (${times})`.trim())];
  }
  if (count <= LINE_LIMIT) return [];
  const rest = `${meaning} And ${count - LINE_LIMIT} more records of this column.`.trim();
  return [issue(finding.code, { column: finding.column, layer }, rest)];
}
