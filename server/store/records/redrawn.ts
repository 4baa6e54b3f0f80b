import type { Versus } from '../compare-rows.ts';
import type { FeatureShape } from '../rows.ts';
import { type Numbered, numberOf, type OpenStates, type States, sameKeyIn } from '../states.ts';
import { toShape } from './feature-rows.ts';
import type { Pages, Spot } from './pages.ts';
import { isDrawnTheSame } from './pairs.ts';
import { take } from './take.ts';

/** Row and key of a feature. */
export type RowKey = { readonly row: number; readonly key: number };

/** What two editions draw differently: by key, and by all that a tile shows something of. */
export function redrawnQueries(pages: Pages, states: OpenStates) {
  const isPlaced = (record: Numbered): boolean => !Number.isNaN(numberOf(record, 'lng'));

  const isRedrawn = (record: Numbered, others: States): boolean => {
    for (const at of sameKeyIn(others, record)) {
      if (numberOf(record, 'shownMark') === others.shownMarks[at]) return false;
      const [one, other] = [pages.spotOf(record.row), pages.spotOf(others.rows[at] as number)];
      if (one && other && showsTheSame(one, other)) return false;
    }
    return true;
  };

  return {
    pageRedrawn({ edition, against }: Versus, after: number, limit: number): FeatureShape[] {
      const others = states.statesOf(against);
      const found = take(
        states.recordsAfter(edition, after),
        limit,
        (record) => isPlaced(record) && isRedrawn(record, others),
      );
      return found.flatMap(({ row }) => {
        const spot = pages.spotOf(row);
        return spot ? [toShape(spot)] : [];
      });
    },
    pageGoneKeys({ edition, against }: Versus, after: number, limit: number): RowKey[] {
      const others = states.statesOf(edition);
      const found = take(
        states.recordsAfter(against, after),
        limit,
        (record) => isPlaced(record) && sameKeyIn(others, record).next().done === true,
      );
      return found.map((record) => ({ row: record.row, key: numberOf(record, 'key') }));
    },
  };
}

function showsTheSame(one: Spot, other: Spot): boolean {
  for (const name of ['name', 'attributes'] as const) {
    if (one.page.text(one.index, name) !== other.page.text(other.index, name)) return false;
  }
  for (const name of ['type', 'lifecycle'] as const) {
    if (one.page.term(one.index, name) !== other.page.term(other.index, name)) return false;
  }
  return isDrawnTheSame(one, other);
}
