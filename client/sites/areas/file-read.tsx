import { Button } from 'react-aria-components';
import { countOf } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { KeptArea } from '#data/schema/kept-area.ts';
import { sayFigure } from '#data/siting/figures.ts';

type FileReadProps = {
  readonly name: string;
  readonly kept: KeptArea;
  readonly onUse: () => void;
};

/** How a red line file was read, before anything rests on it: how many areas, how large, and on which coordinates. */
export function FileRead({ name, kept, onUse }: FileReadProps) {
  const { parts, areaM2, placed, notes } = kept;
  const count = parts?.length ?? 1;
  const size = areaM2 === undefined ? '' : `, ${sayFigure(areaM2 / 10_000, 'ha')} together`;
  return (
    <div className="file-read" role="status">
      <p>
        <Icon name="check-circle" size={18} /> <b>{name}</b>: {countOf(count, 'area', 'areas')}
        {count > 1 ? size : size.replace(' together', '')}. {placed} {notes.join(' ')}
      </p>
      <Button className="button primary" onPress={onUse}>
        {count === 1 ? 'Use this area' : `Use these ${count} areas`}
      </Button>
    </div>
  );
}
