import { attributesOf } from '#data/features/index.ts';
import type { Astray } from '#data/schema/closer.ts';
import type { IssueBand } from '#data/schema/desk-issues.ts';
import type { Issue } from '#data/schema/issue.ts';
import { isGateCode } from '#server/compare/gate.ts';
import { isAccepted } from '#server/decide.ts';
import { columnOf, type DraftContext, findColumn, idOf } from '../draft/context.ts';
import { isFar } from '../readback/falls.ts';

/** One thing that is wrong, with every record it is wrong of. */
export type FoundIssue = {
  readonly id: string;
  readonly band: IssueBand;
  readonly code: string;
  readonly severity: Issue['severity'];
  readonly layer?: string;
  readonly column?: string;
  readonly value?: string;
  readonly line?: number;
  /** Of its records, at most 500. */
  readonly lines: readonly number[];
  readonly records: number;
  readonly message: string;
  /** Number of the decision that settled it. */
  readonly decision?: number;
  /** It was settled for an edition before this one. */
  readonly settledBefore?: boolean;
  /** Present when it is about where one record stands. */
  readonly astray?: Astray;
};

/** Codes that have a step of their own, or tell of what is as it should be. */
const ELSEWHERE =
  /^(?:licence|meta|fetch|net|version)\.|^column\.(?:mapped|unmapped|geometry-chosen|single-value)|^crs\.(?:declared|detected|transform-grid-used|axes-from-definition|missing)$|^id\.(?:new|removed|redirected)$|^value\.personal-data-suspected$|^file\.(?:hidden|several)/;

/** Records outside the area are told of one by one, not by what the reading says of all of them. */
const isElsewhere = ({ code, line }: Issue): boolean =>
  ELSEWHERE.test(code) || (code === 'crs.out-of-provider-area' && line === undefined);

/** Codes that stop publishing until somebody has decided: nobody could rely on the record or the column. */
const BLOCKING =
  /^crs\.(?:digit-lost|out-of-country|null-island|false-origin|not-finite|conflict|axes-ambiguous|mixed-within-file|unsupported)$|^column\.unknown-type$/;

/** What was put right without asking, though it is graver than a note. */
const MENDED = /^crs\.(?:axes-swapped-fixed|swapped-row|unit-converted)$/;

/** Codes of which each record is a question of its own. */
const ONE_BY_ONE =
  /^crs\.(?:digit-lost|out-of-country|out-of-provider-area|swapped-row|null-island|false-origin)$|^value\.(?:date-invalid|date-order|date-far|entry-date|patched)|^id\.duplicate/;

/** Said once of a column, and true of every record. */
const OF_ALL = /^column\.(?:all-empty|missing-required)$/;

/** With more records than this they are one question. */
const MOST_SINGLE = 12;
/** Lines told of one issue. */
export const MOST_LINES = 500;

