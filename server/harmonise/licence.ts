import { issue } from '#data/issues/issue.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { HarmoniseContext } from './context.ts';
import { wordsOf } from './fields/heading.ts';
import type { ColumnFacts } from './profile.ts';

/** Everything said about the licence of a file, by whom. */
export type LicenceStatements = {
  /** The caller's word: an id or the publisher's words. */
  readonly option?: string | undefined;
  /** The descriptor's licence id. */
  readonly source?: string | undefined;
  /** Words the file itself says. */
  readonly file: readonly string[];
};

/** The licence a dataset is taken under, and what was wrong with what was said. */
export type LicenceVerdict = {
  /** Id of the catalogue; absent: not stated, or not understood. */
  readonly id?: string;
  readonly issues: readonly Issue[];
};

/**
 * Settle the licence of a file: the caller's word, else the descriptor's, else the file's own.
 * Nothing said is `licence.missing`, never taken for open; a file that says otherwise is reported.
 */
export function settleLicence(
  statements: LicenceStatements,
  context: HarmoniseContext,
): LicenceVerdict {
  const issues: Issue[] = [];
  const recognise = (words: string): string | undefined => {
    const id = idOf(words, context);
    if (id === undefined) {
      issues.push(
        issue(
          'licence.unrecognised',
          { value: words },
          'These words name no licence of the catalogue: give its id, or its usual name.',
        ),
      );
    }
    return id;
  };
  const said = [statements.option, statements.source].find((words) => words !== undefined);
  const chosen = said === undefined ? undefined : recognise(said);
  const inFile = new Map<string, string>();
  for (const words of new Set(statements.file)) {
    const id = recognise(words);
    if (id !== undefined && !inFile.has(id)) inFile.set(id, words);
  }
  issues.push(...contradictions(chosen, inFile));
  const id = chosen ?? (inFile.size === 1 ? [...inFile.keys()][0] : undefined);
  if (id === undefined && inFile.size === 0) issues.push(issue('licence.missing'));
  return id === undefined ? { issues } : { id, issues };
}

function idOf(words: string, { licences, recogniseLicence }: HarmoniseContext): string | undefined {
  if (licences.has(words)) return words;
  for (const id of licences.keys()) if (id.toLowerCase() === words.toLowerCase()) return id;
  return recogniseLicence?.(words)?.id;
}

function contradictions(
  chosen: string | undefined,
  inFile: ReadonlyMap<string, string>,
): readonly Issue[] {
  if (chosen === undefined && inFile.size > 1) {
    return [
      issue(
        'licence.file-says-otherwise',
        { value: [...inFile.values()].join(' · ') },
        `The file states ${inFile.size} licences (${[...inFile.keys()].join(', ')}): say which one holds.`,
      ),
    ];
  }
  if (chosen === undefined) return [];
  return [...inFile].flatMap(([id, words]) =>
    id === chosen
      ? []
      : [
          issue(
            'licence.file-says-otherwise',
            { value: words },
            `Given as ${chosen}, but the file states ${id}: settle which one holds.`,
          ),
        ],
  );
}

/** Words a column of the table says about the licence, when all its records say the same. */
export function licenceColumn(columns: readonly ColumnFacts[]): string | undefined {
  const column = columns.find(({ name, values }) => {
    const words = wordsOf(name);
    return (
      values.size === 1 && words.some((word) => /^licen[cs]e$/.test(word)) && words.length <= 2
    );
  });
  return column === undefined ? undefined : [...column.values.keys()][0];
}
