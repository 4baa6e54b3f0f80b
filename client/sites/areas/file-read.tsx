import { countOf } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { KeptArea } from '#data/schema/kept-area.ts';
import { sayFigure } from '#data/siting/figures.ts';

type FileReadProps = { readonly name: string; readonly kept: KeptArea };

/** How a red line file was read, before anything rests on it: how many areas, how large, and on which coordinates. */
export function FileRead({ name, kept }: FileReadProps) {
  const { parts, areaM2, placed, notes } = kept;
  const count = parts?.length ?? 1;
  const size = areaM2 === undefined ? '' : `, ${sayFigure(areaM2 / 10_000, 'ha')}`;
  return (
    <p className="file-read">
      <Icon name="check-circle" size={18} /> <b>{name}</b>: {countOf(count, 'area', 'areas')}
      {size}
      {size !== '' && count > 1 && ' together'}. {placed} {notes.join(' ')}
    </p>
  );
}
