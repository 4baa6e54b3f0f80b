import type { KeyboardEvent } from 'react';
import { type MapCommand, readMapKey } from '#client/features/map-pane/map-keys.ts';
import type { SitesMapController } from '#client/map/sites-map-controller.ts';
import { type Way, wayOf } from '../surface/step.ts';

type Steering = {
  readonly controller: SitesMapController | undefined;
  /** Goes from cell to cell; absent while there are none. */
  readonly step?: ((way: Way) => void) | undefined;
  readonly leave: () => void;
};

/** Take a key pressed on the finder's map. */
export function steer(event: KeyboardEvent, { controller, step, leave }: Steering): void {
  const isPlain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
  const way = isPlain && step ? wayOf(event.key) : undefined;
  const command = way === undefined ? readMapKey(event) : undefined;
  if (way === undefined && !isOurs(command)) return;
  event.preventDefault();
  if (way !== undefined) step?.(way);
  else if (command?.kind === 'leave') leave();
  else move(controller, command);
}

const isOurs = (command: MapCommand | undefined): boolean =>
  command?.kind === 'pan' || command?.kind === 'zoom' || command?.kind === 'leave';

function move(controller: SitesMapController | undefined, command: MapCommand | undefined): void {
  if (command?.kind === 'pan') controller?.panBy(command.dxPx, command.dyPx);
  if (command?.kind !== 'zoom') return;
  if (command.by === 1) controller?.zoomIn();
  else controller?.zoomOut();
}
