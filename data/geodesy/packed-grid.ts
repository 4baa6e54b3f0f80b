import { gunzipSync, gzipSync } from 'node:zlib';
import { type Ostn15Grid, readGrid, writeGrid } from './grid.ts';

/**
 * Pack a grid for keeping in the repository (407 kB).
 *
 * @throws RangeError when the grid is not 701 × 1251 nodes
 */
export const packGrid = (grid: Ostn15Grid): Uint8Array => gzipSync(writeGrid(grid), { level: 9 });

/**
 * Unpack `data/geodesy/ostn15.bin.gz`.
 *
 * @throws TypeError when the bytes are not a packed OSTN15 grid
 */
export const unpackGrid = (packed: Uint8Array): Ostn15Grid => readGrid(gunzipSync(packed));
