import type { Position } from 'geojson';
import { refuse } from '../refusal.ts';

/** The geometry part of a MapInfo table. */
export type MapFile = {
  readonly bytes: Buffer;
  readonly blockSize: number;
  /** Whole-number coordinates as those of the table. */
  readonly place: (x: number, y: number) => Position;
  /** True where whole-number coordinates grow towards the west. */
  readonly isWestwards: boolean;
  /** Number of the projection, of the ellipsoid and its parameters, as MapInfo counts them. */
  readonly projection: {
    readonly id: number;
    readonly ellipsoid: number;
    readonly parameters: readonly number[];
  };
};

// Layout: MITAB, mitab_mapheaderblock.cpp and mitab_mapobjectblock.cpp.
const MAGIC_AT = 0x100;
const MAGIC = 42_424_242;

/** Open a .map file. @throws Refusal when it is none */
export function openMap(bytes: Uint8Array): MapFile {
  const map = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (map.length < 512 || map.readInt32LE(MAGIC_AT) !== MAGIC) {
    refuse('file.corrupt', 'The .map file is damaged or of a kind that is not read.');
  }
  const version = map.readInt16LE(0x104);
  const blockSize = map.readInt16LE(0x106) || 512;
  if (blockSize < 512) refuse('file.corrupt', 'The .map file is damaged.');
  const quadrant = map.readUInt8(0x161);
  const precision = 10 ** map.readUInt8(0x160);
  const isOld = version <= 100;
  const scale = isOld ? [precision, precision] : [map.readDoubleLE(0x170), map.readDoubleLE(0x178)];
  const shift = isOld ? [0, 0] : [map.readDoubleLE(0x180), map.readDoubleLE(0x188)];
  const [kx = 1, ky = 1, dx = 0, dy = 0] = [...scale, ...shift];
  if (![kx, ky, dx, dy].every(Number.isFinite) || kx === 0 || ky === 0) {
    refuse('file.corrupt', 'The .map file has no proper scale.');
  }
  const west = quadrant === 2 || quadrant === 3 || quadrant === 0;
  const south = quadrant === 3 || quadrant === 4 || quadrant === 0;
  return {
    bytes: map,
    blockSize,
    isWestwards: west,
    place: (x, y) => [
      west ? -(x + dx) / kx : (x - dx) / kx,
      south ? -(y + dy) / ky : (y - dy) / ky,
    ],
    projection: {
      id: map.readUInt8(0x16d),
      ellipsoid: map.readUInt8(0x16e),
      parameters: [0, 1, 2, 3, 4, 5].map((index) => map.readDoubleLE(0x190 + index * 8)),
    },
  };
}

/** `size` bytes from a place in a chain of coordinate blocks; undefined when the chain breaks. */
export function chainedBytes(map: MapFile, pointer: number, size: number): Buffer | undefined {
  const { bytes, blockSize } = map;
  if (size < 0 || size > bytes.length || pointer <= 0) return undefined;
  const pieces: Buffer[] = [];
  let left = size;
  let [block, at] = [Math.floor(pointer / blockSize) * blockSize, pointer];
  while (left > 0) {
    const end = block + 8 + bytes.readUInt16LE(block + 2);
    const piece = bytes.subarray(at, Math.min(end, at + left));
    // An empty block in the chain could be gone round for ever.
    if (piece.length === 0) return undefined;
    pieces.push(piece);
    left -= piece.length;
    block = bytes.readInt32LE(block + 4);
    if (block <= 0 && left > 0) return undefined;
    at = block + 8;
  }
  return Buffer.concat(pieces);
}
