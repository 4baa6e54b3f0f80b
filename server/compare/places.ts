import type { Bounds } from '#data/schema/geometry.ts';
import { middleOf } from './change.ts';
import { DEGREE_M } from './distance.ts';

/** A thing with a box, and a number to tell it by. */
type Thing = { readonly row: number; readonly bounds?: Bounds };

/** Things to be found again by place. */
export type Places<T> = {
  readonly add: (thing: T) => void;
  readonly remove: (thing: T) => void;
  /** Things whose middle is within reach of that of a box, and a few beyond; at most 50, in the order of their rows. */
  readonly near: (bounds: Bounds) => readonly T[];
};

/** More things on one spot than this cannot be told apart by place. */
const MOST = 50;
/** Northernmost latitude cells are laid out for: farther north they are narrower than the reach. */
const NORTHERNMOST = 62;

/** An empty index whose square cells are as wide as the reach, so that neighbours are in the nine around. */
export function openPlaces<T extends Thing>(reachM: number): Places<T> {
  const high = reachM / DEGREE_M;
  const wide = high / Math.cos((NORTHERNMOST * Math.PI) / 180);
  const cells = new Map<string, T[]>();
  const cellOf = (bounds: Bounds): readonly [column: number, row: number] => {
    const [lng, lat] = middleOf(bounds);
    return [Math.floor(lng / wide), Math.floor(lat / high)];
  };
  return {
    add(thing) {
      if (!thing.bounds) return;
      const name = cellOf(thing.bounds).join();
      const cell = cells.get(name);
      if (cell) cell.push(thing);
      else cells.set(name, [thing]);
    },
    remove(thing) {
      const name = thing.bounds && cellOf(thing.bounds).join();
      const cell = name === undefined ? undefined : cells.get(name);
      const at = cell?.findIndex(({ row }) => row === thing.row) ?? -1;
      if (at >= 0) cell?.splice(at, 1);
    },
    near(bounds) {
      const [column, row] = cellOf(bounds);
      const found: T[] = [];
      for (let x = column - 1; x <= column + 1; x++) {
        for (let y = row - 1; y <= row + 1; y++) {
          for (const thing of cells.get(`${x},${y}`)?.slice(0, MOST) ?? []) found.push(thing);
        }
      }
      return found.sort((a, b) => a.row - b.row).slice(0, MOST);
    },
  };
}
