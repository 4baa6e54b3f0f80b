import { useEffect, useRef, useState } from 'react';
import type { Ranking } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { countMoved, type Departed, departedOf } from './departed.ts';

/** What the last edit did to the list. */
export type LastEdit = {
  readonly departed: readonly Departed[];
  readonly moved: number;
  /** The ranking before it. */
  readonly before: Ranking | undefined;
};

const NONE: LastEdit = { departed: [], moved: 0, before: undefined };

/**
 * What the last edit did: rows that left stay to be seen until the next one. A drag of a slider is one edit, which
 * ends when it is let go.
 */
export function useLastEdit(
  search: SiteSearch,
  ranking: Ranking | undefined,
  isMoving: boolean,
): LastEdit {
  const [edit, setEdit] = useState<LastEdit>(NONE);
  /** The list as it stood when the present search began, and whose it is. */
  const base = useRef({ search, ranking });
  useEffect(() => {
    if (isMoving || ranking === undefined) return;
    const before = base.current;
    base.current = { search, ranking };
    if (before.ranking === undefined || before.search === search) return;
    const { ranking: old } = before;
    setEdit({ departed: departedOf(old, ranking), moved: countMoved(old, ranking), before: old });
  }, [search, ranking, isMoving]);
  return edit;
}
