import initGeos from 'geos-wasm';

/** The functions of GEOS 3.13 (WebAssembly), as the package declares them. */
type GeosModule = Awaited<ReturnType<typeof initGeos>>;

/** A geometry, or nothing, in GEOS's own memory: an address, 0 when GEOS could not. */
export type Pointer = number;

/** GEOS with a place to hand numbers over. */
export type Geos = {
  readonly api: GeosModule;
  /** Why GEOS could not, of the last call that returned 0. */
  readonly lastFault: () => string;
  /** Copy numbers into memory that lasts until the next call. */
  readonly lend: (numbers: Float64Array) => Pointer;
  /** The same for addresses of geometries. */
  readonly lendPointers: (pointers: readonly Pointer[]) => Pointer;
  /** Read what a call left there: at most 64 numbers after `lend`. */
  readonly take: (count: number) => Float64Array;
  /** Where a call may leave its numbers. */
  readonly outlet: Pointer;
  /** Read `count` numbers from anywhere. */
  readonly read: (from: Pointer, count: number) => Float64Array;
};

/** Numbers a call may leave at the outlet. */
const OUTLET_NUMBERS = 64;
const DOUBLE_BYTES = 8;
const POINTER_BYTES = 4;

let lastFault = '';
let opened: Promise<Geos> | undefined;

/** Start GEOS, once a process (60 ms, 17 MB that grow with what is held). */
export function openGeos(): Promise<Geos> {
  opened ??= start();
  return opened;
}

async function start(): Promise<Geos> {
  // without a handler of its own the package throws from inside GEOS, or prints
  const keep = (message: string): undefined => {
    lastFault = message;
  };
  const api = await initGeos({ errorHandler: keep, noticeHandler: keep });
  const { Module } = api;
  const outlet = Module._malloc(OUTLET_NUMBERS * DOUBLE_BYTES);
  const read = (from: Pointer, count: number) =>
    Module.HEAPF64.slice(from / DOUBLE_BYTES, from / DOUBLE_BYTES + count);
  let [lent, lentBytes] = [Module._malloc(DOUBLE_BYTES), DOUBLE_BYTES];
  const room = (bytes: number): Pointer => {
    if (bytes > lentBytes) {
      Module._free(lent);
      lentBytes = 2 * bytes;
      lent = Module._malloc(lentBytes);
    }
    return lent;
  };
  return {
    api,
    lastFault: () => lastFault,
    lend(numbers) {
      const at = room(numbers.length * DOUBLE_BYTES);
      Module.HEAPF64.set(numbers, at / DOUBLE_BYTES);
      return at;
    },
    lendPointers(pointers) {
      const at = room(pointers.length * POINTER_BYTES);
      Module.HEAPU32.set(pointers, at / POINTER_BYTES);
      return at;
    },
    take: (count) => read(outlet, count),
    outlet,
    read,
  };
}
