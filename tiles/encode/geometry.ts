import { LINE, POINT } from '../choose/flat-layer.ts';
import type { Path } from '../cut/path.ts';
import type { Bytes } from './bytes.ts';

/** Commands of MVT 2.1 §4.3.1: id in the low three bits, count above. */
const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 15;

/** Most bytes of a position: two deltas of 32 bits. */
const POSITION_BYTES = 10;

/** Append a cut geometry as MVT commands. */
export function writeGeometry(out: Bytes, path: Path, shape: number): void {
  out.reserve(path.vertices * POSITION_BYTES + path.parts * 16 + 16);
  const { bytes } = out;
  let at = out.length;
  let pen: Pen = { x: 0, y: 0 };
  if (shape === POINT) {
    at = putVarint(bytes, at, (path.vertices << 3) | MOVE_TO);
    out.length = putPositions(bytes, at, { path, from: 0, to: path.vertices, pen });
    return;
  }
  for (let part = 0; part < path.parts; part++) {
    const start = path.startOf(part);
    const end = path.endOf(part);
    bytes[at++] = (1 << 3) | MOVE_TO;
    at = putPositions(bytes, at, { path, from: start, to: start + 1, pen });
    at = putVarint(bytes, at, ((end - start - 1) << 3) | LINE_TO);
    pen = { x: path.xs[start] as number, y: path.ys[start] as number };
    at = putPositions(bytes, at, { path, from: start + 1, to: end, pen });
    pen = { x: path.xs[end - 1] as number, y: path.ys[end - 1] as number };
    if (shape !== LINE) bytes[at++] = CLOSE_PATH;
  }
  out.length = at;
}

type Pen = { readonly x: number; readonly y: number };
type Run = { path: Path; from: number; to: number; pen: Pen };

function putPositions(bytes: Uint8Array, start: number, { path, from, to, pen }: Run): number {
  const { xs, ys } = path;
  let at = start;
  let px = pen.x;
  let py = pen.y;
  for (let i = from; i < to; i++) {
    const x = xs[i] as number;
    const y = ys[i] as number;
    const dx = x - px;
    const dy = y - py;
    at = putVarint(bytes, at, (dx << 1) ^ (dx >> 31));
    at = putVarint(bytes, at, (dy << 1) ^ (dy >> 31));
    px = x;
    py = y;
  }
  return at;
}

/** Write an unsigned 32-bit varint. @returns where the next byte goes */
function putVarint(bytes: Uint8Array, start: number, value: number): number {
  let at = start;
  let rest = value;
  while (rest > 127) {
    bytes[at++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  return at;
}
