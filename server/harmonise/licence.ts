import { issue } from '#data/issues/issue.ts';
import type { LicenceStatement } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Source } from '#data/schema/source.ts';
import type { HarmoniseContext } from './context.ts';
import { wordsOf } from './fields/heading.ts';
import { speaksOfTerms, whyNoLicence } from './licence-words.ts';
import type { ColumnFacts } from './profile.ts';

/** Everything said about the licence of a file, by whom. */
export type LicenceStatements = {
  /** The caller's word: an id or the publisher's words. */
  readonly option?: string | undefined;
  /** What the descriptor says. */
  readonly source?: Source['licence'] | undefined;
  /** Words the file itself says, or a paper beside it, and where they stand. */
  readonly file: readonly LicenceStatement[];
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
  const said = statements.option ?? statements.source?.id;
  const chosen = said === undefined ? [] : idsIn(said, context);
  const inFile = statedIn(statements.file, context);
  const unread = unreadWords(said, statements.file, context);
  const [only, ...more] = chosen.length > 0 ? chosen : [...inFile.keys()];
  if (only === undefined) return { issues: [...unread, missing(unread)] };
  if (more.length > 0) return { issues: [...unread, several([only, ...more], said, inFile)] };
  const basis = statements.option === undefined ? statements.source : undefined;
  return {
    id: only,
    issues: [
      ...unread,
      ...contradictions(only, inFile),
      ...evidenceOf(only, said === undefined ? inFile.get(only) : undefined),
      ...doubtsOf(only, basis, context),
    ],
  };
}

/** Licence ids the file's own texts name, each with the first statement of it. */
function statedIn(
  statements: readonly LicenceStatement[],
  context: HarmoniseContext,
): ReadonlyMap<string, LicenceStatement> {
  const found = new Map<string, LicenceStatement>();
  for (const statement of statements) {
    for (const id of idsIn(statement.text, context)) if (!found.has(id)) found.set(id, statement);
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

/** Words that stand where a licence should and name none; of the file's own only while nothing else names one. */
function unreadWords(
  said: string | undefined,
  file: readonly LicenceStatement[],
  context: HarmoniseContext,
): readonly Issue[] {
  const names = (words: string): boolean => idsIn(words, context).length > 0;
  if (said !== undefined) return names(said) ? [] : [unrecognised({ text: said, where: '' })];
  return file.some(({ text }) => names(text)) ? [] : file.slice(0, 1).map(unrecognised);
}

const unrecognised = ({ text, where }: LicenceStatement): Issue =>
  issue(
    'licence.unrecognised',
    { value: text },
    `“${short(text)}”${where === '' ? '' : ` (${where})`} ${whyNoLicence(text)}`,
  );

const missing = (unread: readonly Issue[]): Issue =>
  unread.length === 0
    ? issue('licence.missing')
    : issue(
        'licence.missing',
        {},
        'No licence can be told from what is said, so the data cannot be published. State the licence: the Open Government Licence v3.0 suits most council data.',
      );

function several(
  ids: readonly string[],
  said: string | undefined,
  inFile: ReadonlyMap<string, LicenceStatement>,
): Issue {
  const each = ids.map((id) => {
    const where = inFile.get(id)?.where;
    return said !== undefined || where === undefined ? id : `${id} in ${where}`;
  });
  return issue(
    'licence.file-says-otherwise',
    { value: said ?? inFile.get(ids[0] ?? '')?.text },
    `${ids.length} licences are stated (${each.join('; ')}), and the data can only be taken under one. Say which one holds, and remove the others.`,
  );
}

const contradictions = (
  chosen: string,
  inFile: ReadonlyMap<string, LicenceStatement>,
): readonly Issue[] =>
  [...inFile]
    .filter(([id]) => id !== chosen)
    .map(([id, { text, where }]) =>
      issue(
        'licence.file-says-otherwise',
        { value: text },
        `Given as ${chosen}, and the file states ${id} in ${where}: “${short(text)}”. Settle which one holds, and correct the other.`,
      ),
    );

/** Where the file states the licence it was taken under, in the publisher's words. */
const evidenceOf = (id: string, statement: LicenceStatement | undefined): readonly Issue[] =>
  statement === undefined
    ? []
    : [
        issue(
          'licence.stated-in-file',
          { value: statement.text },
          `Taken under ${id}, as stated in ${statement.where}: “${short(statement.text)}”.`,
        ),
      ];

/** What a person should know of the licence chosen: older than the current one, presumed, or with conditions. */
function doubtsOf(
  id: string,
  source: Source['licence'] | undefined,
  { licences }: HarmoniseContext,
): readonly Issue[] {
  const licence = licences.get(id);
  const newer = licence?.supersededBy;
  const found: Issue[] = [];
  if (newer !== undefined) {
    found.push(
      issue(
        'licence.version-superseded',
        { value: id },
        `The data is given under ${id}, which ${newer} has replaced; ODIN keeps to ${id}. Give the next edition under ${newer}.`,
      ),
    );
  }
  if (source?.basis === 'presumed') found.push(issue('licence.presumed', { value: id }));
  const asked = source?.basis === 'confirmed-by-email' || source?.basis === 'agreement';
  if (asked && source?.evidence === undefined) found.push(issue('licence.evidence-missing'));
  if (licence?.obligations.limitedPurpose === true) {
    found.push(issue('licence.conditions-apply', { value: id }));
  }
  return found;
}

const SHORT = 120;
const short = (text: string): string => {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain.length > SHORT ? `${plain.slice(0, SHORT - 1)}…` : plain;
};

/** What a column of the table says about the licence, when all its records say the same and it speaks of terms. */
export function licenceColumn(
  columns: readonly ColumnFacts[],
  { recogniseLicences }: HarmoniseContext,
): LicenceStatement | undefined {
  for (const { name, label, values } of columns) {
    const words = wordsOf(name);
    const isLicence = words.some((word) => /^(licen[cs]e|right|term)$/.test(word));
    const [text, ...others] = values.keys();
    if (!isLicence || words.length > 3 || text === undefined || others.length > 0) continue;
    if ((recogniseLicences?.(text) ?? []).length > 0 || speaksOfTerms(text)) {
      return { text, where: `column “${label}”` };
    }
  }
  return undefined;
}
