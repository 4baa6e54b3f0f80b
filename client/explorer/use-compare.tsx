import { type Dispatch, useEffect, useMemo } from 'react';
import { useLayerMoments } from '#client/api/moments.ts';
import { CompareBar } from '#client/features/compare/compare-bar.tsx';
import type { MapTool } from '#client/features/map-pane/map-tools.tsx';
import type { MapController } from '#client/map/map-controller.ts';
import { ofSide } from '#client/state/compare.ts';
import type { Action, Explore } from '#client/state/explore.ts';
import { asOnSide } from '#client/state/moments.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { announce } from '#client/ui/announcer.tsx';
import type { MatchedLayer } from './use-matches.ts';

/** The layers of the map itself: all of them, or those of the left side. */
export function useLeft(
  layers: readonly MatchedLayer[],
  compare: Explore['compare'],
): readonly MatchedLayer[] {
  return useSide(layers, compare, 'left') ?? layers;
}

/** The layers of one side of a comparison as they are seen there; undefined: nothing is compared. */
function useSide(
  layers: readonly MatchedLayer[],
  compare: Explore['compare'],
  side: 'left' | 'right',
): readonly MatchedLayer[] | undefined {
  const sides = compare?.sides;
  const editions = compare?.editions;
  const { data } = useLayerMoments(editions?.layer);
  const moments = data?.layerId === editions?.layer ? data?.moments : undefined;
  // where the divider stands changes nothing of what is seen beside it
  return useMemo(() => {
    if (sides === undefined) return undefined;
    return asOnSide(ofSide(layers, { percent: 50, sides }, side), editions, { moments, side });
  }, [layers, sides, editions, moments, side]);
}

type CompareOptions = {
  readonly compare: Explore['compare'];
  /** Of both sides, with what their filters let through. */
  readonly layers: readonly MatchedLayer[];
  readonly visible: readonly WorkbenchLayer[];
  readonly controller: MapController | undefined;
  /** A sheet lies over the map, and makes way for the comparison. */
  readonly isPhone: boolean;
  readonly dispatch: Dispatch<Action>;
};

/** The second picture, the divider over both, and the tool that brings them. */
export function useCompare(options: CompareOptions) {
  const { compare, layers, visible, controller, isPhone, dispatch } = options;
  const right = useSide(layers, compare, 'right');
  const percent = compare?.percent ?? 50;
  useEffect(() => {
    controller?.compare(right && { right, share: percent / 100 });
  }, [controller, right, percent]);
  const isOn = compare !== undefined;
  const tool: MapTool = {
    icon: 'compare',
    label: 'Compare layers or editions',
    isOn,
    onPress: () => {
      dispatch({ kind: 'compare-changed', change: { kind: isOn ? 'ended' : 'begun' } });
      if (isPhone && !isOn) dispatch({ kind: 'stop-reached', stop: 'peek' });
      announce(
        isOn
          ? 'Comparison ended'
          : 'Comparing: choose which layers or editions are seen left and right of the divider',
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
        onList={(layer, since) => dispatch({ kind: 'changes-asked', asked: { layer, since } })}
      />
    ),
  };
}
