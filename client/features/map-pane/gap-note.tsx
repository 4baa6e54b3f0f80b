import { Button } from 'react-aria-components';
import type { Gaps } from '#client/state/gaps.ts';
import { countOf } from '#client/ui/format.ts';

type GapNoteProps = { readonly gaps: Gaps; readonly onHide: () => void };

/** Says what the hatch on the map means: nobody supplied the data there. */
export function GapNote({ gaps, onHide }: GapNoteProps) {
  const { title, missing, hasMadeUp } = gaps;
  return (
    <div className="gap-note" role="status">
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <path d="M0 6 16 22M0 14l8 8M0-2 24 22M8-2l14 14M16-2l6 6" />
      </svg>
      <p>
        <b>Hatched: no data supplied</b> for {title} in {countOf(missing.length, 'district')}. Blank
        there does not mean none.{hasMadeUp && ' Made-up data is no supply.'}{' '}
        <Button className="text-button" onPress={onHide}>
          Hide gaps
        </Button>
      </p>
    </div>
  );
}
