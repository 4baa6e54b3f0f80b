/** Nodes of the grid, one a kilometre from 0, 0. Source: Ordnance Survey, OSTN15. */
export const GRID_COLUMNS = 701;
export const GRID_ROWS = 1251;

/** Least shift of the grid in millimetres: what a stored 0 means. Source: Ordnance Survey, OSTN15. */
export const EAST_OFFSET_MM = 82_140;
export const NORTH_OFFSET_MM = -84_180;

/** `OSTN15` and a version, so that a wrong file is told from the right one. */
const MAGIC = Uint8Array.from([0x4f, 0x53, 0x54, 0x4e, 0x31, 0x35, 0x00, 0x01]);
const NODES = GRID_COLUMNS * GRID_ROWS;

/**
 * Ordnance Survey's OSTN15: by how much OSGB36 eastings and northings exceed those of ETRS89
 * on the National Grid projection, at every kilometre of Great Britain.
 */
export type Ostn15Grid = {
  /**
   * East and north shift of each node in millimetres above the offsets, interleaved (`e, n, e, n …`),
   * west to east, then south to north.
   */
  readonly shiftsMm: Uint16Array;
};

/**
 * The bytes a grid is kept as, before they are compressed: 2-D differences, zigzag, byte planes.
 *
 * @throws RangeError when the grid is not 701 × 1251 nodes
 */
export function writeGrid(grid: Ostn15Grid): Uint8Array {
  if (grid.shiftsMm.length !== 2 * NODES) {
    throw new RangeError(`Cannot pack grid: want ${NODES} nodes, got ${grid.shiftsMm.length / 2}`);
  }
  const bytes = new Uint8Array(MAGIC.length + 4 * NODES);
  bytes.set(MAGIC);
  for (const component of [0, 1]) {
    const low = MAGIC.length + component * 2 * NODES;
    for (let node = 0; node < NODES; node++) {
      const difference = (shiftOf(grid.shiftsMm, node, component) << 16) >> 16;
      const zigzag = (difference << 1) ^ (difference >> 31);
      bytes[low + node] = zigzag & 0xff;
      bytes[low + NODES + node] = (zigzag >> 8) & 0xff;
    }
  }
  return bytes;
}

/** A node's value minus what its west, south and south-west neighbours lead one to expect. */
function shiftOf(shiftsMm: Uint16Array, node: number, component: number): number {
  return at(shiftsMm, node, component) - expected(shiftsMm, node, component);
}

function expected(shiftsMm: Uint16Array, node: number, component: number): number {
  const first = node % GRID_COLUMNS === 0;
  const west = first ? 0 : at(shiftsMm, node - 1, component);
  const south = at(shiftsMm, node - GRID_COLUMNS, component);
  const southWest = first ? 0 : at(shiftsMm, node - GRID_COLUMNS - 1, component);
  return west + south - southWest;
}

const at = (shiftsMm: Uint16Array, node: number, component: number): number =>
  shiftsMm[2 * node + component] ?? 0;

/**
 * The grid of bytes that `writeGrid()` made. Without zlib, so that a browser may read it as well.
 *
 * @throws TypeError when they are not an OSTN15 grid
 */
export function readGrid(bytes: Uint8Array): Ostn15Grid {
  if (bytes.length !== MAGIC.length + 4 * NODES || MAGIC.some((byte, i) => bytes[i] !== byte)) {
    throw new TypeError('Cannot read grid: not an OSTN15 grid');
  }
  const shiftsMm = new Uint16Array(2 * NODES);
  for (const component of [0, 1]) {
    const low = MAGIC.length + component * 2 * NODES;
    for (let node = 0; node < NODES; node++) {
      const zigzag = (bytes[low + node] ?? 0) | ((bytes[low + NODES + node] ?? 0) << 8);
      const difference = (zigzag >>> 1) ^ -(zigzag & 1);
      shiftsMm[2 * node + component] = difference + expected(shiftsMm, node, component);
    }
  }
  return { shiftsMm };
}
