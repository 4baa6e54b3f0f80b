import { LINE, POINT } from '../choose/flat-layer.ts';
import type { Path } from '../cut/path.ts';
import { type Bytes, putVarint } from './bytes.ts';

/** Commands of MVT 2.1 §4.3.1: id in the low three bits, count above. */
const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 15;

/** Most bytes of a position: two deltas of 32 bits. */
const POSITION_BYTES = 10;

/** Append a cut geometry as MVT commands. */
export function writeGeometry(out: Bytes, path: Path, shape: number): void {
  out.reserve(path.vertices * POSITION_BYTES + path.parts * 16 + 16);
  if (shape === POINT) out.length = writePoints(out, path);
  else out.length = writeParts(out, path, shape !== LINE);
}

/** @returns where the next byte goes */
function writePoints({ bytes, length }: Bytes, { xs, ys, vertices }: Path): number {
  let at = putVarint(bytes, length, (vertices << 3) | MOVE_TO);
  let px = 0;
  let py = 0;
  for (let i = 0; i < vertices; i++) {
    const x = xs[i] as number;
    const y = ys[i] as number;
    at = putDelta(bytes, at, x - px);
    at = putDelta(bytes, at, y - py);
    px = x;
    py = y;
  }
  return at;
}

/** @returns where the next byte goes */
function writeParts({ bytes, length }: Bytes, path: Path, closed: boolean): number {
  const { xs, ys } = path;
  let at = length;
  let px = 0;
  let py = 0;
  for (let part = 0; part < path.parts; part++) {
    const start = path.startOf(part);
    const end = path.endOf(part);
    bytes[at++] = (1 << 3) | MOVE_TO;
    for (let i = start; i < end; i++) {
      const x = xs[i] as number;
      const y = ys[i] as number;
      at = putDelta(bytes, at, x - px);
      at = putDelta(bytes, at, y - py);
      px = x;
      py = y;
      if (i === start) at = putVarint(bytes, at, ((end - start - 1) << 3) | LINE_TO);
    }
    if (closed) bytes[at++] = CLOSE_PATH;
  }
  return at;
}

/** Write a number as a zigzag varint. @returns where the next byte goes */
function putDelta(bytes: Uint8Array, at: number, delta: number): number {
  const zigzag = (delta << 1) ^ (delta >> 31);
  // nearly all of a tile's steps take one byte or two
  if (zigzag >>> 7 === 0) {
    bytes[at] = zigzag;
    return at + 1;
  }
  if (zigzag >>> 14 === 0) {
    bytes[at] = (zigzag & 127) | 128;
    bytes[at + 1] = zigzag >> 7;
    return at + 2;
  }
  return putVarint(bytes, at, zigzag >>> 0);
}
