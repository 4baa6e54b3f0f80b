import type { Bounds } from '#data/schema/geometry.ts';

/** Bytes of the header. Source: PMTiles specification v3, §3. */
export const HEADER_BYTES = 127;
/** Header and root directory together; tile data starts right after. Source: the same, §2. */
export const ROOT_END = 16384;

const MAGIC = 'PMTiles';
const VERSION = 3;
const GZIP = 2;
const MVT = 1;

/** A run of bytes of the archive. */
export type Section = { readonly offset: number; readonly length: number };

/** What the header of an archive says. */
export type Header = {
  readonly root: Section;
  readonly metadata: Section;
  readonly leaves: Section;
  readonly tiles: Section;
  /** Tiles that can be asked for, directory entries, and different tiles stored. */
  readonly addressed: number;
  readonly entries: number;
  readonly contents: number;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: Bounds;
  /** Longitude, latitude, zoom. */
  readonly center: readonly [number, number, number];
};

/** Degrees as the header stores them: ten-millionths. */
const toE7 = (degrees: number): number => Math.round(degrees * 1e7);

export function writeHeader(header: Header): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  const u64 = (at: number, value: number): void => view.setBigUint64(at, BigInt(value), true);
  const { root, metadata, leaves, tiles, bounds, center } = header;
  bytes.set(new TextEncoder().encode(MAGIC));
  bytes[7] = VERSION;
  [root, metadata, leaves, tiles].forEach((section, index) => {
    u64(8 + 16 * index, section.offset);
    u64(16 + 16 * index, section.length);
  });
  u64(72, header.addressed);
  u64(80, header.entries);
  u64(88, header.contents);
  bytes[96] = 1; // clustered: tile data in the order of tile ids
  bytes[97] = GZIP; // directories and metadata
  bytes[98] = GZIP; // tiles
  bytes[99] = MVT;
  bytes[100] = header.minZoom;
  bytes[101] = header.maxZoom;
  bounds.forEach((degrees, index) => {
    view.setInt32(102 + 4 * index, toE7(degrees), true);
  });
  bytes[118] = center[2];
  view.setInt32(119, toE7(center[0]), true);
  view.setInt32(123, toE7(center[1]), true);
  return bytes;
}

/** Read a header. @throws RangeError when the bytes are not those of a gzipped MVT archive, v3 */
export function readHeader(bytes: Uint8Array): Header {
  if (bytes.length < HEADER_BYTES || new TextDecoder().decode(bytes.subarray(0, 7)) !== MAGIC) {
    throw new RangeError('Cannot read archive: not a PMTiles file');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const kind = [bytes[7], bytes[97], bytes[98], bytes[99]].join();
  if (kind !== [VERSION, GZIP, GZIP, MVT].join()) {
    throw new RangeError('Cannot read archive: want PMTiles v3 with gzipped vector tiles');
  }
  const u64 = (at: number): number => Number(view.getBigUint64(at, true));
  const e7 = (at: number): number => view.getInt32(at, true) / 1e7;
  const section = (at: number): Section => ({ offset: u64(at), length: u64(at + 8) });
  return {
    root: section(8),
    metadata: section(24),
    leaves: section(40),
    tiles: section(56),
    addressed: u64(72),
    entries: u64(80),
    contents: u64(88),
    minZoom: view.getUint8(100),
    maxZoom: view.getUint8(101),
    bounds: [e7(102), e7(106), e7(110), e7(114)],
    center: [e7(119), e7(123), view.getUint8(118)],
  };
}
