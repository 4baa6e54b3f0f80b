import { issueOf } from '../refusal.ts';
import { readWkb } from '../wkb.ts';

/** Largest geometry read, bytes. */
const SIZE_LIMIT = 64_000_000;
/** Bytes of the envelope after the 8-byte header, by its code. Source: OGC 12-128r18 §2.1.3. */
const ENVELOPE_BYTES: readonly (number | undefined)[] = [0, 32, 48, 48, 64];
/** Where SpatiaLite's geometry begins, and the bytes that stand before and after it. */
const SPATIALITE = { start: 0, bodyAt: 38, before: 0x7c, end: 0xfe } as const;

/**
 * A geometry as databases keep it: GeoPackage binary, SpatiaLite's own, or plain well-known binary.
 *
 * @returns a sentence when the bytes are none of them
 */
export function readBlob(blob: Buffer): ReturnType<typeof readWkb> {
  if (blob.length > SIZE_LIMIT) return 'The geometry is larger than 64 MB.';
  const body = bodyOf(blob);
  if (typeof body === 'string') return body;
  try {
    return readWkb(body);
  } catch (thrown) {
    const found = issueOf(thrown);
    if (!found) throw thrown;
    return found.message;
  }
}

function bodyOf(blob: Buffer): Buffer | string {
  if (blob.length < 8) return 'The geometry is cut short.';
  if (blob[0] === 0x47 && blob[1] === 0x50) {
    const envelope = ENVELOPE_BYTES[((blob[3] ?? 0) >> 1) & 7];
    return envelope === undefined
      ? 'The geometry has a damaged header.'
      : blob.subarray(8 + envelope);
  }
  const { start, bodyAt, before, end } = SPATIALITE;
  if (blob[0] === start && blob[bodyAt] === before && blob.at(-1) === end) {
    // Where well-known binary says “little endian” by a 1, SpatiaLite has a marker that is not 0.
    return blob[1] === 1 ? blob.subarray(bodyAt, -1) : 'Big-endian geometries are not read.';
  }
  return (blob[0] ?? 2) < 2 ? blob : 'The geometry column holds no geometry.';
}
