import type { Bounds } from '#data/schema/geometry.ts';
import { readWkb, shapeOfWkb } from '#server/frames/wkb.ts';
import type { FeatureSketch, FeatureState, StatePair, Versus } from '../compare-rows.ts';
import {
  counterpartIn,
  type Numbered,
  namedIn,
  numberOf,
  type OpenStates,
  type States,
} from '../states.ts';
import type { Boxes } from './boxes.ts';
import { attributesOf, boundsOf, isPlaced, namesOf, rowOf } from './feature-rows.ts';
import type { Pages, Spot } from './pages.ts';
import type { ReadPublished } from './published-blocks.ts';
import { take } from './take.ts';

/** Features near a place that are looked at. */
const NEAR = 50;

/** What editions are compared by. */
export type Compared = {
  readonly pages: Pages;
  readonly states: OpenStates;
  readonly boxes: Boxes;
};

/** Two editions of a dataset side by side: features are the same when their ids are. A page at a time. */
export function editionPairs({ pages, states, boxes }: Compared, readPublished: ReadPublished) {
  const toState = (spot: Spot): FeatureState => stateOf(spot, readPublished);
  const spotsOf = (rows: Iterable<number>): Spot[] =>
    Array.from(rows, pages.spotOf).filter((spot) => spot !== undefined);

  const unmatched = ({ edition, against }: Versus, after: number, limit: number): Spot[] => {
    const others = states.statesOf(against);
    const found = take(
      states.recordsAfter(edition, after),
      limit,
      (record) => counterpartIn(others, namedIn(record)) < 0,
    );
    return spotsOf(found.map(({ row }) => row));
  };

  const pairOf = (record: Numbered, others: States): StatePair | undefined => {
    const at = counterpartIn(others, namedIn(record));
    const isSame = numberOf(record, 'extraMark') === others.extraMarks[at];
    if (isSame && numberOf(record, 'shownMark') === others.shownMarks[at]) return undefined;
    const [older, newer] = at < 0 ? [] : spotsOf([others.rows[at] as number, record.row]);
    if (!older || !newer || (isSame && saysTheSame(older, newer))) return undefined;
    return { before: toState(older), after: toState(newer) };
  };

  return {
    pageUnmatched: (...asked: Parameters<typeof unmatched>): FeatureState[] =>
      unmatched(...asked).map(toState),
    sketchUnmatched: (...asked: Parameters<typeof unmatched>): FeatureSketch[] =>
      unmatched(...asked).map(toSketch),
    countKept: (edition: number): number => pages.countRecords(edition).records,
    countMatched({ edition, against }: Versus): number {
      const others = states.statesOf(against);
      let count = 0;
      for (const record of states.recordsAfter(edition, 0)) {
        if (counterpartIn(others, namedIn(record)) >= 0) count++;
      }
      return count;
    },
    nearUnmatched({ edition, against }: Versus, bounds: Bounds): FeatureSketch[] {
      const others = states.statesOf(against);
      const rows: number[] = [];
      boxes.eachInBox([edition], bounds, ({ entries }, at) => rows.push(entries[at] as number));
      return spotsOf(rows.sort((one, other) => one - other))
        .filter((spot) => counterpartIn(others, namedBy(spot)) < 0)
        .slice(0, NEAR)
        .map(toSketch);
    },
    // Most features of a refresh say what they said: their marks are equal, and they are not read.
    pageDiffering({ edition, against }: Versus, after: number, limit: number): StatePair[] {
      const others = states.statesOf(against);
      const pairs: StatePair[] = [];
      for (const record of states.recordsAfter(edition, after)) {
        const pair = pairOf(record, others);
        if (pair && pairs.push(pair) === limit) break;
      }
      return pairs;
    },
  };
}

const namedBy = ({ page, index }: Spot) => ({
  key: page.number(index, 'key'),
  idMark: page.number(index, 'idMark'),
});

function saysTheSame(one: Spot, other: Spot): boolean {
  const attributesOf = ({ page, index }: Spot): string => page.text(index, 'attributes');
  return attributesOf(one) === attributesOf(other) && isDrawnTheSame(one, other);
}

/** True when two records have the same geometry, to the last bit. */
export const isDrawnTheSame = (one: Spot, other: Spot): boolean =>
  Buffer.compare(one.page.geometry(one.index), other.page.geometry(other.index)) === 0;

function stateOf(spot: Spot, readPublished: ReadPublished): FeatureState {
  const geometry = spot.page.geometry(spot.index);
  return {
    ...calledOf(spot),
    line: spot.page.number(spot.index, 'line'),
    attributes: attributesOf(spot),
    extra: readPublished(spot.page.edition, rowOf(spot)).extra,
    ...(geometry.length > 0 ? { geometry: readWkb(geometry) } : {}),
  };
}

function toSketch(spot: Spot): FeatureSketch {
  const geometry = spot.page.geometry(spot.index);
  const shape = geometry.length > 0 ? shapeOfWkb(geometry) : undefined;
  return { ...calledOf(spot), ...(shape ? { shape } : {}) };
}

const calledOf = (spot: Spot) => ({
  row: rowOf(spot),
  key: spot.page.number(spot.index, 'key'),
  id: spot.page.text(spot.index, 'id'),
  ...namesOf(spot),
  layer: spot.page.term(spot.index, 'layer') ?? '',
  ...(isPlaced(spot) ? { bounds: boundsOf(spot) } : {}),
});
