import type { Dispatch } from 'react';
import { Card } from '#client/features/card/card.tsx';
import { Sheet } from '#client/features/frame/sheet.tsx';
import type { Action, Explore } from '#client/state/explore.ts';
import type { Area } from '#data/query/area.ts';
import type { FeatureSummary, LayerSummary } from '#data/schema/api.ts';
import type { Layout } from './use-layout.ts';

type CardSheetProps = {
  readonly state: Explore;
  readonly layout: Layout;
  readonly catalogue: readonly LayerSummary[];
  readonly onZoomTo: (feature: FeatureSummary) => void;
  readonly onOpen: (feature: FeatureSummary) => void;
  readonly onRing: (feature: FeatureSummary | undefined) => void;
  readonly onAsk: (area: Area) => void;
  readonly onClose: () => void;
  readonly dispatch: Dispatch<Action>;
};

/** The card of the selected feature, at the map's edge or in the phone's sheet; nothing while none is. */
export function CardSheet({ state, layout, ...rest }: CardSheetProps) {
  const { selection, explain, stop } = state;
  if (selection === undefined) return null;
  return (
    <Sheet
      id="card"
      label="Selected feature"
      className="card"
      stop={stop}
      availablePx={layout.availablePx}
      onStop={(next) => rest.dispatch({ kind: 'stop-reached', stop: next })}
    >
      <Card selection={selection} explain={explain} {...rest} />
    </Sheet>
  );
}
