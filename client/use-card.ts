import { type Dispatch, useCallback, useEffect, useMemo, useRef } from 'react';
import type { FeatureDetail } from '#data/schema/api.ts';
import type { Wgs84Geometry } from '#data/schema/geometry.ts';
import { useFeature } from './api/queries.ts';
import type { MapMark } from './map/map-controller.ts';
import type { Action, Explore } from './state/explore.ts';
import { currentRef } from './state/selection.ts';
import { announce } from './ui/announcer.tsx';

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
