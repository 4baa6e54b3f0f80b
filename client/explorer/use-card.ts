import { type Dispatch, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useFeature } from '#client/api/queries.ts';
import type { Action, Explore } from '#client/state/explore.ts';
import { currentRef } from '#client/state/selection.ts';
import { announce } from '#client/ui/announcer.tsx';
import type { MapMark } from '#data/cartography/picture.ts';
import type { FeatureDetail } from '#data/schema/api.ts';
import type { Wgs84Geometry } from '#data/schema/geometry.ts';

/** Title of the page while no feature is selected; as in `index.html`. */
const PAGE_TITLE = 'ODIN: the open data infrastructure map';

/** The selected feature: its mark on the map, its announcement, and where the focus goes when it closes. */
export function useCard(state: Explore, isPhone: boolean, dispatch: Dispatch<Action>) {
  const { selection } = state;
  const ref = currentRef(selection);
  const { data } = useFeature(ref);
  const cameFrom = useRef<Element>(null);
  const isOpen = selection !== undefined;

  useEffect(() => {
    if (ref === undefined || data === undefined) return;
    if (data.id !== ref) dispatch({ kind: 'identified', ref, id: data.id });
  }, [ref, data, dispatch]);

  const place = selection && `${selection.index + 1} of ${selection.refs.length}`;
  useEffect(() => {
    if (data !== undefined) announce(sayFeature(data, place));
  }, [data, place]);

  useEffect(() => {
    if (!isOpen) return;
    cameFrom.current = document.activeElement;
    // on a phone the card takes the place of what held the focus
    if (isPhone) document.getElementById('card')?.focus();
  }, [isOpen, isPhone]);

  const close = useCallback(() => {
    const isInside = document.getElementById('card')?.contains(document.activeElement) === true;
    dispatch({ kind: 'selected', refs: [] });
    if (!isInside) return;
    const back = cameFrom.current;
    setTimeout(() => {
      const target = back instanceof HTMLElement && back.isConnected ? back : undefined;
      (target ?? document.getElementById('map'))?.focus();
    });
  }, [dispatch]);

  const title = isOpen ? data?.title : undefined;
  useEffect(() => {
    document.title = title === undefined ? PAGE_TITLE : `${title} · ODIN`;
  }, [title]);

  const mark = useMemo((): MapMark | undefined => {
    if (!isOpen || data === undefined) return undefined;
    const geometry = data.geometry as Wgs84Geometry;
    return { layerId: data.layerId, key: data.key, geometry, point: data.point };
  }, [isOpen, data]);
  return { feature: isOpen ? data : undefined, mark, close };
}

function sayFeature({ typeTitle, title, district }: FeatureDetail, place = ''): string {
  const parts = [place.endsWith(' of 1') ? '' : place, typeTitle, title, district];
  return parts.filter(Boolean).join(', ');
}

/**
 * What a link to a feature asks for beside its card: its layer on the map, and, when the link names no view,
 * the camera at the feature. Once, when the page opens.
 */
export function useArrival(
  state: Explore,
  feature: FeatureDetail | undefined,
  dispatch: Dispatch<Action>,
  goTo: ((feature: FeatureDetail) => void) | undefined,
) {
  const [opened] = useState(state);
  const arrived = useRef(opened.selection === undefined);
  useEffect(() => {
    if (arrived.current || feature === undefined || state.layers === undefined) return;
    if (goTo === undefined) return;
    arrived.current = true;
    dispatch({ kind: 'layer-added', id: feature.layerId });
    if (opened.view === undefined) goTo(feature);
  }, [state.layers, feature, opened, dispatch, goTo]);
}
