import type { Dispatch } from 'react';
import type { Action, Explore } from '#client/state/explore.ts';
import type { FeatureSummary } from '#data/schema/api.ts';
import type { useArea } from './use-area.tsx';
import type { AnswerState } from './use-area-answer.ts';
import type { useBench } from './use-bench.ts';
import type { ListRoom } from './use-list-room.ts';
import type { useStage } from './use-stage.ts';
import type { ViewList } from './use-view-list.ts';

/** What the panel shows, and what it may do. */
export type PanelProps = {
  readonly state: Explore;
  readonly bench: ReturnType<typeof useBench>;
  readonly stage: ReturnType<typeof useStage>;
  readonly list: ViewList;
  readonly room: ListRoom;
  readonly area: ReturnType<typeof useArea>;
  readonly found: AnswerState;
  readonly onOpen: (feature: Pick<FeatureSummary, 'id' | 'layerId'>) => void;
  readonly onDownload: (layerId: string) => void;
  readonly onZoomTo: (feature: FeatureSummary) => void;
  readonly onRing: (feature: FeatureSummary | undefined) => void;
  readonly dispatch: Dispatch<Action>;
};
