import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Attribution } from '#client/features/map-pane/attribution.tsx';
import { ScaleBar } from '#client/features/map-pane/map-furniture.tsx';
import { readMapKey } from '#client/features/map-pane/map-keys.ts';
import '#client/features/map-pane/map-furniture.css';
import '#client/features/map-pane/map-pane.css';
import type { DraftMapController, DraftPick } from '#client/map/draft-map-controller.ts';
import type { MapView } from '#client/map/map-controller.ts';
import { useMode } from '#client/state/mode-context.ts';
import { REGION } from '#client/state/region.ts';
import { Callout } from '#client/ui/callout.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { THEMES, type Theme } from '#data/schema/theme.ts';
import { useDraft } from '../state/draft-context.ts';
import './draft-map.css';
import { marksOf } from './marks.ts';
import { useDraftMap } from './use-draft-map.ts';
import { usePoints } from './use-points.ts';
import type { DraftMapWishes } from './wishes.ts';

type DraftMapProps = { readonly wishes: DraftMapWishes };

/** The draft on the map: to look at and to pick from. The same map stays from step to step. */
export function DraftMap({ wishes }: DraftMapProps) {
  const { draft } = useDraft();
  const mode = useMode();
  const container = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<MapView>();
  const [isIdle, setIdle] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const home = draft.readback?.box ?? wishes.box ?? REGION.bounds;
  const onPick = (picked: DraftPick) => {
    if (picked.kind === 'candidate') wishes.onCandidate?.(picked.value);
    else wishes.onPick?.({ line: picked.line, ...(picked.issue && { issue: picked.issue }) });
  };
  const { controller, problem } = useDraftMap(container, {
    mode,
    theme: themeOf(draft.featureType?.id),
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    districts: draft.districts,
    box: home,
    events: { onView: setView, onPick, onIdle: () => setIdle(true), onFailure: setTrouble },
  });
  const points = usePoints(view);
  const credits = useMemo(() => controller?.attribution() ?? [], [controller]);
  useWishes(controller, wishes, points.data);
  const [hasFocus, steerByKeys] = useCrosshair(controller);

  const onKeyDown = (event: KeyboardEvent) => {
    const command = readMapKey(event);
    if (command === undefined || !['pan', 'zoom', 'read'].includes(command.kind)) return;
    steerByKeys(true);
    event.preventDefault();
    if (command.kind === 'pan') controller?.panBy(command.dxPx, command.dyPx);
    else if (command.kind === 'read') controller?.pickCentre();
    else if (command.kind === 'zoom' && command.by === 1) controller?.zoomIn();
    else controller?.zoomOut();
  };
  return (
    <div className="draft-map">
      <div
        id="draft-map"
        className={hasFocus ? 'map focused' : 'map'}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys of its own, as its name says
        tabIndex={0}
        aria-roledescription="map"
        aria-label={`Map of the draft: ${draft.title}. Arrows move, plus and minus zoom, Enter picks what is under the crosshair.`}
        data-idle={isIdle && !points.isFetching && points.data !== undefined}
        onKeyDown={onKeyDown}
        onFocus={(event) => steerByKeys(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => steerByKeys(false)}
      >
        <div ref={container} className="map-canvas" />
      </div>
      {(problem ?? trouble ?? points.error?.message) !== undefined && (
        <div className="draft-map-trouble" role="status">
          <Callout tone="warn" title="The map is not whole.">
            {problem ?? points.error?.message ?? trouble} Everything on it is also in the tables.
          </Callout>
        </div>
      )}
      <div className="draft-map-tools plate">
        <IconButton icon="plus" label="Zoom in" tip="left" onPress={() => controller?.zoomIn()} />
        <IconButton
          icon="minus"
          label="Zoom out"
          tip="left"
          onPress={() => controller?.zoomOut()}
        />
        <IconButton
          icon="extent"
          label={`All of ${draft.publisher.shortName}`}
          tip="left"
          onPress={() => controller?.flyTo({ bounds: home })}
        />
      </div>
      <div className="map-foot">
        {view && <ScaleBar view={view} />}
        <Attribution credits={credits} />
      </div>
    </div>
  );
}

/** Tell the map what the step wants of it, part by part. */
function useWishes(
  controller: DraftMapController | undefined,
  wishes: DraftMapWishes,
  points: ReturnType<typeof usePoints>['data'],
): void {
  const mode = useMode();
  const { show, box, selected } = wishes;
  const { candidates, moves, removed } = wishes;
  const marks = useMemo(
    () =>
      marksOf({
        show: 'places',
        ...(candidates && { candidates }),
        ...(moves && { moves }),
        ...(removed && { removed }),
      }),
    [candidates, moves, removed],
  );
  const at = selected?.at ?? pointOf(points, selected?.line);
  const [lng, lat] = at ?? [];
  const { label, note } = selected ?? {};
  useEffect(() => controller?.setMode(mode), [controller, mode]);
  useEffect(() => controller?.show(show), [controller, show]);
  useEffect(() => points && controller?.setPoints(points), [controller, points]);
  useEffect(() => controller?.setMarks(marks), [controller, marks]);
  useEffect(() => {
    if (lng === undefined || lat === undefined) controller?.select(undefined);
    else controller?.select({ at: [lng, lat], ...(label && { label }), ...(note && { note }) });
  }, [controller, lng, lat, label, note]);
  const boxText = box?.join(',');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another array of the same box is no wish to move
  useEffect(() => {
    if (box !== undefined) controller?.flyTo({ bounds: box });
  }, [controller, boxText]);
}

function pointOf(points: ReturnType<typeof usePoints>['data'], line: number | undefined) {
  const found =
    line === undefined ? undefined : points?.features.find((each) => each.properties.line === line);
  if (found?.geometry.type !== 'Point') return undefined;
  const [lng = 0, lat = 0] = found.geometry.coordinates;
  return [lng, lat] as const;
}

function useCrosshair(controller: DraftMapController | undefined) {
  const [hasFocus, setFocus] = useState(false);
  return [
    hasFocus,
    (isOn: boolean) => {
      setFocus(isOn);
      controller?.showCrosshair(isOn);
    },
  ] as const;
}

/** The theme of a feature type's id; land where there is none yet. */
const themeOf = (type: string | undefined): Theme =>
  THEMES.find((theme) => theme === type?.split('/')[0]) ?? 'land';
