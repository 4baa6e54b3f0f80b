import type { Geos, Pointer } from './geos.ts';

/** Overlays of two geometries, as GEOS calls them. */
export type Overlay = 'Intersection' | 'Difference';

/** Grid an overlay falls back to where rounding defeats GEOS, metres. */
const FALLBACK_GRID_M = 0.001;

/**
 * An overlay of two valid geometries; the caller destroys it.
 *
 * @throws {Error} when GEOS cannot, on a grid of a millimetre neither
 */
export function overlay(
  geos: Geos,
  kind: Overlay,
  one: { readonly pointer: Pointer },
  other: { readonly pointer: Pointer },
): Pointer {
  const { api } = geos;
  const made =
    api[`GEOS${kind}`](one.pointer, other.pointer) ||
    api[`GEOS${kind}Prec`](one.pointer, other.pointer, FALLBACK_GRID_M);
  if (made === 0) throw new Error(`Cannot measure: GEOS${kind} failed: ${geos.lastFault()}`);
  return made;
}

/**
 * What any of some geometries covers; the caller destroys it.
 *
 * @param collection of all of them
 * @throws {Error} when GEOS cannot, on a grid of a millimetre neither
 */
export function unite(geos: Geos, collection: Pointer): Pointer {
  const { api } = geos;
  const made =
    api.GEOSUnaryUnion(collection) || api.GEOSUnaryUnionPrec(collection, FALLBACK_GRID_M);
  if (made === 0) throw new Error(`Cannot measure: GEOSUnaryUnion failed: ${geos.lastFault()}`);
  return made;
}
