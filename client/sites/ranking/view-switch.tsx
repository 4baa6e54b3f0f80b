import type { Dispatch } from 'react';
import { Segmented } from '#client/ui/segmented.tsx';
import { focusNext } from '../frame/use-regions.ts';
import type { FinderAction, RankingView } from '../state/finder.ts';

const CHOICES = [
  { value: 'list', label: 'List' },
  { value: 'table', label: 'Table' },
] as const;

type ViewSwitchProps = {
  readonly view: RankingView;
  readonly dispatch: Dispatch<FinderAction>;
};

/** The ranking as a list or as a table; the focus goes along. */
export function ViewSwitch({ view, dispatch }: ViewSwitchProps) {
  const show = (next: RankingView) => {
    dispatch({ kind: 'view', view: next });
    focusNext(next === 'table' ? 'table' : 'ranking');
  };
  return <Segmented label="The ranking as" value={view} choices={CHOICES} onChange={show} />;
}
