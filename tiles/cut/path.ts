/** Parts of one geometry in tile units: a growing list of vertices, cut into parts. */
export class Path {
  xs = new Int32Array(1 << 10);
  ys = new Int32Array(1 << 10);
  vertices = 0;
  /** Part → where it ends. */
  readonly ends: number[] = [];
  parts = 0;

  clear(): void {
    this.vertices = 0;
    this.parts = 0;
  }

  /** Make room for more vertices. */
  reserve(more: number): void {
    const needed = this.vertices + more;
    if (needed <= this.xs.length) return;
    this.xs = enlarged(this.xs, needed);
    this.ys = enlarged(this.ys, needed);
  }

  add(x: number, y: number): void {
    this.reserve(1);
    this.xs[this.vertices] = x;
    this.ys[this.vertices++] = y;
  }

  /** Where part `part` starts; for the part not yet closed too. */
  startOf(part: number): number {
    return part === 0 ? 0 : (this.ends[part - 1] as number);
  }

  endOf(part: number): number {
    return this.ends[part] as number;
  }

  /** What was added since the last part becomes a part. */
  closePart(): void {
    this.ends[this.parts++] = this.vertices;
  }

  /** Forget what was added since part `parts` began, that part included. */
  backTo(parts: number): void {
    this.parts = parts;
    this.vertices = this.startOf(parts);
  }

  /** Add all parts of another path. */
  append(other: Path): void {
    this.reserve(other.vertices);
    this.xs.set(other.xs.subarray(0, other.vertices), this.vertices);
    this.ys.set(other.ys.subarray(0, other.vertices), this.vertices);
    for (let part = 0; part < other.parts; part++) {
      this.ends[this.parts++] = this.vertices + other.endOf(part);
    }
    this.vertices += other.vertices;
  }
}

function enlarged(array: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(needed, array.length * 2));
  larger.set(array);
  return larger;
}
