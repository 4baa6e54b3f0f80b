import { gunzipSync } from 'node:zlib';
import { DEEPEST_ZOOM, tileIdOf } from '../hilbert.ts';
import { type Entry, readDirectory } from './directory.ts';
import { type Header, ROOT_END, readHeader } from './header.ts';

/** Gives bytes of the archive; fewer than asked for at its end. */
export type ReadBytes = (offset: number, length: number) => Uint8Array;

/** An archive with its directory in memory. */
export type Archive = {
  readonly header: Header;
  /** The archive's JSON metadata. */
  readonly metadata: () => Readonly<Record<string, unknown>>;
  /** The same by its PMTiles id. */
  readonly locateId: (tileId: number) => Located | undefined;
  /** Where a tile lies in the archive; undefined when it has none. */
  readonly locate: (zoom: number, x: number, y: number) => Located | undefined;
  /** The gzipped tile; undefined when there is none. */
  readonly tile: (zoom: number, x: number, y: number) => Uint8Array | undefined;
};

/** Bytes of one tile in the archive. */
export type Located = { readonly offset: number; readonly length: number };

/**
 * Open an archive: header and all directories are read at once, tiles when they are asked for.
 *
 * @throws RangeError when it is no PMTiles v3 archive of gzipped vector tiles
 */
export function openArchive(read: ReadBytes): Archive {
  const start = read(0, ROOT_END);
  const header = readHeader(start);
  const { root } = header;
  const rootBytes = start.subarray(root.offset, root.offset + root.length);
  const directory = columnsOf(
    readDirectory(rootBytes).flatMap((entry) => {
      if (entry.run > 0) return [entry];
      return readDirectory(read(header.leaves.offset + entry.offset, entry.length));
    }),
  );
  const locateId: Archive['locateId'] = (tileId) => {
    const found = findEntry(directory, tileId);
    if (found < 0) return undefined;
    return {
      offset: header.tiles.offset + (directory.offsets[found] as number),
      length: directory.lengths[found] as number,
    };
  };
  const locate: Archive['locate'] = (zoom, x, y) =>
    isTile(zoom, x, y) ? locateId(tileIdOf(zoom, x, y)) : undefined;
  return {
    header,
    metadata: () => {
      const { offset, length } = header.metadata;
      return JSON.parse(new TextDecoder().decode(gunzipSync(read(offset, length))));
    },
    locateId,
    locate,
    tile: (zoom, x, y) => {
      const found = locate(zoom, x, y);
      return found && read(found.offset, found.length);
    },
  };
}

const isTile = (zoom: number, x: number, y: number): boolean =>
  [zoom, x, y].every(Number.isInteger) &&
  zoom >= 0 &&
  zoom <= DEEPEST_ZOOM &&
  Math.min(x, y) >= 0 &&
  Math.max(x, y) < 2 ** zoom;

type Directory = {
  readonly ids: Float64Array;
  readonly runs: Uint32Array;
  readonly offsets: Float64Array;
  readonly lengths: Uint32Array;
};

const columnsOf = (entries: readonly Entry[]): Directory => ({
  ids: Float64Array.from(entries, (entry) => entry.tileId),
  runs: Uint32Array.from(entries, (entry) => entry.run),
  offsets: Float64Array.from(entries, (entry) => entry.offset),
  lengths: Uint32Array.from(entries, (entry) => entry.length),
});

/** The entry a tile id falls into, or −1. */
function findEntry({ ids, runs }: Directory, tileId: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] as number) <= tileId) low = middle + 1;
    else high = middle - 1;
  }
  const within = high >= 0 && tileId < (ids[high] as number) + (runs[high] as number);
  return within ? high : -1;
}
