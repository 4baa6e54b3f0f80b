import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { announce } from '#client/ui/announcer.tsx';
import { useDebounced } from '#client/ui/use-debounced.ts';

/** How long the zoom must rest before the sentence is spoken, ms: a zoom through five levels is one event. */
const REST_MS = 1_200;

type ThinningNoteProps = {
  /** What is left out, in a sentence without its full stop; undefined: nothing is. */
  readonly thinned: string | undefined;
  readonly onList: () => void;
};

/** Says on the map that it does not draw everything here, and where everything is. */
export function ThinningNote({ thinned, onList }: ThinningNoteProps) {
  const settled = useDebounced(thinned, REST_MS);
  useEffect(() => {
    if (settled !== undefined) announce(`${settled}. Zoom in to see all, or see them in the list.`);
  }, [settled]);
  if (thinned === undefined) return null;
  return (
    <p className="thinning-note">
      <span>{thinned}. Zoom in to see all.</span>
      <Button className="text-button" onPress={onList}>
        See them in the list
      </Button>
    </p>
  );
}
