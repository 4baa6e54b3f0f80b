import type { IssueDetail, IssueGroup, IssueGroups } from '#data/schema/desk-issues.ts';
import type { DraftLine } from '#server/store/drafts/draft-lines.ts';
import type { Store } from '#server/store/store.ts';
import { columnOf, type DraftContext, findColumn, placeOf } from '../draft/context.ts';
import { Refusal } from '../refusal.ts';
import { distanceText, sentence, windText } from '../words.ts';
import { type Candidates, candidatesFor, type Surveying } from './candidates.ts';
import { offersFor } from './choices.ts';
import { type FoundIssue, foundIssues } from './found.ts';
import { columnsOf, withLines } from './lines.ts';
import { maskedCells, maskedColumns } from './masking.ts';
import type { Matter, Offer } from './offer.ts';
import { wordsOf } from './words.ts';

/** Issues of a draft that are looked through at once. */
const MOST_ISSUES = 20_000;

/** Everything wrong with a draft, out of the store. */
export async function issuesOf(
  context: DraftContext,
  store: Store,
): Promise<readonly FoundIssue[]> {
  return foundIssues(await store.listIssues(context.edition, { limit: MOST_ISSUES }), context);
}

/** How many things stop publishing, can wait, and were put right. */
export const countsOf = (issues: readonly FoundIssue[]): IssueGroups['counts'] => ({
  blocks: issues.filter(({ band }) => band === 'blocks').length,
  later: issues.filter(({ band }) => band === 'later').length,
  mended: issues.filter(({ band }) => band === 'mended').length,
});

/** One issue as a line of the list. */
export function groupOf(issue: FoundIssue, context: DraftContext): IssueGroup {
  const { id, band, code, records, column, layer, line, decision, settledBefore } = issue;
  const { title, where } = wordsOf(issue, context);
  return {
    ...{ id, band, code, title, where, records },
    ...(column === undefined ? {} : { column }),
    ...(layer === undefined ? {} : { layer }),
    ...(line === undefined ? {} : { line }),
    ...(decision === undefined ? {} : { decision }),
    ...(settledBefore === undefined ? {} : { settledBefore }),
  };
}

/** An issue with its record and its choices. */
export type OpenIssue = {
  readonly issue: FoundIssue;
  readonly all: readonly FoundIssue[];
  readonly around: readonly DraftLine[];
  readonly matter: Matter;
  readonly offers: readonly Offer[];
};

/** @throws {Refusal} `not-found` when the draft has no such issue (any more) */
export async function openIssue(
  id: string,
  context: DraftContext,
  surveying: Surveying,
  store: Store,
): Promise<OpenIssue> {
  const all = await issuesOf(context, store);
  const found = all.find((each) => each.id === id);
  if (!found)
    throw new Refusal('not-found', `Cannot find issue "${id}": it may be settled already.`);
  const issue = await withLines(found, context, store);
  const [line] = issue.lines;
  const around =
    line === undefined || issue.layer === undefined
      ? []
      : await store.drafts.linesAround(context.edition, issue.layer, line);
  const columns = columnsOf(context, issue.layer);
  const own = around.find((each) => each.line === line);
  const candidates: Candidates = candidatesFor(issue, context, surveying);
  const matter = { issue, context, columns, candidates, ...(own ? { line: own } : {}) };
  return { issue, all, around, matter, offers: offersFor(matter) };
}

