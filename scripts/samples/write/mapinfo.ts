import type { Position } from 'geojson';
import { type Cell, textOf } from './table.ts';

/** British National Grid as MapInfo writes it (MapInfo Interchange File specification, CoordSys clause). */
const NATIONAL_GRID = 'CoordSys Earth Projection 8, 79, "m", -2, 49, 0.9996012717, 400000, -100000';

/** Polygons as the MIF and MID parts of a MapInfo interchange file. */
export function writeMif(
  columns: readonly string[],
  regions: readonly { readonly ring: readonly Position[]; readonly cells: readonly Cell[] }[],
): { mif: string; mid: string } {
  const fields = columns.map((column) => `  ${column} Char(80)`).join('\n');
  const body = regions.map(
    ({ ring }) =>
      `Region 1\n  ${ring.length}\n${ring.map(([x, y]) => `${x} ${y}`).join('\n')}\n    Pen (1,2,0)`,
  );
  return {
    mif: `Version 300\nCharset "WindowsLatin1"\nDelimiter ","\n${NATIONAL_GRID}\nColumns ${columns.length}\n${fields}\nData\n\n${body.join('\n')}\n`,
    mid: `${regions.map(({ cells }) => cells.map((cell) => `"${textOf(cell)}"`).join(',')).join('\n')}\n`,
  };
}
