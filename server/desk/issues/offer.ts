import type { Decision } from '#data/schema/decision.ts';
import type { Choice } from '#data/schema/desk-choice.ts';
import type { DraftLine } from '#server/store/drafts/draft-lines.ts';
import type { DraftContext } from '../draft/context.ts';
import type { Candidates } from './candidates.ts';
import type { FoundIssue } from './found.ts';

/** A choice, and what is decided when it is taken. */
export type Offer = Choice & {
  readonly decide: (value: string) => Taken;
};

/** Decisions of the descriptor, and what taking them is called. */
export type Taken = {
  readonly decisions: readonly Decision[];
  readonly words: string;
  readonly why?: string;
};

/** What an issue's choices are made of. */
export type Matter = {
  readonly issue: FoundIssue;
  readonly context: DraftContext;
  /** Its record, where it is about one. */
  readonly line?: DraftLine;
  readonly columns: readonly string[];
  readonly candidates: Candidates;
};

/** An issue that is right as it is: one record of this file, or a column of every file to come. */
export function accepted(issue: FoundIssue, { draft }: DraftContext): Decision {
  const { code, column, layer, line, records } = issue;
  const isOne = records === 1 && line !== undefined;
  const isCombined = column?.includes(', ') === true;
  return {
    kind: 'accept',
    code,
    ...(column === undefined || isCombined ? {} : { column }),
    ...(layer === undefined ? {} : { layer }),
    ...(isOne ? { line } : {}),
    ...(isOne || code.startsWith('crs.') ? { sha256: draft.sha256 } : {}),
  };
}
