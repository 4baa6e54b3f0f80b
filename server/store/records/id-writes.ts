import type { Database } from 'better-sqlite3';
import { joinTexts, NUMBERS, TEXTS } from '#server/frames/frame.ts';
import { markOfText } from '#server/frames/mark.ts';
import type { IdChange } from '../compare-rows.ts';
import { numberOf, type OpenStates } from '../states.ts';
import { bytesOf } from './page-writes.ts';
import type { Page, Pages } from './pages.ts';
import { groupBy } from './take.ts';

/** Gives records of a staged edition other ids; the ids they had lead to them. */
export function idWrites(db: Database, pages: Pages, states: OpenStates) {
  const rewrite = db.prepare<[Uint8Array, Uint8Array, Uint8Array, number]>(
    'UPDATE page SET numbers = ?, text_ends = ?, texts = ? WHERE first = ?',
  );
  const redirect = db.prepare<[string, number, string, number]>(
    'INSERT OR REPLACE INTO redirect (from_id, edition, to_id, to_key) VALUES (?, ?, ?, ?)',
  );
  // the newest word on an id counts, of editions that were ever seen
  const redirects = db.prepare<[string], Redirect>(`
    SELECT from_id, to_id, to_key FROM redirect
    JOIN edition ON edition.row = redirect.edition AND edition.dataset = ?
      AND edition.status <> 'staged'
    ORDER BY redirect.edition DESC`);
  const target = db.prepare<[string], { to_id: string }>(`
    SELECT to_id FROM redirect JOIN edition ON edition.row = redirect.edition
    WHERE from_id = ? AND status <> 'staged' ORDER BY redirect.edition DESC LIMIT 1`);

  const giveIds = (edition: number, changes: readonly IdChange[]): void => {
    const byPage = groupBy(changes, ({ row }) => pages.spotOf(row)?.page);
    for (const [page, some] of byPage) {
      if (page) rewrite.run(...renamed(page, some), page.first);
      for (const { from, id, key } of some) redirect.run(from, edition, id, key);
    }
    pages.forgetPages();
    states.forgetStates();
  };

  /** Marks of all ids of an edition, with the rows of the records that are led elsewhere. */
  const idsOf = (edition: number, froms: ReadonlyMap<number, unknown>) => {
    const [marks, rows] = [new Set<number>(), [] as { row: number; mark: number }[]];
    for (const record of states.recordsAfter(edition, 0)) {
      const mark = numberOf(record, 'idMark');
      marks.add(mark);
      if (froms.has(mark)) rows.push({ row: record.row, mark });
    }
    return { marks, rows };
  };

  return {
    giveIds,
    followRedirects(edition: number, dataset: string): number {
      const leads = groupBy(redirects.all(dataset), ({ from_id }) => markOfText(from_id));
      if (leads.size === 0) return 0;
      const { marks, rows } = idsOf(edition, leads);
      const changes: IdChange[] = [];
      for (const { row, mark } of rows) {
        const lead = leads.get(mark)?.find(({ to_id }) => !marks.has(markOfText(to_id)));
        if (!lead) continue;
        // never one that another record has
        marks.add(markOfText(lead.to_id));
        changes.push({ row, from: lead.from_id, id: lead.to_id, key: lead.to_key });
      }
      giveIds(edition, changes);
      return changes.length;
    },
    findRedirect: (id: string): string | undefined => target.get(id)?.to_id,
  };
}

type Redirect = { readonly from_id: string; readonly to_id: string; readonly to_key: number };

const [KEY, ID_MARK] = [NUMBERS.indexOf('key'), NUMBERS.indexOf('idMark')];

/** Numbers, ends of texts and texts of a page with other ids. */
function renamed(page: Page, changes: readonly IdChange[]) {
  const byIndex = new Map(changes.map((change) => [change.row - page.first, change]));
  const numbers = new Float64Array(page.records * NUMBERS.length);
  const parts: string[] = [];
  for (let index = 0; index < page.records; index++) {
    const change = byIndex.get(index);
    const texts = TEXTS.map((name) => page.text(index, name));
    parts.push(...(change ? [change.id, ...texts.slice(1)] : texts));
    const own = NUMBERS.map((name) => page.number(index, name));
    if (change) [own[KEY], own[ID_MARK]] = [change.key, markOfText(change.id)];
    numbers.set(own, index * NUMBERS.length);
  }
  const { textEnds, texts } = joinTexts(parts);
  return [bytesOf(numbers), bytesOf(textEnds), texts] as const;
}
