import type { Dispatch } from 'react';
import type { Action, Explore } from '#client/state/explore.ts';
import { useArea } from './use-area.tsx';
import type { AnswerState } from './use-area-answer.ts';
import type { useBench } from './use-bench.ts';
import { useCompare } from './use-compare.tsx';
import { useConnection } from './use-connection.tsx';
import type { Layout } from './use-layout.ts';
import type { useMatches } from './use-matches.ts';
import type { useStage } from './use-stage.ts';
import { useTakeAway } from './use-take-away.tsx';

type ToolsOptions = {
  readonly state: Explore;
  readonly bench: ReturnType<typeof useBench>;
  readonly stage: ReturnType<typeof useStage>;
  readonly matches: ReturnType<typeof useMatches>;
  readonly layout: Layout;
  readonly found: AnswerState;
  readonly placeName: string;
  readonly dispatch: Dispatch<Action>;
};

/** What works on the map and what takes it away: their buttons, what they lay over the map, their dialogs. */
export function useTools(options: ToolsOptions) {
  const { state, bench, stage, matches, layout, found, placeName, dispatch } = options;
  const area = useArea({ state, stage, layout, found, placeName, dispatch });
  const takeAway = useTakeAway({ state, bench, stage, placeName });
  const comparison = useCompare({
    compare: state.compare,
    layers: matches.layers,
    visible: bench.visible,
    controller: stage.controller,
    isPhone: layout.kind === 'phone',
    dispatch,
  });
  const connectionNote = useConnection(stage.retry);
  return {
    area,
    work: [...area.tools, comparison.tool],
    give: takeAway.tools,
    /** Take one layer away. */
    download: takeAway.download,
    over: (
      <>
        {area.over}
        {comparison.over}
        {connectionNote}
      </>
    ),
    dialogs: (
      <>
        {area.dialog}
        {takeAway.dialog}
      </>
    ),
  };
}
