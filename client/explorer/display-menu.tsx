import type { Dispatch } from 'react';
import { AppearanceMenu } from '#client/features/frame/appearance-menu.tsx';
import type { Action, Explore } from '#client/state/explore.ts';
import { announce } from '#client/ui/announcer.tsx';
import type { Basemap } from '#data/schema/basemap.ts';

type DisplayMenuProps = {
  readonly state: Explore;
  readonly basemaps: readonly Basemap[];
  readonly dispatch: Dispatch<Action>;
};

/** How the page looks and what the map stands on. */
export function DisplayMenu({ state, basemaps, dispatch }: DisplayMenuProps) {
  return (
    <AppearanceMenu
      appearance={state.appearance}
      onChoose={(appearance) => dispatch({ kind: 'appearance-chosen', appearance })}
      ground={{
        basemaps,
        chosen: state.base,
        onChoose: (base) => {
          dispatch({ kind: 'base-chosen', base });
          const title = basemaps.find(({ id }) => id === base)?.title ?? 'ODIN’s own';
          announce(`Base map: ${title}`);
        },
      }}
    />
  );
}
