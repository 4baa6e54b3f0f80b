import type { Position } from 'geojson';
import { Growing, grown, released } from './growing.ts';
import { worldX, worldY } from './world.ts';

/** Adds the positions of one part to what is open. */
export type AddPart = (part: number) => void;

/**
 * The parts of geometries (point groups, lines, rings) as columns: coordinates projected, repeated
 * vertices left out, rings turned the way tiles want them (exterior clockwise on screen).
 */
export class Outlines {
  xs = new Int32Array(1 << 12);
  ys = new Int32Array(1 << 12);
  vertices = 0;
  /** Part → its first vertex. */
  readonly partStarts = new Growing(new Uint32Array(1 << 10));
  readonly holes = new Growing(new Uint8Array(1 << 10));
  /** Length or area of all since it was set to 0, world units. */
  size = 0;

  /** Add what can be drawn of positions to the open part. */
  addPositions(positions: readonly Position[]): void {
    // geometry from a file may be nested less deep than its type says
    if (!Array.isArray(positions)) return;
    this.#reserve(positions.length);
    const start = this.vertices;
    for (const position of positions) {
      const lng = position?.[0];
      const lat = position?.[1];
      if (Number.isFinite(lng) && Number.isFinite(lat)) {
        this.#addPosition(start, lng as number, lat as number);
      }
    }
  }

  /** The same for pairs of finite longitude and latitude, positions `from` … `to`. */
  addPairs(pairs: Float64Array, from: number, to: number): void {
    this.#reserve(to - from);
    const start = this.vertices;
    for (let i = from; i < to; i++) {
      this.#addPosition(start, pairs[2 * i] as number, pairs[2 * i + 1] as number);
    }
  }

  /** Points drawn together: one part. */
  addPoints(add: AddPart): void {
    const start = this.vertices;
    add(0);
    this.#closePart(start, 0);
  }

  addLine(part: number, add: AddPart): void {
    const start = this.vertices;
    add(part);
    const { xs, ys, vertices } = this;
    let length = 0;
    for (let i = start + 1; i < vertices; i++) {
      const dx = (xs[i] as number) - (xs[i - 1] as number);
      const dy = (ys[i] as number) - (ys[i - 1] as number);
      // Math.hypot guards against overflow that cannot happen here, at ten times the cost
      length += Math.sqrt(dx * dx + dy * dy);
    }
    this.size += length;
    this.#closePart(start, 0);
  }

  /** Parts `first` … `last` as an exterior and its holes. */
  addPolygon(first: number, last: number, add: AddPart): void {
    const start = this.vertices;
    let area = first < last ? this.#addRing(0, () => add(first)) : 0;
    // without an exterior there is no polygon, and holes of one without area bound nothing
    if (this.vertices - start < 3) return;
    for (let ring = first + 1; ring < last; ring++) area -= this.#addRing(1, () => add(ring));
    this.size += Math.max(0, area);
  }

  /** Give the memory back. */
  free(): void {
    this.xs = released(this.xs);
    this.ys = released(this.ys);
    this.partStarts.free();
    this.holes.free();
  }

  /** @returns area, world units² */
  #addRing(hole: 0 | 1, add: () => void): number {
    const start = this.vertices;
    add();
    while (this.vertices - start > 1 && this.#isAt(start, this.vertices - 1)) this.vertices--;
    if (hole && this.vertices - start < 3) this.vertices = start;
    const area = Math.abs(this.#turn(start, hole === 1));
    this.#closePart(start, hole);
    return area;
  }

  /** Turn a ring the right way round. @returns its area, world units² */
  #turn(start: number, hole: boolean): number {
    const { xs, ys, vertices } = this;
    const x0 = xs[start] as number;
    const y0 = ys[start] as number;
    let doubled = 0;
    for (let i = start + 2; i < vertices; i++) {
      const ax = (xs[i - 1] as number) - x0;
      const ay = (ys[i - 1] as number) - y0;
      doubled += ax * ((ys[i] as number) - y0) - ((xs[i] as number) - x0) * ay;
    }
    if (doubled > 0 === hole) {
      xs.subarray(start, vertices).reverse();
      ys.subarray(start, vertices).reverse();
    }
    return doubled / 2;
  }

  #addPosition(start: number, lng: number, lat: number): void {
    const end = this.vertices;
    const x = worldX(lng);
    const y = worldY(lat);
    if (end > start && this.xs[end - 1] === x && this.ys[end - 1] === y) return;
    this.xs[end] = x;
    this.ys[end] = y;
    this.vertices = end + 1;
  }

  #reserve(more: number): void {
    const needed = this.vertices + more;
    if (needed <= this.xs.length) return;
    this.xs = grown(this.xs, needed);
    this.ys = grown(this.ys, needed);
  }

  #closePart(start: number, hole: number): void {
    if (this.vertices === start) return;
    this.partStarts.push(start);
    this.holes.push(hole);
  }

  #isAt(a: number, b: number): boolean {
    return this.xs[a] === this.xs[b] && this.ys[a] === this.ys[b];
  }
}
