import { Button } from 'react-aria-components';
import { countOf } from '#client/ui/format.ts';
import { useMedia } from '#client/ui/use-media.ts';
import type { SitesDesk } from '../state/desk.ts';

/** For those who asked for less motion: how many rows moved, in words, and the way back. */
export function MovedNote({ desk }: { readonly desk: SitesDesk }) {
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const { edit, finder, dispatch } = desk;
  const { moved, departed } = edit;
  if (!isStill || finder.before === undefined || finder.moving !== undefined) return null;
  if (moved === 0 && departed.length === 0) return null;
  const words = [
    ...(moved > 0 ? [`${countOf(moved, 'site')} moved`] : []),
    ...(departed.length > 0 ? [`${countOf(departed.length, 'site')} left`] : []),
  ];
  return (
    <p className="meta-line">
      {words.join(', ')}.
      <Button className="text-button" onPress={() => dispatch({ kind: 'undo' })}>
        Undo
      </Button>
    </p>
  );
}
