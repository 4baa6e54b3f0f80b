import { BUFFER, EXTENT } from '../choose/world.ts';
import type { Path } from './path.ts';

/** A position in tile units. */
export type Place = { readonly x: number; readonly y: number };

/** Polygons of less than this many square tile units are dust. Source: tippecanoe's tiny polygons. */
export const DUST_AREA = 4;

/** Side of the square that stands for dust, tile units. */
const MOTE = 2;

/** Polygons of one tile too small to see: they add up, and every so much area one is drawn. */
export class Dust {
  /** Area met and not yet drawn, square tile units. */
  #area = 0;

  clear(): void {
    this.#area = 0;
  }

  /** Add the area of a feature; draws it when enough has come together. */
  add(path: Path, place: Place, area: number): void {
    if (!fits(place)) return;
    this.#area += Math.min(area, DUST_AREA);
    if (this.#area < DUST_AREA) return;
    this.#area -= DUST_AREA;
    drawMote(path, place);
  }
}

/** Draw the square that stands for what is too small, where there is room for it. */
export function drawMote(path: Path, place: Place): void {
  if (!fits(place)) return;
  const { x, y } = place;
  path.add(x, y);
  path.add(x + MOTE, y);
  path.add(x + MOTE, y + MOTE);
  path.add(x, y + MOTE);
  path.closePart();
}

/** Whether a mote fits into the tile and its buffer. */
function fits({ x, y }: Place): boolean {
  const most = EXTENT + BUFFER - MOTE;
  return x >= -BUFFER && y >= -BUFFER && x <= most && y <= most;
}
