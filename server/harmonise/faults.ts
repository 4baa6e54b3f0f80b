import { issue, type Place } from '#data/issues/issue.ts';
import { ISSUE_REGISTER, type IssueCode } from '#data/issues/register.ts';
import type { Issue } from '#data/schema/issue.ts';
import { ownText } from './own-text.ts';

/** A fault of a record: an issue is made of it only if it is kept. */
export type Fault = Place & {
  readonly code: IssueCode;
  /** The register's own words when left out. */
  readonly message?: string | undefined;
};

/** Collects faults of records: the first of each kind line by line, repeats folded, the rest counted. */
export type Faults = {
  readonly meet: (fault: Fault) => void;
  /** In the order first met. */
  readonly issues: () => readonly Issue[];
};

/** Times the same is said line by line; more often it is one issue that counts the records. */
const SAME_LIMIT = 20;
/** Faults of one code and column given line by line, and different ones told apart; the rest are counted. */
const LINE_LIMIT = 1_000;

/** Faults that say the same: of one value, or in the same words. */
type Same = { readonly first: Issue; last: number; count: number };

/** Faults of one code in one column. */
type Kind = {
  readonly sames: Map<string, Same>;
  /** Those given line by line. */
  readonly met: {
    readonly same: Same;
    readonly line: number | undefined;
    readonly message: string;
  }[];
  count: number;
  last: number;
};

/** Faults of one layer, of which at most a thousand of a kind are held, whatever comes. */
export function gatherFaults(): Faults {
  const kinds = new Map<string, Kind>();
  return {
    meet: (fault) => {
      const key = `${fault.code}\n${fault.column ?? ''}\n${fault.severity ?? ''}`;
      let kind = kinds.get(key);
      if (kind === undefined) {
        kind = { sames: new Map(), met: [], count: 0, last: 0 };
        kinds.set(key, kind);
      }
      meetIn(kind, fault);
    },
    issues: () => [...kinds.values()].flatMap(issuesOf),
  };
}

function meetIn(kind: Kind, fault: Fault): void {
  const { line } = fault;
  kind.count++;
  kind.last = line ?? kind.last;
  const key = fault.value === undefined ? (fault.message ?? '') : `\n${String(fault.value)}`;
  let same = kind.sames.get(key);
  if (same === undefined) {
    if (kind.sames.size >= LINE_LIMIT) return;
    same = { first: issueFrom(fault), last: 0, count: 0 };
    kind.sames.set(ownText(key), same);
  }
  same.count++;
  same.last = line ?? same.last;
  if (same.count > SAME_LIMIT || kind.met.length >= LINE_LIMIT) return;
  const message = fault.message === undefined ? same.first.message : ownText(fault.message);
  kind.met.push({ same, line, message });
}

/** An issue whose texts keep no part of the file alive. */
function issueFrom({ code, message, ...place }: Fault): Issue {
  const made = issue(code, place, message === undefined ? undefined : ownText(message));
  return made.value === undefined ? made : { ...made, value: ownText(made.value) };
}

function issuesOf({ sames, met, count, last }: Kind): readonly Issue[] {
  const folded = new Set([...sames.values()].filter((same) => same.count > SAME_LIMIT));
  const issues: Issue[] = [];
  const said = new Set<Same>();
  let spoken = 0;
  const fold = (same: Same): void => {
    if (said.has(same)) return;
    said.add(same);
    spoken += same.count;
    issues.push(foldedIssue(same));
  };
  for (const { same, line, message } of met) {
    if (folded.has(same)) fold(same);
    else {
      spoken++;
      issues.push(
        line === undefined ? { ...same.first, message } : { ...same.first, line, message },
      );
    }
  }
  for (const same of folded) fold(same);
  const rest = count - spoken;
  const [first] = issues;
  if (rest > 0 && first !== undefined) issues.push(restIssue(first, rest, last));
  return issues;
}

function foldedIssue({ first, last, count }: Same): Issue {
  const lines = first.line === undefined ? '' : `, first line ${first.line}, last line ${last}`;
  const times = `${count} records say the same${lines}`;
  return { ...first, count, message: `${first.message} (${times})` };
}

function restIssue(first: Issue, rest: number, last: number): Issue {
  const { line: _line, value: _value, proposal: _proposal, ...kind } = first;
  const { meaning, mend } = ISSUE_REGISTER[first.code as IssueCode];
  const upTo = last > 0 ? `, the last at line ${last}` : '';
  return { ...kind, count: rest, message: `${meaning} ${mend} (and ${rest} more records${upTo})` };
}