/** Everything wrong with a draft, gravest first: what the reading found and where records stand. */
export function foundIssues(
  issues: readonly Issue[],
  context: DraftContext,
): readonly FoundIssue[] {
  const own = issues.filter((each) => !isElsewhere(each) && !isGateCode(each.code));
  const personal = context.closer.layers.flatMap((layer) => layer.personal);
  const groups = new Map<string, Issue[]>();
  for (const each of [...personal, ...own]) {
    const key = keyOf(each, own);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const found = [...groups.values()].map((those) => gathered(those, context));
  const strays = strayIssues(own, context);
  return [...found, ...strays]
    .filter(({ band, severity, code }) => band !== 'mended' || severity !== 'info' || isTold(code))
    .sort((a, b) => BANDS.indexOf(a.band) - BANDS.indexOf(b.band) || b.records - a.records);
}

const BANDS: readonly IssueBand[] = ['blocks', 'later', 'mended'];

/** Notes of what ODIN did to values: others are of no interest to whoever publishes. */
const isTold = (code: string): boolean =>
  /^value\.(?:patched|null-token|html-stripped|unit-converted|code-synonym-mapped|combined|several-figures|grid-ref-parsed|defaulted|default-from-field)$|^text\.|^table\./.test(
    code,
  );

function keyOf({ code, layer, column, value, line }: Issue, all: readonly Issue[]): string {
  const alone =
    ONE_BY_ONE.test(code) && all.filter((each) => each.code === code).length <= MOST_SINGLE;
  const of = code === 'value.code-unknown' ? value : undefined;
  return JSON.stringify([code, layer, column, of, alone ? line : undefined]);
}

function gathered(those: readonly Issue[], context: DraftContext): FoundIssue {
  const [first] = those;
  if (!first) throw new RangeError('Cannot gather no issues');
  const { code, severity, layer, column, value, line, message } = first;
  const records = OF_ALL.test(code)
    ? recordsOf(layer, context)
    : those.reduce((sum, each) => sum + (each.count ?? 1), 0);
  const alone = ONE_BY_ONE.test(code) && records === 1;
  const isPosition = code.startsWith('crs.') && alone;
  const astray = isPosition ? strayOn(first, context) : undefined;
  const settled = settledBy(those, context);
  const of = code === 'value.code-unknown' ? value : undefined;
  const own = alone ? line : undefined;
  return {
    id: isPosition ? idOf(code, layer, line) : idOf(code, layer, column, of, own),
    band: bandOf(those, settled !== undefined, context),
    ...{ code, severity, records, message, ...placed({ layer, column, value, line }) },
    lines: linesOf(those, context),
    ...settled,
    ...(astray ? { astray } : {}),
  };
}

/** Records of a layer, or of all that are taken. */
const recordsOf = (layer: string | undefined, { closer, found }: DraftContext): number =>
  closer.layers.find(({ name }) => name === layer)?.records ?? found.records;

/** The record of an issue, where it is one that is not where it should be. */
const strayOn = ({ layer, line }: Issue, { closer }: DraftContext): Astray | undefined =>
  closer.falls.astray.find((each) => each.line === line && each.layer === layer);

type Place = Pick<FoundIssue, 'layer' | 'column' | 'value' | 'line'>;

/** What is known of a place, and nothing else. */
const placed = (place: { readonly [Key in keyof Place]: Place[Key] | undefined }): Place =>
  Object.fromEntries(Object.entries(place).filter(([, each]) => each !== undefined));

/** The decision that settled all of these, if one did. */
function settledBy(
  those: readonly Issue[],
  context: DraftContext,
): Pick<FoundIssue, 'decision' | 'settledBefore'> | undefined {
  const { source, draft } = context;
  const [first] = those;
  if (!first) return undefined;
  if (first.code === 'value.patched') {
    const { decided } = draft.work;
    const at = decided.findIndex(
      ({ decision }) =>
        decision.kind === 'patch' &&
        decision.patch.column === first.column &&
        decision.patch.was === first.value,
    );
    return at < 0 ? { settledBefore: true } : { decision: at };
  }
  if (!those.every((each) => isAccepted(source, each, draft.sha256))) return undefined;
  const before = draft.work.base;
  if (those.every((each) => isAccepted(before, each, draft.sha256))) return { settledBefore: true };
  const at = draft.work.decided.findLastIndex(
    ({ decision }) =>
      decision.kind === 'accept' &&
      decision.code === first.code &&
      (decision.line === undefined || decision.line === first.line),
  );
  return at < 0 ? {} : { decision: at };
}

function bandOf(those: readonly Issue[], isSettled: boolean, context: DraftContext): IssueBand {
  const [first] = those;
  if (!first || isSettled || MENDED.test(first.code) || first.severity === 'info') return 'mended';
  if (first.code === 'value.personal-data-suspected')
    return first.severity === 'error' ? 'blocks' : 'later';
  if (first.severity === 'critical' || BLOCKING.test(first.code)) return 'blocks';
  if (first.code === 'value.code-unknown')
    return isRequired(first.column, context) ? 'blocks' : 'later';
  return 'later';
}

function isRequired(column: string | undefined, context: DraftContext): boolean {
  const attribute = findColumn(context, column)?.taken?.attribute;
  const own = context.type ? attributesOf(context.type) : [];
  return own.some(({ name, required }) => name === attribute && required === true);
}

/** Lines of some issues; of one that stands for many, those on which its column says the same. */
function linesOf(those: readonly Issue[], context: DraftContext): readonly number[] {
  const lines = new Set(those.flatMap(({ line }) => line ?? []));
  for (const { count, column, layer, value } of those) {
    if (count === undefined || column === undefined) continue;
    const look = findColumn(context, column, layer);
    const same = look?.values.filter(({ text }) => text === value) ?? [];
    for (const each of same) for (const line of each.lines) lines.add(line);
  }
  return [...lines].sort((a, b) => a - b).slice(0, MOST_LINES);
}

/** Records over the line of the area, which the reading itself lets pass when they are near to it. */
function strayIssues(issues: readonly Issue[], context: DraftContext): readonly FoundIssue[] {
  const told = new Set(
    issues
      .filter(({ code }) => code.startsWith('crs.'))
      .map(({ layer, line }) => `${layer} ${line}`),
  );
  const { astray } = context.closer.falls;
  const over = astray.filter((one) => one.isPlaced && !told.has(`${one.layer} ${one.line}`));
  if (context.closer.falls.area === undefined) return [];
  if (over.length > MOST_SINGLE) return [strayGroup(over, context)];
  return over.map((one) => strayGroup([one], context));
}

function strayGroup(those: readonly Astray[], context: DraftContext): FoundIssue {
  const [first] = those;
  if (!first) throw new RangeError('Cannot gather no records');
  const one = those.length === 1 ? first : undefined;
  const code = 'crs.out-of-provider-area';
  const issue: Issue = {
    code,
    severity: 'warning',
    mender: 'publisher',
    layer: first.layer,
    line: first.line,
    message: '',
  };
  const settled = settledBy([issue], context);
  return {
    id: idOf(code, first.layer, one?.line),
    band: settled ? 'mended' : 'later',
    ...{ code, severity: those.some(isFar) ? ('error' as const) : ('warning' as const) },
    ...{ layer: first.layer, line: first.line, records: countOf(those, context), message: '' },
    column: columnNames(context),
    lines: those.map(({ line }) => line),
    ...settled,
    ...(one ? { astray: one } : {}),
  };
}

/** How many these are: of very many, only the first are told one by one. */
const countOf = (those: readonly Astray[], { closer }: DraftContext): number => {
  const { astray, outside } = closer.falls;
  return those.length === 1 ? 1 : those.length + outside - astray.length;
};

/** The columns positions are read from, as people name them: `GeoX, GeoY`. */
const columnNames = ({ closer }: DraftContext): string =>
  closer.layers.find(({ vote }) => vote)?.vote?.columns.join(', ') ?? '';

/** The column records are told apart by, and the attribute it is. */
export const referenceColumn = (context: DraftContext): string | undefined =>
  columnOf(context, 'reference')?.name;
