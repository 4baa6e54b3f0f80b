import type { PersonalFinding, PersonalFindings } from '#data/schema/desk.ts';
import { type DraftContext, findColumn } from '../draft/context.ts';
import type { DeskDeps } from '../draft/deps.ts';
import { offersFor } from './choices.ts';
import { issuesOf } from './detail.ts';
import type { FoundIssue } from './found.ts';
import { columnsOf } from './lines.ts';

/** Everything that may describe persons, masked, with what can be done or was. */
export async function personalView(
  context: DraftContext,
  { publishing }: DeskDeps,
): Promise<PersonalFindings> {
  const issues = await issuesOf(context, publishing.store);
  const found = issues.filter(({ code }) => code === 'value.personal-data-suspected');
  return { cells: context.closer.screened, findings: found.map((issue) => told(issue, context)) };
}

function told(issue: FoundIssue, context: DraftContext): PersonalFinding {
  const { id, column, layer, message, value, line, severity, decision } = issue;
  const isHidden = column === undefined || findColumn(context, column, layer) === undefined;
  const made = decision === undefined ? undefined : context.draft.work.decided[decision];
  const matter = { issue, context, columns: columnsOf(context, layer), candidates: { all: [] } };
  return {
    id,
    where: column ?? layer ?? 'the file',
    ...(layer === undefined || layer === '' ? {} : { layer }),
    isHidden,
    severity: severity === 'error' || severity === 'warning' ? severity : 'notice',
    words: message,
    ...(value === undefined ? {} : { example: value }),
    ...(line === undefined ? {} : { line }),
    ...(made
      ? { settled: { words: 'May be published', by: made.by, at: made.at, why: made.why } }
      : {}),
    choices: offersFor(matter).map(({ decide: _, ...choice }) => choice),
  };
}
