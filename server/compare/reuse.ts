import { issue } from '#data/issues/issue.ts';
import type { Issue } from '#data/schema/issue.ts';
import { middleOf, type State } from './change.ts';
import { distanceM } from './distance.ts';
import { REUSED } from './gate.ts';

/** A thing with another name this far away is another thing. */
const FAR_M = 500;
/** Share of all references that must be reused before the file is held: a list numbered anew. */
const WIDESPREAD = 0.1;
const LEAST_WIDESPREAD = 3;
/** Reused references told one by one. */
const TOLD = 100;

/** Watches pairs of one id for references that now stand for something else. */
export type Reuse = {
  readonly see: (pair: { readonly before: State; readonly after: State }) => void;
  /** @param matched references both editions have */
  readonly issues: (matched: number) => readonly Issue[];
};

/** A watch for one edition against edition `number`. */
export function openReuse(number: number): Reuse {
  const found: Issue[] = [];
  let count = 0;
  return {
    see({ before, after }) {
      const text = reuseText(before, after, number);
      if (text === undefined) return;
      count++;
      const { layer, line, reference } = after;
      // A single one is for the publisher to look at: it does not hold the file, so it is a warning.
      const place = { severity: 'warning', layer, line, value: reference } as const;
      if (found.length < TOLD) found.push(issue(REUSED, place, text));
    },
    issues(matched) {
      if (count < LEAST_WIDESPREAD || count < matched * WIDESPREAD) return found;
      const text = `${count} of ${matched} references stand for something else than in edition ${number}: the list seems to have been numbered anew. Give every record the reference it had.`;
      return [issue(REUSED, { count }, text), ...found];
    },
  };
}

function reuseText(before: State, after: State, number: number): string | undefined {
  if (!before.bounds || !after.bounds || !before.name || !after.name) return undefined;
  if (fold(before.name) === fold(after.name)) return undefined;
  const away = distanceM(middleOf(before.bounds), middleOf(after.bounds));
  if (away < FAR_M) return undefined;
  const called = after.reference === undefined ? 'This record' : `“${after.reference}”`;
  return `${called} was “${before.name}” in edition ${number} and is “${after.name}” now, ${(away / 1000).toFixed(1)} km away. Give the new thing a reference of its own.`;
}

const fold = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
