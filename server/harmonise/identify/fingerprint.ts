import type { Cell, RawRecord } from '#data/schema/flow.ts';
import { eachPosition, type Wgs84Geometry } from '#data/schema/geometry.ts';
import { textOf } from '../fields/text.ts';

/** Two 32-bit lanes of a fast hash; good enough to notice repeats, not to name anything. */
type Lanes = { a: number; b: number };

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

/** A number that is the same for records that say the same, and for others with a chance of 1 in 2⁵³. */
export function fingerprintOf(record: RawRecord, geometry: Wgs84Geometry | undefined): number {
  // Source of the mixing: cyrb53 (public domain).
  const lanes: Lanes = { a: 0xdeadbeef, b: 0x41c6ce57 };
  for (const cell of record.values) addCell(lanes, cell);
  if (geometry?.type === 'Point') {
    addNumber(lanes, geometry.coordinates[0] ?? 0);
    addNumber(lanes, geometry.coordinates[1] ?? 0);
  } else if (geometry !== undefined) {
    eachPosition(geometry, ([x = 0, y = 0]) => {
      addNumber(lanes, x);
      addNumber(lanes, y);
    });
  }
  const a = Math.imul(lanes.a ^ (lanes.a >>> 16), 2246822507) ^ Math.imul(lanes.b, 3266489909);
  const b = Math.imul(lanes.b ^ (lanes.b >>> 16), 2246822507) ^ Math.imul(lanes.a, 3266489909);
  return (b & 0x1fffff) * 2 ** 32 + (a >>> 0);
}

function addCell(lanes: Lanes, cell: Cell): void {
  if (typeof cell === 'number') addNumber(lanes, cell);
  else {
    const text = textOf(cell);
    for (let index = 0; index < text.length; index++) add(lanes, text.charCodeAt(index));
  }
  add(lanes, 0x1f);
}

function addNumber(lanes: Lanes, value: number): void {
  float[0] = value;
  add(lanes, words[0] ?? 0);
  add(lanes, words[1] ?? 0);
}

function add(lanes: Lanes, word: number): void {
  lanes.a = Math.imul(lanes.a ^ word, 2654435761);
  lanes.b = Math.imul(lanes.b ^ word, 1597334677);
}
