import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { MapPadding, MapView } from '#client/map/map-controller.ts';
import type {
  CellPainter,
  SelectedSite,
  SiteLines,
  SiteMark,
  SitesLayers,
  SitesMapController,
  SurfacePicture,
  ThingLabel,
} from '#client/map/sites-map-controller.ts';
import { useController } from '#client/map/use-controller.ts';
import { useMode } from '#client/state/mode-context.ts';
import { REGION } from '#client/state/region.ts';
import type { Credit } from '#data/schema/credits.ts';
import type { Bounds } from '#data/schema/geometry.ts';

/** What the page wants of the map; give the same value while nothing changes. */
export type SitesWishes = {
  readonly layers: SitesLayers;
  readonly marks: readonly SiteMark[];
  readonly things: readonly ThingLabel[];
  readonly lines: SiteLines | undefined;
  readonly selected: SelectedSite | undefined;
  readonly surface: SurfacePicture | undefined;
  readonly padding: MapPadding | undefined;
  /** What the camera shows when it changes. */
  readonly frame: Bounds | undefined;
  /** Owed for what is shown beside layers. */
  readonly credits: readonly Credit[];
  readonly onPick: (key: string | undefined) => void;
};

/** Put the finder's map into `container` and keep it as the page wants it. */
export function useSitesMap(container: RefObject<HTMLElement | null>, wishes: SitesWishes) {
  const mode = useMode();
  const [view, setView] = useState<MapView>();
  const [isIdle, setIdle] = useState(false);
  const [hovered, setHovered] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const [painter, setPainter] = useState<CellPainter>();
  const latest = useRef(wishes);
  latest.current = wishes;
  const { controller, problem } = useController(container, async (element) => {
    const { createSitesMap } = await import('#client/map/sites-map.ts');
    return createSitesMap(element, {
      mode,
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
      bounds: latest.current.frame ?? REGION.bounds,
      events: {
        onView: setView,
        onPick: (key) => latest.current.onPick(key),
        onHover: setHovered,
        onIdle: () => setIdle(true),
        onFailure: setTrouble,
        onPainted: setPainter,
      },
    });
  });
  useWishes(controller, wishes);
  useEffect(() => controller?.setMode(mode), [controller, mode]);
  const { layers, surface, credits: owed } = wishes;
  // biome-ignore lint/correctness/useExhaustiveDependencies: layers, surface and view are what the map answers for
  const credits = useMemo(
    () => controller?.attribution(owed) ?? [],
    [controller, owed, layers, surface, view],
  );
  return { controller, problem, trouble, view, isIdle, hovered, painter, credits };
}

/** Tell the map what the page wants of it, part by part. */
function useWishes(controller: SitesMapController | undefined, wishes: SitesWishes): void {
  const { layers, marks, things, lines, selected, surface, padding, frame } = wishes;
  useEffect(() => controller?.setLayers(layers), [controller, layers]);
  useEffect(() => controller?.setMarks(marks), [controller, marks]);
  useEffect(() => controller?.setThings(things), [controller, things]);
  useEffect(() => controller?.setSurface(surface), [controller, surface]);
  useEffect(() => padding && controller?.setPadding(padding), [controller, padding]);
  useEffect(() => frame && controller?.flyTo({ bounds: frame }), [controller, frame]);
  useEffect(() => controller?.select(selected), [controller, selected]);
  useEffect(() => controller?.showLines(lines), [controller, lines]);
}
