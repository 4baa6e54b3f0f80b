import { findFeatureType } from '#data/features/index.ts';
import type { UnplacedList, UnplacedRecord } from '#data/schema/layer-figures.ts';
import type { UnplacedRow } from '#server/store/records/feature-heads.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';

/** Records named in an answer about something else. */
const FIRST_FEW = 5;

/** Issues of a record among which the reason is looked for. */
const MOST_ISSUES = 20;

/** Codes of issues that tell why a record has no place. */
const WHY = /^(geom|crs)\./;

/** What was read of an edition: it never changes. */
const known = new WeakMap<EditionRow, Promise<UnplacedRecord[]>>();

/** How many records of some editions are not on the map, and the first few of them. */
export async function firstUnplaced(
  editions: readonly EditionRow[],
  store: Store,
): Promise<UnplacedList> {
  const records: UnplacedRecord[] = [];
  for (const edition of editions) {
    if (edition.report.unplaced === 0 || records.length >= FIRST_FEW) continue;
    const some = known.get(edition) ?? readSome(edition, store);
    known.set(edition, some);
    records.push(...(await some));
  }
  return { total: totalOf(editions), records: records.slice(0, FIRST_FEW) };
}

const totalOf = (editions: readonly EditionRow[]): number =>
  editions.reduce((sum, { report }) => sum + report.unplaced, 0);

async function readSome(edition: EditionRow, store: Store): Promise<UnplacedRecord[]> {
  const { records } = await pageUnplaced([edition], store, { after: 0, limit: FIRST_FEW });
  return records;
}

/** A page of the records of some editions that are not on the map, after a row number. */
export async function pageUnplaced(
  editions: readonly EditionRow[],
  store: Store,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<UnplacedList> {
  const records: UnplacedRecord[] = [];
  let last = after;
  const inOrder = editions.toSorted((one, other) => one.row - other.row);
  for (const edition of inOrder.filter(({ report }) => report.unplaced > 0)) {
    const page = { after, limit: limit - records.length };
    if (page.limit <= 0) break;
    for (const row of await store.pageUnplaced(edition.row, page)) {
      records.push(await unplacedRecord(row, edition, store));
      last = Math.max(last, row.row);
    }
  }
  return {
    total: totalOf(editions),
    records,
    ...(records.length === limit ? { next: last } : {}),
  };
}

async function unplacedRecord(
  { type, name, reference, layer, line }: UnplacedRow,
  edition: EditionRow,
  store: Store,
): Promise<UnplacedRecord> {
  const issues = await store.listIssues(edition.row, { line, layer, limit: MOST_ISSUES });
  const why = issues.find(({ code }) => WHY.test(code));
  const kind = findFeatureType(type)?.title ?? 'Record';
  return {
    layerId: edition.layerId,
    dataset: edition.dataset,
    sha256: edition.sha256,
    layer,
    line,
    title: name ?? (reference === undefined ? `${kind}, line ${line}` : `${kind} ${reference}`),
    ...(reference === undefined ? {} : { reference }),
    ...(why ? { why: why.message } : {}),
  };
}