/** One issue with its rows, its place, what it could have been and what can be done. */
export function detailOf({ issue, all, around, matter, offers }: OpenIssue): IssueDetail {
  const { context, candidates } = matter;
  const same = all.filter(({ band }) => band === issue.band);
  const at = same.findIndex(({ id }) => id === issue.id);
  const { body, mend } = wordsOf(issue, context);
  const extract = extractOf(issue, around, context);
  const [previous, next] = [same[at - 1], same[at + 1]];
  const { astray } = issue;
  const reference = astray?.reference ?? matter.line?.reference;
  const point = astray?.at ?? matter.line?.point;
  return {
    ...groupOf(issue, context),
    tone: issue.band === 'blocks' ? 'bad' : issue.band === 'later' ? 'warn' : 'good',
    count: countText(at + 1, same.length, issue.band),
    ...(previous ? { previous: previous.id } : {}),
    ...(next ? { next: next.id } : {}),
    body: body.filter(({ text }) => text !== ''),
    mend,
    lines: [...issue.lines],
    ...(extract ? { extract } : {}),
    ...(reference === undefined ? {} : { reference }),
    ...(point ? { at: [...point], place: placeOf(context, point) } : {}),
    ...(astray?.distanceM === undefined ? {} : { distanceM: astray.distanceM }),
    candidates: [...candidates.all],
    choices: offers.map(({ decide: _, ...choice }) => choice),
    ...beforeAndAfter(issue, context, candidates),
    kept: keptWords(issue),
  };
}

const keptWords = ({ value, band }: FoundIssue): string =>
  band === 'mended'
    ? 'The file as sent is kept unchanged.'
    : `The file keeps ${value ?? 'what it says'}. The mend is stored beside it as a rule, with your name and today’s date.`;

/** Columns shown of a record beside those concerned. */
const NAMING = ['reference', 'name'];
const WIDEST = 60;

function extractOf(
  issue: FoundIssue,
  around: readonly DraftLine[],
  context: DraftContext,
): IssueDetail['extract'] {
  const [line] = issue.lines;
  if (around.length === 0 || line === undefined) return undefined;
  const names = columnsOf(context, issue.layer);
  const vote = context.closer.layers.find(({ name }) => name === issue.layer)?.vote;
  const concerned = (issue.column ?? '').split(', ').filter((name) => names.includes(name));
  const position = issue.code.startsWith('crs.') ? (vote?.columns ?? []) : [];
  const naming = NAMING.flatMap((attribute) => columnOf(context, attribute)?.name ?? []);
  const fallback = naming.length === 0 ? names.slice(0, 2) : naming;
  const columns = [...new Set([...fallback, ...position, ...concerned])].filter((name) =>
    names.includes(name),
  );
  const masked = maskedColumns(context, issue.layer);
  return {
    columns,
    rows: around.map((each) => {
      const cells = maskedCells(each.cells, names, masked);
      return {
        line: each.line,
        cells: columns.map((name) => shorten(cells[names.indexOf(name)] ?? '')),
        isIt: each.line === line,
      };
    }),
    bad: concerned.map((name) => columns.indexOf(name)),
  };
}

const shorten = (text: string): string =>
  text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;

function beforeAndAfter(
  issue: FoundIssue,
  context: DraftContext,
  { all, suggested }: Candidates,
): Pick<IssueDetail, 'before' | 'after'> {
  const { astray, column, layer } = issue;
  const vote = context.closer.layers.find(({ name }) => name === layer)?.vote;
  if (!astray?.figures || !vote || findColumn(context, column, layer) === undefined) return {};
  const figures = astray.figures.map(String);
  const home = context.found.bounds;
  const middle = home && ([(home[0] + home[2]) / 2, (home[1] + home[3]) / 2] as const);
  const note =
    astray.at && middle
      ? `${distanceText(astray.distanceM ?? 0)} ${windText(middle, astray.at)}`
      : undefined;
  const before = { text: figures.join(', '), ...(note === undefined ? {} : { note }) };
  const chosen = all.find(({ value }) => value === suggested?.value);
  if (!chosen) return { before };
  const becomes = figures.map((text, index) =>
    vote.columns[index] === column ? chosen.value : text,
  );
  return {
    before,
    after: {
      text: becomes.join(', '),
      ...(chosen.at ? { at: chosen.at } : {}),
      note: `In ${chosen.place ?? context.area}${suggested?.withinM === undefined ? '' : `, ± ${suggested.withinM} m`}`,
    },
  };
}

/** `Issue 1 of 2 that block publishing`. */
function countText(at: number, of: number, band: FoundIssue['band']): string {
  const what = {
    blocks: of === 1 ? 'that blocks publishing' : 'that block publishing',
    later: 'you can fix later',
    mended: 'mended',
  };
  return sentence(`issue ${at} of ${of} ${what[band]}`);
}
