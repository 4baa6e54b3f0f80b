import { LINE, POINT } from '../choose/flat-layer.ts';
import { grown } from '../choose/growing.ts';
import type { Outlines } from '../choose/outlines.ts';
import { CLOSE_LIST, COMMA, type Cursor, OPEN_LIST } from './cursor.ts';

/** The coordinates of one geometry: pairs of numbers, parted into runs, and those into polygons. */
export class Positions {
  #pairs = new Float64Array(1 << 12);
  #count = 0;
  /** Run → position it ends before. */
  #ends: number[] = [];
  /** Polygon of several → run it ends before. */
  #polygons: number[] = [];

  /**
   * Read coordinates.
   *
   * @param depth lists round each position: 0 for a point, 3 for several polygons
   * @returns whether they are understood: no empty list, every position of two numbers or more
   */
  take(cursor: Cursor, depth: number): boolean {
    this.#count = 0;
    this.#ends.length = 0;
    this.#polygons.length = 0;
    if (!this.#takeDeep(cursor, depth)) return false;
    if (depth === 0) this.#ends.push(1);
    return true;
  }

  outline(shape: number, outlines: Outlines): void {
    const add = (run: number): void => {
      const from = run === 0 ? 0 : (this.#ends[run - 1] as number);
      outlines.addPairs(this.#pairs, from, this.#ends[run] as number);
    };
    if (shape === POINT) outlines.addPoints(add);
    else if (shape === LINE) {
      for (let run = 0; run < this.#ends.length; run++) outlines.addLine(run, add);
    } else {
      let first = 0;
      for (const last of this.#polygons) {
        outlines.addPolygon(first, last, add);
        first = last;
      }
    }
  }

  #takeDeep(cursor: Cursor, depth: number): boolean {
    if (depth === 0) return this.#takePosition(cursor);
    if (!cursor.take(OPEN_LIST)) return false;
    do {
      if (!this.#takeDeep(cursor, depth - 1)) return false;
    } while (cursor.take(COMMA));
    if (depth === 1) this.#ends.push(this.#count);
    // one polygon is two deep; several are three deep, each of them two
    else if (depth === 2) this.#polygons.push(this.#ends.length);
    return cursor.take(CLOSE_LIST);
  }

  #takePosition(cursor: Cursor): boolean {
    if (2 * this.#count === this.#pairs.length) {
      this.#pairs = grown(this.#pairs, 2 * this.#count + 2);
    }
    if (!cursor.take(OPEN_LIST) || !cursor.takeNumber()) return false;
    this.#pairs[2 * this.#count] = cursor.number;
    if (!cursor.take(COMMA) || !cursor.takeNumber()) return false;
    this.#pairs[2 * this.#count + 1] = cursor.number;
    this.#count++;
    while (cursor.take(COMMA)) if (!cursor.takeNumber()) return false;
    return cursor.take(CLOSE_LIST);
  }
}
