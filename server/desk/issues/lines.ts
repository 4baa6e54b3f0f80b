import type { Store } from '#server/store/store.ts';
import { type DraftContext, takenLayers } from '../draft/context.ts';
import { type FoundIssue, MOST_LINES } from './found.ts';

/** Lines looked through at a time, and how many times. */
const WINDOW = 1_000;
const MOST_WINDOWS = 20;

/** Issues of cells that hold nothing. */
const EMPTY = /^(?:value\.missing|column\.all-empty)$/;

/** Headings of a layer in the order of its cells. */
export const columnsOf = (context: DraftContext, layer: string | undefined): readonly string[] =>
  (takenLayers(context).find(({ name }) => name === layer)?.columns ?? []).map(({ name }) => name);

/**
 * An issue with all lines its column says the same on, up to the most told of one: the reading itself keeps the first
 * few of each value alone.
 */
export async function withLines(
  issue: FoundIssue,
  context: DraftContext,
  store: Store,
): Promise<FoundIssue> {
  const alike = alikeOf(issue, columnsOf(context, issue.layer));
  if (!alike) return issue;
  const wanted = Math.min(issue.records, MOST_LINES);
  const lines = new Set(issue.lines);
  for (let window = 0, from = 1; window < MOST_WINDOWS && lines.size < wanted; window++) {
    const asked = { layer: alike.layer, from, to: from + WINDOW - 1, limit: WINDOW };
    for (const { line, cells } of await store.drafts.listLines(context.edition, asked)) {
      if ((cells[alike.at] ?? '').trim() === alike.text) lines.add(line);
    }
    from += WINDOW;
  }
  return { ...issue, lines: [...lines].sort((a, b) => a - b).slice(0, wanted) };
}

/** What the cells of an issue’s records say, and where; undefined when all their lines are known, or cannot be. */
function alikeOf(
  { code, layer, column = '', records, lines, value }: FoundIssue,
  columns: readonly string[],
): { readonly layer: string; readonly at: number; readonly text: string } | undefined {
  const at = columns.indexOf(column);
  const text = value ?? (EMPTY.test(code) ? '' : undefined);
  const isMasked = code === 'value.personal-data-suspected';
  if (layer === undefined || text === undefined || at < 0 || isMasked) return undefined;
  return lines.length < Math.min(records, MOST_LINES)
    ? { layer, at, text: text.trim() }
    : undefined;
}
