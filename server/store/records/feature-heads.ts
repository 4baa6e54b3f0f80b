import type { FeatureHead, FeatureShape } from '../rows.ts';
import { attributesOf, isPlaced, namesOf, rowOf, toHead, toShape } from './feature-rows.ts';
import type { Pages, Spot } from './pages.ts';
import { take } from './take.ts';

/** A record that is kept without a position. */
export type UnplacedRow = Pick<
  FeatureHead,
  'row' | 'type' | 'reference' | 'name' | 'layer' | 'line' | 'attributes'
>;

/** Which records of an edition are wanted. */
export type RowPage = { readonly after?: number; readonly limit: number };

/** Reads of records by edition or row, in the order and number asked for. */
export function featureHeads({ spotsAfter, spotOf }: Pages) {
  const placedAmong = (rows: readonly number[]): Spot[] =>
    rows.flatMap((row) => {
      const spot = spotOf(row);
      return spot && isPlaced(spot) ? [spot] : [];
    });
  return {
    pageHeads: (edition: number, { after = 0, limit }: RowPage): FeatureHead[] =>
      take(spotsAfter(edition, after), limit, isPlaced).map(toHead),
    listHeads: (rows: readonly number[]): FeatureHead[] => placedAmong(rows).map(toHead),
    listShapes: (rows: readonly number[]): FeatureShape[] => placedAmong(rows).map(toShape),
    pageUnplaced: (edition: number, { after = 0, limit }: RowPage): UnplacedRow[] =>
      take(spotsAfter(edition, after), limit, (spot) => !isPlaced(spot)).map(toUnplaced),
  };
}

const toUnplaced = (spot: Spot): UnplacedRow => ({
  row: rowOf(spot),
  type: spot.page.term(spot.index, 'type') ?? '',
  ...namesOf(spot),
  layer: spot.page.term(spot.index, 'layer') ?? '',
  line: spot.page.number(spot.index, 'line'),
  attributes: attributesOf(spot),
});
