import { Button } from 'react-aria-components';
import { countOf } from '#client/ui/format.ts';
import type { AreaMissing } from '#data/schema/area.ts';
import { missingByReach } from './words.ts';

type AreaGapNoteProps = {
  readonly missing: readonly AreaMissing[];
  readonly onHide: () => void;
};

/** Says what the hatch over and round an area means: somebody supplied nothing of what was asked. */
export function AreaGapNote({ missing, onHide }: AreaGapNoteProps) {
  const { parts } = missingByReach(missing);
  if (parts.length === 0) return null;
  const layers = new Set(parts.flatMap(({ layers: each }) => each.map(({ title }) => title)));
  const names = parts.map(({ name }) => name);
  const last = names.at(-1);
  const words = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
  return (
    <div className="gap-note area-gap-note">
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <path d="M0 6 16 22M0 14l8 8M0-2 24 22M8-2l14 14M16-2l6 6" />
      </svg>
      <p>
        <b>Hatched: no data for {words}</b> in {countOf(layers.size, 'layer')}
        <span className="blank"> that others supplied. Blank there does not mean clear.</span>{' '}
        <Button className="text-button" onPress={onHide}>
          Hide
        </Button>
      </p>
    </div>
  );
}
