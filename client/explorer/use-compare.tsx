import { type Dispatch, useEffect, useMemo } from 'react';
import { CompareBar } from '#client/features/compare/compare-bar.tsx';
import type { MapTool } from '#client/features/map-pane/map-tools.tsx';
import type { MapController } from '#client/map/map-controller.ts';
import { ofSide } from '#client/state/compare.ts';
import type { Action, Explore } from '#client/state/explore.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { announce } from '#client/ui/announcer.tsx';
import type { MatchedLayer } from './use-matches.ts';

/** The layers of the map itself: all of them, or those of the left side. */
export function useLeft(
  layers: readonly MatchedLayer[],
  compare: Explore['compare'],
): readonly MatchedLayer[] {
  return useMemo(
    () => (compare === undefined ? layers : ofSide(layers, compare, 'left')),
    [layers, compare],
  );
}

type CompareOptions = {
  readonly compare: Explore['compare'];
  /** Of both sides, with what their filters let through. */
  readonly layers: readonly MatchedLayer[];
  readonly visible: readonly WorkbenchLayer[];
  readonly controller: MapController | undefined;
  readonly dispatch: Dispatch<Action>;
};

/** The second picture, the divider over both, and the tool that brings them. */
export function useCompare({ compare, layers, visible, controller, dispatch }: CompareOptions) {
  const sides = compare?.sides;
  const right = useMemo(
    () => (sides === undefined ? undefined : ofSide(layers, { percent: 50, sides }, 'right')),
    [layers, sides],
  );
  const percent = compare?.percent ?? 50;
  useEffect(() => {
    controller?.compare(right && { right, share: percent / 100 });
  }, [controller, right, percent]);
  const isOn = compare !== undefined;
  const tool: MapTool = {
    icon: 'compare',
    label: 'Compare layers',
    isOn,
    onPress: () => {
      dispatch({ kind: 'compare-changed', change: { kind: isOn ? 'ended' : 'begun' } });
      announce(
        isOn
          ? 'Comparison ended'
          : 'Comparing: choose which layers are seen left and right of the divider',
      );
    },
  };
  return {
    tool,
    over: compare && (
      <CompareBar
        compare={compare}
        layers={visible}
        onChange={(change) => dispatch({ kind: 'compare-changed', change })}
      />
    ),
  };
}
