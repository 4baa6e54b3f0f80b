import type { Map as MapLibre } from 'maplibre-gl';
import type { StyleState } from '#data/cartography/style/compile-style.ts';
import type { Twin } from './compare-twin.ts';
import type { Comparing } from './map-controller.ts';
import type { ScreenPoint } from './picking.ts';

/** What lets two pictures of one place be compared under a divider. */
export type CompareHost = {
  /** Show, change or (undefined) end the comparison. */
  readonly show: (comparing: Comparing | undefined) => void;
  readonly shown: () => Comparing | undefined;
  /** The rest of the picture changed. */
  readonly restyle: () => void;
  /** The map whose picture is seen at a place on screen. */
  readonly mapAt: (at: ScreenPoint) => MapLibre;
};

/**
 * Be ready to compare; nothing is made before it is asked for.
 *
 * @param stateOf everything else on the picture, the same on both sides
 */
export function hostCompare(map: MapLibre, stateOf: () => StyleState): CompareHost {
  let twin: Twin | undefined;
  let shown: Comparing | undefined;
  const end = () => {
    shown = undefined;
    twin?.remove();
    twin = undefined;
  };
  const follow = ({ right, share }: Comparing) => {
    twin?.setLayers(right);
    twin?.setShare(share);
  };
  /** Its code comes with the first comparison, which may have changed or ended by then. */
  const begin = async () => {
    const { createTwin } = await import('./compare-twin.ts');
    if (shown === undefined) return;
    twin ??= createTwin(map, shown.right, stateOf);
    follow(shown);
  };
  map.once('remove', end);
  return {
    show(comparing) {
      if (comparing === undefined) return end();
      shown = comparing;
      if (twin === undefined) void begin();
      else follow(comparing);
    },
    shown: () => shown,
    restyle: () => twin?.restyle(),
    mapAt: ({ x }) => (twin && x >= twin.dividerPx() ? twin.map : map),
  };
}
