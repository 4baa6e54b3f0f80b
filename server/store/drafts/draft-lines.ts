import type { LngLat } from '#data/schema/geometry.ts';
import { NUMBERS } from '#server/frames/frame.ts';
import { markOfText } from '#server/frames/mark.ts';
import { attributesOf, isPlaced, namesOf, rowOf } from '../records/feature-rows.ts';
import type { Pages, Spot } from '../records/pages.ts';
import type { ReadPublished } from '../records/published-blocks.ts';
import { take } from '../records/take.ts';

/** A record of an edition as it was published. */
export type DraftLine = {
  readonly id: string;
  readonly layer: string;
  readonly line: number;
  readonly reference?: string;
  readonly name?: string;
  readonly point?: LngLat;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** In the order of the layer's columns. */
  readonly cells: readonly string[];
};

type Placed = DraftLine & { readonly row: number };

/** Records of one edition by the lines they stand on, placed or not. */
export function draftLines(pages: Pages, readPublished: ReadPublished) {
  const toLine = (spot: Spot): Placed => {
    const { page, index } = spot;
    const [lng, lat] = [page.number(index, 'lng'), page.number(index, 'lat')];
    return {
      ...{ row: rowOf(spot), id: page.text(index, 'id') },
      ...{ layer: page.term(index, 'layer') ?? '', line: lineOf(spot) },
      ...namesOf(spot),
      ...(isPlaced(spot) ? { point: [lng, lat] as const } : {}),
      attributes: attributesOf(spot),
      cells: readPublished(page.edition, rowOf(spot)).cells,
    };
  };
  /** Records of a layer from one line to another, in the order of their lines. */
  const between = (edition: number, { layer, from, to, limit }: LineRange): Spot[] => {
    const spots = [...pages.spotsOnLines(edition, from, to)].filter(
      ({ page, index }) => page.term(index, 'layer') === layer,
    );
    return spots.sort((one, other) => lineOf(one) - lineOf(other)).slice(0, limit);
  };
  /** The record nearest to a line, of those up to `reach` lines before or behind it; looked for ever further. */
  const beside = (edition: number, layer: string, line: number, way: -1 | 1): Spot | undefined => {
    for (let reach = NEAR_LINES; reach < FAR_LINES; reach *= NEAR_LINES) {
      const [from, to] = way < 0 ? [line - reach, line - 1] : [line + 1, line + reach];
      const found = between(edition, { layer, from, to, limit: Number.POSITIVE_INFINITY });
      const spot = way < 0 ? found.at(-1) : found[0];
      if (spot) return spot;
    }
    return undefined;
  };
  return {
    /** Records of a layer from one line to another. */
    listLines: async (edition: number, range: LineRange): Promise<DraftLine[]> =>
      between(edition, range).map(toLine),
    /** The record on a line with the one before and the one after it, those there are. */
    linesAround: async (edition: number, layer: string, line: number): Promise<DraftLine[]> => {
      const [own] = between(edition, { layer, from: line, to: line, limit: 1 });
      const around = [beside(edition, layer, line, -1), own, beside(edition, layer, line, 1)];
      return around.flatMap((spot) => (spot ? [toLine(spot)] : []));
    },
    /** Every record, after a row number. */
    pageLines: async (edition: number, rowAfter: number, limit: number): Promise<Placed[]> =>
      take(pages.spotsAfter(edition, rowAfter), limit).map(toLine),
    /** The record of an edition that has an id. */
    findLine: async (edition: number, id: string): Promise<DraftLine | undefined> => {
      const mark = markOfText(id);
      for (const { first, records, numbers } of pages.numbersAfter(edition, 0)) {
        for (let index = 0; index < records; index++) {
          if (numbers[index * NUMBERS.length + ID_MARK] !== mark) continue;
          const spot = pages.spotOf(first + index);
          return spot && toLine(spot);
        }
      }
      return undefined;
    },
  };
}

const ID_MARK = NUMBERS.indexOf('idMark');

/** How far the record beside another is looked for, lines, and how much further each time. */
const NEAR_LINES = 100;
/** No file has so many lines. */
const FAR_LINES = 10 ** 13;

const lineOf = ({ page, index }: Spot): number => page.number(index, 'line');

/** Some lines of a layer, at most so many. */
export type LineRange = {
  readonly layer: string;
  readonly from: number;
  readonly to: number;
  readonly limit: number;
};
