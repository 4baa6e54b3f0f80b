import type { DecisionPreview } from '#data/schema/desk.ts';
import { grouped } from '#data/words/figures.ts';
import { metresBetween } from '#server/harmonise/geometry/area.ts';
import { resourceIn } from '#server/jobs/resource-file.ts';
import type { DraftLine } from '#server/store/drafts/draft-lines.ts';
import type { DraftFound, DraftWork } from '#server/store/drafts/draft-rows.ts';
import type { Store } from '#server/store/store.ts';
import { Refusal } from '../refusal.ts';
import { type DraftContext, placeOf } from './context.ts';
import type { DeskDeps } from './deps.ts';
import { readDraft } from './read-draft.ts';

/** Records told of. */
const MOST_RECORDS = 1_000;
/** Records held side by side at a time. */
const PAGE = 2_000;
/** A shorter way is no way, metres. */
const STILL_M = 0.05;

type Figures = DecisionPreview['figures'];
type Preview = DecisionPreview['records'][number];

/** Read a draft as it would be with other decisions, hold it against what it is, and keep nothing of it. */
export async function previewOf(
  context: DraftContext,
  work: DraftWork,
  deps: DeskDeps,
): Promise<DecisionPreview> {
  const { publishing } = deps;
  const { store } = publishing;
  const { draft } = context;
  const { sha256, detail } = draft;
  const resource = resourceIn({
    path: store.resourcePath(sha256),
    sha256,
    fileName: detail.fileName,
  });
  const { found, edition } = await readDraft({ ...draft, work }, resource, publishing);
  if (edition === undefined)
    throw new Refusal('conflict', found.unreadable ?? 'It cannot be read so.');
  try {
    const { records, differ } = await differences(context, edition, store);
    return { figures: figuresOf(context, found), records, differ };
  } finally {
    await store.dropEdition(edition);
  }
}

/** Records that would be otherwise, held side by side a page at a time. */
async function differences(
  context: DraftContext,
  edition: number,
  store: Store,
): Promise<Pick<DecisionPreview, 'records' | 'differ'>> {
  const records: Preview[] = [];
  let differ = 0;
  const see = async (one: DraftLine): Promise<void> => {
    const { layer, line } = one;
    const range = { layer, from: line, to: line, limit: 1 };
    const [other] = await store.drafts.listLines(edition, range);
    const told = other && differenceOf(one, other, context);
    if (!told) return;
    differ++;
    if (records.length < MOST_RECORDS) records.push(told);
  };
  for (let after = 0; ; ) {
    const page = await store.drafts.pageLines(context.edition, after, PAGE);
    if (page.length === 0) return { records, differ };
    for (const one of page) await see(one);
    after = page.at(-1)?.row ?? after;
  }
}

function figuresOf(context: DraftContext, after: DraftFound): Figures {
  const before = context.found;
  const pairs: readonly [title: string, before: number, after: number, more: boolean][] = [
    [`In ${context.area}`, before.closer?.falls.inside ?? 0, after.closer?.falls.inside ?? 0, true],
    ['On the map', before.features, after.features, true],
    ['Without a position', before.unplaced, after.unplaced, false],
    ['Could not be read', before.rejected, after.rejected, false],
  ];
  return pairs
    .filter(([, was, is]) => was !== is)
    .map(([title, was, is, more]) => ({
      title,
      before: grouped(was),
      after: grouped(is),
      tone: is > was === more ? ('good' as const) : ('warn' as const),
    }));
}

function differenceOf(
  one: DraftLine,
  other: DraftLine,
  context: DraftContext,
): Preview | undefined {
  const metres = one.point && other.point ? metresBetween(one.point, other.point) : undefined;
  const isMoved =
    metres === undefined
      ? (one.point === undefined) !== (other.point === undefined)
      : metres > STILL_M;
  const fields = changedFields(one, other);
  if (!isMoved && fields.length === 0) return undefined;
  return {
    line: one.line,
    ...(one.reference === undefined ? {} : { reference: one.reference }),
    before: sideOf(one, fields, context),
    after: sideOf(other, fields, context),
    ...(metres !== undefined && isMoved ? { distanceM: Math.round(metres * 10) / 10 } : {}),
  };
}

const changedFields = (one: DraftLine, other: DraftLine): readonly string[] =>
  [...new Set([...Object.keys(one.attributes), ...Object.keys(other.attributes)])].filter(
    (name) => JSON.stringify(one.attributes[name]) !== JSON.stringify(other.attributes[name]),
  );

/** Attributes told of one record. */
const FIELDS = 3;

function sideOf(
  { point, attributes }: DraftLine,
  fields: readonly string[],
  context: DraftContext,
): Preview['before'] {
  const values = fields
    .slice(0, FIELDS)
    .map((name) => `${name}: ${String(attributes[name] ?? 'empty')}`);
  return {
    text: values.length > 0 ? values.join('; ') : point ? 'placed' : 'without a point',
    ...(point ? { at: [...point], place: placeOf(context, point) } : {}),
  };
}
