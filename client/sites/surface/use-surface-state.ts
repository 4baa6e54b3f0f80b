import { useCallback, useMemo, useState } from 'react';
import { useSurface } from '#client/api/sites.ts';
import type { SurfacePicture } from '#client/map/sites-map-controller.ts';
import { distanceM } from '#client/state/view.ts';
import { announce } from '#client/ui/announcer.tsx';
import type { SitesAnswer } from '#data/schema/sites.ts';
import type { Ranking } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { useRanking } from '../state/use-ranking.ts';
import { type Cell, type Cells, cellsOf, drawnOf } from './cells.ts';
import { speakCell } from './say-cell.ts';
import { stepFrom, type Way } from './step.ts';
import { surfaceSearchOf } from './surface-search.ts';

/** The surface as the map, its legend and the list beside it share it. */
export type SurfaceState = {
  /** What hexagons are asked: the search without what needs a site. */
  readonly search: SiteSearch;
  readonly leftOut: readonly string[];
  readonly answer: SitesAnswer | undefined;
  readonly ranking: Ranking | undefined;
  readonly cells: Cells | undefined;
  /** Cells of the list's first page, none near another. */
  readonly best: readonly Cell[];
  readonly picture: SurfacePicture | undefined;
  readonly selected: Cell | undefined;
  readonly select: (key: string | undefined) => void;
  /** Go to the next cell in a direction and say which it is. */
  readonly step: (way: Way) => void;
  readonly isAsking: boolean;
  /** Why there is none, in a sentence. */
  readonly problem: string | undefined;
  readonly askAgain: () => void;
};

/** Places the list begins with, and the map marks. */
const BEST = 6;

/** Hexagons over the whole region, scored by the search; asked for while they are shown. */
export function useSurfaceState(asked: SiteSearch, isShown: boolean): SurfaceState {
  const { search, leftOut } = useMemo(() => surfaceSearchOf(asked), [asked]);
  const [key, setKey] = useState<string>();
  const { data: answer, isFetching, error, refetch } = useSurface(isShown ? search : undefined);
  const ranking = useRanking(answer, search);
  const cells = useMemo(
    () => (answer && ranking ? cellsOf(answer, ranking) : undefined),
    [answer, ranking],
  );
  const best = useMemo(() => bestOf(cells?.scored ?? []), [cells]);
  const picture = useMemo(
    () => (isShown && cells ? pictureOf(cells, best) : undefined),
    [isShown, cells, best],
  );
  const selected = key === undefined ? undefined : cells?.byKey.get(key);
  const step = useCallback(
    (way: Way) => {
      const next = cells && nextOf(cells, selected, way);
      if (answer === undefined || next === undefined) return;
      setKey(next.site.key);
      announce(speakCell(next, answer, search));
    },
    [answer, cells, selected, search],
  );
  return {
    search,
    leftOut,
    answer,
    ranking,
    cells,
    best,
    picture,
    selected,
    select: setKey,
    step,
    isAsking: isFetching,
    problem: error?.message,
    askAgain: () => void refetch(),
  };
}

/** Nearer than this, two cells are one place to a reader, metres. */
const APART_M = 2_500;

/** The best cells, each a good way from those before it: neighbours of the best say nothing new. */
function bestOf(scored: readonly Cell[]): Cell[] {
  const best: Cell[] = [];
  for (const cell of scored) {
    if (best.length === BEST) break;
    if (best.every(({ site }) => distanceM(site.at, cell.site.at) >= APART_M)) best.push(cell);
  }
  return best;
}

const pictureOf = (cells: Cells, best: readonly Cell[]): SurfacePicture => ({
  cells: drawnOf(cells),
  best: best.map(({ site: { key, at } }, index) => ({ key, at, rank: index + 1 })),
});

/** From nowhere the first step goes to the best. */
function nextOf(cells: Cells, from: Cell | undefined, way: Way): Cell | undefined {
  if (from === undefined) return cells.all[0];
  const key = stepFrom(
    from.site.at,
    way,
    cells.all.map(({ site }) => site),
  );
  return key === undefined ? undefined : cells.byKey.get(key);
}
