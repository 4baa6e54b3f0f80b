import type { MapPadding } from '#client/map/map-controller.ts';
import type { SitesAnswer } from '#data/schema/sites.ts';
import type { Ranking } from '#data/siting/ranking.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import type { SurfaceState } from '../surface/use-surface-state.ts';

/** What the finder's map is shown of, and what it tells. */
export type SitesMapProps = {
  readonly search: SiteSearch;
  /** Undefined until it is there; the map stands before. */
  readonly answer: SitesAnswer | undefined;
  readonly ranking: Ranking | undefined;
  /** Key of the site selected in list, table and map. */
  readonly selected: string | undefined;
  /** Its evidence is open: the camera shows it with what it was measured to. */
  readonly isOpen?: boolean;
  /** Keys of the sites ticked to be compared. */
  readonly compared: readonly string[];
  readonly onSelect: (key: string | undefined) => void;
  readonly shows: 'sites' | 'surface';
  readonly onShows: (shows: 'sites' | 'surface') => void;
  /** Hexagons, while they are shown; from `useSurfaceState`. */
  readonly surface?: SurfaceState;
  /** What lies over the map, px on each side. Give the same value while nothing changes. */
  readonly padding?: MapPadding;
  /** A weight is being dragged: figures wait. */
  readonly isHeld?: boolean;
};
