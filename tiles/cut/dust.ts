import { BUFFER, EXTENT } from '../choose/world.ts';
import type { Path } from './path.ts';

/** A position in tile units. */
export type Place = { readonly x: number; readonly y: number };

/** Side of the square that stands for what is too small to see, tile units. */
const MOTE = 2;

/** Draw the square that stands for what is too small, where there is room for it. */
export function drawMote(path: Path, place: Place): void {
  const { x, y } = place;
  const most = EXTENT + BUFFER - MOTE;
  if (x < -BUFFER || y < -BUFFER || x > most || y > most) return;
  path.add(x, y);
  path.add(x + MOTE, y);
  path.add(x + MOTE, y + MOTE);
  path.add(x, y + MOTE);
  path.closePart();
}
