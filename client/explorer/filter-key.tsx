import type { Dispatch } from 'react';
import { MapKey } from '#client/features/filter/map-key.tsx';
import type { Action } from '#client/state/explore.ts';
import type { useMatches } from './use-matches.ts';

type FilterKeyProps = {
  readonly matches: ReturnType<typeof useMatches>;
  readonly isHiding: boolean;
  readonly dispatch: Dispatch<Action>;
};

/** What filters do to the map, said on the map. */
export function FilterKey({ matches, isHiding, dispatch }: FilterKeyProps) {
  const { layers, filtered, unsure } = matches;
  return (
    <MapKey
      layers={layers.filter(({ id }) => filtered.includes(id)).map(({ summary }) => summary)}
      isHiding={isHiding}
      unsure={unsure}
      onClear={() => dispatch({ kind: 'filters-cleared' })}
    />
  );
}
