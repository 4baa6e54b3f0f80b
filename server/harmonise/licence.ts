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
  const said = statements.option ?? statements.source;
  const chosen = said === undefined ? [] : idsIn(said, context);
  const inFile = statedIn(statements.file, context);
  const unread = (said === undefined ? statements.file.slice(0, 1) : [said])
    .filter((words) => idsIn(words, context).length === 0)
    .map(unrecognised);
  const [only, ...more] = chosen.length > 0 ? chosen : [...inFile.keys()];
  if (only === undefined) return { issues: [...unread, issue('licence.missing')] };
  if (more.length > 0) {
    return { issues: [...unread, several([only, ...more], said ?? inFile.get(only))] };
  }
  return { id: only, issues: [...unread, ...contradictions(only, inFile)] };
}

/** Licence ids the file's own texts name, each with the text. */
function statedIn(
  texts: readonly string[],
  context: HarmoniseContext,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const words of new Set(texts)) {
    for (const id of idsIn(words, context)) if (!found.has(id)) found.set(id, words);
  }
  return found;
}

function idsIn(
  words: string,
  { licences, recogniseLicences }: HarmoniseContext,
): readonly string[] {
  for (const id of licences.keys()) if (id.toLowerCase() === words.toLowerCase()) return [id];
  return (recogniseLicences?.(words) ?? []).map(({ id }) => id);
}

const unrecognised = (words: string): Issue =>
  issue(
    'licence.unrecognised',
    { value: words },
    'These words name no licence of the catalogue: give its id, or its usual name.',
  );

const several = (ids: readonly string[], words: string | undefined): Issue =>
  issue(
    'licence.file-says-otherwise',
    { value: words },
    `${ids.length} licences are stated (${ids.join(', ')}): say which one holds.`,
  );

const contradictions = (chosen: string, inFile: ReadonlyMap<string, string>): readonly Issue[] =>
  [...inFile]
    .filter(([id]) => id !== chosen)
    .map(([id, words]) =>
      issue(
        'licence.file-says-otherwise',
        { value: words },
        `Given as ${chosen}, but the file states ${id}: settle which one holds.`,
      ),
    );

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
