import type { Dispatch } from 'react';
import type { MapCommand } from '#client/features/map-pane/map-keys.ts';
import type { Action } from '#client/state/explore.ts';
import { formatDistance } from '#client/ui/format.ts';

type Obedience = {
  readonly dispatch: Dispatch<Action>;
  /** Say where the map looks. */
  readonly say: () => void;
  readonly help: () => void;
  /** Close the card, or leave the map when there is none. */
  readonly leave: () => void;
};

/** Do what a key of the map asks, where it is not the camera's affair. */
export function obey(command: MapCommand, { dispatch, say, help, leave }: Obedience) {
  if (command.kind === 'step') dispatch({ kind: 'stepped', by: command.by });
  if (command.kind === 'list') dispatch({ kind: 'tab-opened', tab: 'list' });
  if (command.kind === 'help') help();
  if (command.kind === 'where') say();
  if (command.kind === 'leave') leave();
}

/** Where the map looks, in words. */
export function sayWhere(placeName: string, widthKm: number | undefined): string {
  return widthKm === undefined
    ? placeName
    : `${placeName}, view ${formatDistance(widthKm * 1000)} wide`;
}
