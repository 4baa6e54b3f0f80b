import type { DeskStep, Draft } from '#data/schema/desk.ts';
import type { DraftCompare, Receipt } from '#data/schema/desk-compare.ts';
import type { LicenceStep } from '#data/schema/desk-licence.ts';
import { grouped, many, plural } from '#data/words/figures.ts';
import type { DraftRow } from '#server/store/drafts/draft-rows.ts';
import type { DraftContext } from './draft/context.ts';
import { timeText } from './words.ts';

/** What the seven steps are told from. */
export type Parts = {
  readonly draft: DraftRow;
  readonly progress: Draft['progress'];
  readonly context?: DraftContext;
  readonly bands: Draft['columns'];
  readonly counts: Draft['issues'];
  readonly personal: { readonly open: number };
  readonly licence?: LicenceStep;
  readonly compare?: DraftCompare;
  readonly receipt?: Receipt;
};

type Told = Omit<DeskStep, 'id' | 'title'>;

const TITLES = {
  file: 'File',
  readback: 'Read-back',
  columns: 'Columns',
  issues: 'Issues',
  licence: 'Licence',
  compare: 'Compare',
  publish: 'Publish',
} as const;

/** The seven steps with their counts, and all that is left before publishing. */
export function stepsOf(parts: Parts): {
  readonly steps: DeskStep[];
  readonly left: Draft['left'];
} {
  const { progress, context, receipt } = parts;
  const isRead = context !== undefined;
  const told: Readonly<Record<DeskStep['id'], Told>> = {
    file:
      progress.state === 'unreadable'
        ? { state: 'blocks', label: 'Not readable' }
        : { state: 'done', label: '1 file' },
    readback: readbackStep(parts),
    columns: isRead ? columnsStep(parts) : { state: 'todo' },
    issues: isRead ? issuesStep(parts) : { state: 'todo' },
    licence: licenceTold(parts),
    compare: compareTold(parts),
    publish: receipt
      ? { state: 'done', label: `Published ${timeText(receipt.publishedAt)}` }
      : { state: 'todo' },
  };
  const ids = Object.keys(TITLES) as DeskStep['id'][];
  return {
    steps: ids.map((id) => ({ id, title: TITLES[id], ...told[id] })),
    left: receipt ? [] : leftOf(parts),
  };
}

function readbackStep({ context }: Parts): Told {
  if (!context) return { state: 'todo' };
  if (!context.type) return { state: 'blocks', label: 'Kind not known' };
  return { state: 'done', label: many(context.found.records, context.noun) };
}

function columnsStep({ bands }: Parts): Told {
  const matched = bands.likely + bands.certain;
  if (bands.settle > 0)
    return { state: 'look', label: `${grouped(bands.settle)} to settle`, count: bands.settle };
  return { state: 'done', label: `${grouped(matched)} matched, ${grouped(bands.kept)} kept` };
}

function issuesStep({ counts }: Parts): Told {
  const { blocks, later } = counts;
  if (blocks > 0) {
    const wait = later > 0 ? `, ${grouped(later)} can wait` : '';
    return {
      state: 'blocks',
      label: `${grouped(blocks)} to settle${wait}`,
      count: blocks,
    };
  }
  return later > 0
    ? { state: 'look', label: `${grouped(later)} to fix later`, count: later }
    : { state: 'done', label: 'None' };
}

function licenceTold({ licence }: Parts): Told {
  if (!licence) return { state: 'todo' };
  if (licence.left.length > 0) return { state: 'todo', label: 'Cannot be skipped' };
  return { state: 'done', label: licence.chosen ?? '' };
}

function compareTold({ compare }: Parts): Told {
  if (!compare) return { state: 'todo' };
  const open = compare.guards.filter(({ isSettled }) => !isSettled).length;
  if (open > 0) return { state: 'todo', label: many(open, 'question'), count: open };
  return compare.against
    ? { state: 'done', label: `+${grouped(compare.added)} −${grouped(compare.removed)}` }
    : { state: 'done', label: 'First edition' };
}

function leftOf({ progress, context, counts, licence, compare, personal }: Parts): Draft['left'] {
  if (!context) return [{ step: 'file', words: progress.words }];
  const left: Draft['left'] = [];
  if (!context.type) left.push({ step: 'readback', words: 'say what kind of data it is' });
  if (context.found.features === 0) {
    left.push({
      step: 'issues',
      words: `none of the ${plural(context.noun)} could be put on the map`,
    });
  }
  if (counts.blocks > 0) {
    const persons = personal.open > 0 ? `, ${grouped(personal.open)} about persons` : '';
    left.push({ step: 'issues', words: `${many(counts.blocks, 'issue')} to settle${persons}` });
  }
  for (const words of licence?.left ?? []) left.push({ step: 'licence', words });
  for (const { isSettled, lead } of compare?.guards ?? []) {
    if (!isSettled) left.push({ step: 'compare', words: lead });
  }
  return left;
}
