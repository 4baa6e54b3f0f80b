import type { IncomingHttpHeaders } from 'node:http';
import { KEPT } from './refuse.ts';
import { startOf } from './send-whole.ts';

/** A tile as it goes out to nearly everybody: gzipped, with all its headers written beforehand. */
export type ReadyTile = {
  readonly bytes: Uint8Array;
  /** Strong: it names these bytes. */
  readonly etag: string;
  /** Headers of 200, name after value: the form `writeHead` passes on without copying. */
  readonly head: string[];
  /** The same as they go over the wire. */
  readonly start: Uint8Array;
  /** Those among them that say how long it may be kept and by whom it may be read. */
  readonly keeping: readonly string[];
};

/**
 * Write a tile's headers, once for all its requests.
 *
 * @param how `coding` absent: the tile goes out inflated; `keeping` absent: it may be kept for ever
 */
export function readyTile(
  bytes: Uint8Array,
  etag: string,
  how: { readonly coding?: 'gzip'; readonly keeping?: readonly string[] } = {},
): ReadyTile {
  const { coding, keeping = KEPT } = how;
  const head = ['Content-Type', 'application/vnd.mapbox-vector-tile'];
  head.push('Content-Length', String(bytes.length));
  if (coding) head.push('Content-Encoding', coding);
  head.push(...keeping, 'ETag', etag, 'Vary', 'Accept-Encoding');
  head.push('X-Content-Type-Options', 'nosniff');
  return { bytes, etag, head, start: startOf(head), keeping };
}

/** Tiles asked for lately, by address. */
export type ReadyTiles = {
  readonly get: (address: string) => ReadyTile | undefined;
  readonly put: (address: string, tile: ReadyTile) => void;
  /** Let go of all. */
  readonly clear: () => void;
  /** Bytes kept, as counted against the limit. */
  readonly bytes: () => number;
};

/** What a tile's address, ETag and headers take beside its bytes, about. */
const OVERHEAD_BYTES = 1_024;

/**
 * Keep tiles in memory, at most `mostBytes` of them; 0 keeps none.
 *
 * Two generations: what is asked for while old is young again, and when the young fill half the room
 * the old are let go. So a hit on a young tile, which nearly every hit is, moves nothing.
 */
export function keepReady(mostBytes: number): ReadyTiles {
  let [young, old] = [new Map<string, ReadyTile>(), new Map<string, ReadyTile>()];
  let [youngBytes, oldBytes] = [0, 0];
  const put = (address: string, tile: ReadyTile): void => {
    const size = tile.bytes.length + OVERHEAD_BYTES;
    if (size > mostBytes / 2) return;
    if (youngBytes + size > mostBytes / 2) {
      [old, oldBytes] = [young, youngBytes];
      [young, youngBytes] = [new Map(), 0];
    }
    if (!young.has(address)) youngBytes += size;
    young.set(address, tile);
  };
  return {
    get(address) {
      const found = young.get(address);
      if (found) return found;
      const aged = old.get(address);
      if (aged) put(address, aged);
      return aged;
    },
    put,
    clear() {
      [young, old] = [new Map(), new Map()];
      [youngBytes, oldBytes] = [0, 0];
    },
    bytes: () => youngBytes + oldBytes,
  };
}

/** Whether gzip may be sent; without the header it may not, for those who forgot to inflate. */
export function acceptsGzip({ 'accept-encoding': accepted }: IncomingHttpHeaders): boolean {
  // browsers, QGIS, and most libraries begin like this
  if (accepted === undefined) return false;
  const words = String(accepted).toLowerCase();
  if (words === 'gzip' || words.startsWith('gzip, ')) return true;
  return words.split(',').some((coding) => {
    const [name = '', ...parameters] = coding.split(';').map((word) => word.trim());
    return (
      (name === 'gzip' || name === '*') && !parameters.some((word) => /^q=0(\.0*)?$/.test(word))
    );
  });
}

/** Whether the client holds this representation. Source: RFC 9110 §13.1.2 (weak comparison). */
export function isHeld({ 'if-none-match': held }: IncomingHttpHeaders, etag: string): boolean {
  if (held === undefined) return false;
  return held.split(',').some((tag) => {
    const bare = tag.trim();
    return bare === '*' || bare === etag || bare === `W/${etag}`;
  });
}
