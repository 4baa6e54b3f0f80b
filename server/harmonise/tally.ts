import { issue, type Place } from '#data/issues/issue.ts';
import { ISSUE_REGISTER, type IssueCode } from '#data/issues/register.ts';
import type { Issue } from '#data/schema/issue.ts';
import { gatherFaults } from './faults.ts';
import { ownText } from './own-text.ts';

/** Where and what; see `Place`. */
type Finding = Place & { readonly code: IssueCode };

/**
 * Collects the issues of one layer. Faults of a record are issues of their own, with their line, while they are
 * few; what we did to a whole column (info and notice) is said once, with how often. However many are met, it
 * holds a bounded number of each kind.
 */
export type Tally = {
  /** A fault met at a record. */
  readonly meet: (finding: Finding & { readonly line: number }, message?: string) => void;
  /** A fault of a record that somebody else made an issue of. */
  readonly take: (found: Issue) => void;
  /** Something about the layer or a column, said as it is. */
  readonly note: (finding: Finding, message?: string) => void;
  readonly issues: () => readonly Issue[];
};

/** Warnings about how a column is written, said once a column though they are met at its records. */
const COLUMN_WIDE: ReadonlySet<IssueCode> = new Set([
  'value.date-two-digit-year',
  'table.float-formatted-id',
  'table.leading-zero-lost',
  'value.formula-injection',
]);

/** Different messages kept of what was done to a column. */
const MESSAGES_KEPT = 5;

/** What was done to a column. */
type Habit = {
  /** Its number among the habits, in the order first met. */
  readonly order: number;
  readonly finding: Finding & { readonly line: number };
  readonly messages: Set<string>;
  count: number;
};

/** A tally of one layer. */
export function buildTally(layer: string): Tally {
  const notes: Issue[] = [];
  const habits: Habits = new Map();
  const faults = gatherFaults();
  return {
    meet: (finding, message) => {
      if (isColumnWide(finding.code)) meetHabit(habits, finding, message);
      else faults.meet({ ...finding, layer, message });
    },
    take: ({ code, ...found }) => faults.meet({ layer, ...found, code: code as IssueCode }),
    note: (finding, message) => {
      notes.push(issue(finding.code, { ...finding, layer }, message));
    },
    issues: () => [
      ...notes,
      ...inOrder(habits).map((habit) => issueOf(habit, layer)),
      ...faults.issues(),
    ],
  };
}

const columnWide = new Map(
  Object.entries(ISSUE_REGISTER).map(([code, { severity }]) => [
    code,
    severity === 'info' || severity === 'notice' || COLUMN_WIDE.has(code as IssueCode),
  ]),
);

const isColumnWide = (code: IssueCode): boolean => columnWide.get(code) === true;

/** By code, then by column: looked up once a cell, so no key is put together. */
type Habits = Map<IssueCode, Map<string, Habit>>;

function meetHabit(
  habits: Habits,
  finding: Finding & { readonly line: number },
  message: string | undefined,
): void {
  const column = finding.column ?? '';
  let habit = habits.get(finding.code)?.get(column);
  if (habit === undefined) {
    habit = habitOf(finding, sizeOf(habits));
    const columns = habits.get(finding.code) ?? new Map<string, Habit>();
    habits.set(finding.code, columns.set(column, habit));
  }
  habit.count++;
  if (message === undefined || habit.messages.has(message)) return;
  if (habit.messages.size < MESSAGES_KEPT) habit.messages.add(ownText(message));
}

function habitOf(finding: Habit['finding'], order: number): Habit {
  const value = finding.value === undefined ? {} : { value: ownText(String(finding.value)) };
  return { order, finding: { ...finding, ...value }, messages: new Set(), count: 0 };
}

const sizeOf = (habits: Habits): number =>
  [...habits.values()].reduce((sum, columns) => sum + columns.size, 0);

const inOrder = (habits: Habits): readonly Habit[] =>
  [...habits.values()]
    .flatMap((columns) => [...columns.values()])
    .sort((one, other) => one.order - other.order);

function issueOf({ finding, messages, count }: Habit, layer: string): Issue {
  const { line, ...place } = finding;
  const said = messages.size > 0 ? [...messages].join('; ') : ISSUE_REGISTER[finding.code].meaning;
  if (count === 1) return issue(finding.code, { ...place, layer }, `${said} (line ${line})`);
  const times = `${count} records, first line ${line}`;
  return issue(finding.code, { ...place, layer, count }, `${said} (${times})`);
}
