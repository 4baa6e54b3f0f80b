import type { Bounds } from '#data/schema/geometry.ts';
import type { Listed } from './manifest.ts';

/** The manifest rounds to six decimals: equal is a millionth of a degree and that rounding. */
const TOLERANCE_DEG = 1.5e-6;

/** What a run found of a file. */
export type Found = { readonly records: number; readonly bounds: Bounds | undefined };

/** A run against the manifest: which of the two agree. */
export type Agreement = { readonly records: boolean; readonly extent: boolean };

/** Compare a run with what GDAL found: records exactly, extent to a millionth of a degree. */
export function agreementOf(listed: Listed, found: Found): Agreement {
  return {
    records: found.records === listed.records,
    extent: isSameExtent(listed.bounds, found.bounds),
  };
}

/** Two extents, in degrees; two absent ones are the same. */
export function isSameExtent(left: Bounds | undefined, right: Bounds | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left.every((edge, index) => Math.abs(edge - (right[index] ?? Number.NaN)) < TOLERANCE_DEG);
}
