import type { IconName } from '#client/ui/icon.tsx';
import type { DeskTask, TASK_STATUSES } from '#data/schema/desk-home.ts';

export type TaskStatus = (typeof TASK_STATUSES)[number];

type Sign = {
  readonly word: string;
  readonly icon: IconName;
  readonly tone: 'good' | 'info' | 'warn' | 'bad' | 'none';
};

/** Glyph, word and tone of a status. Source: the design's component table. */
export const STATUS_SIGNS: Readonly<Record<TaskStatus, Sign>> = {
  'needs-fixing': { word: 'Needs fixing', icon: 'warning', tone: 'bad' },
  overdue: { word: 'Overdue', icon: 'clock', tone: 'warn' },
  draft: { word: 'Draft', icon: 'pencil', tone: 'info' },
  due: { word: 'Due', icon: 'clock', tone: 'info' },
  live: { word: 'Live', icon: 'check-circle', tone: 'good' },
  'not-supplied': { word: 'Not supplied', icon: 'dotted-circle', tone: 'none' },
  'none-held': { word: 'We hold none', icon: 'minus-circle', tone: 'none' },
};

/** Statuses in the order of their chips: what needs somebody first. */
export const STATUS_ORDER = Object.keys(STATUS_SIGNS) as readonly TaskStatus[];

/** The status an address names; none for any other text: all are shown. */
export const readStatus = (text: string | undefined): TaskStatus | undefined =>
  STATUS_ORDER.find((status) => status === text);

/** Tasks of one status, or all. */
export const tasksOf = (
  tasks: readonly DeskTask[],
  status: TaskStatus | undefined,
): readonly DeskTask[] =>
  status === undefined ? tasks : tasks.filter((task) => task.status === status);
