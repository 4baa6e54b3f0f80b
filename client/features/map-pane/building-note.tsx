import { useEffect } from 'react';
import { announce } from '#client/ui/announcer.tsx';
import { useDebounced } from '#client/ui/use-debounced.ts';

/** How long the sentence must stand before it is spoken, ms: what is drawn at once need not be said. */
const REST_MS = 1_200;

/**
 * Says on the map that a layer has news it does not show at this zoom yet. It goes away by itself.
 *
 * @param building a sentence without its full stop; undefined: all that is new is shown
 */
export function BuildingNote({ building }: { readonly building: string | undefined }) {
  const settled = useDebounced(building, REST_MS);
  useEffect(() => {
    if (settled !== undefined) announce(`${settled}.`);
  }, [settled]);
  return building === undefined ? null : <p className="building-note">{building}.</p>;
}
