import type { Shape } from '#data/schema/geometry.ts';
import { build, collect, copyOut, only } from './build.ts';
import type { Geos, Pointer } from './geos.ts';
import { type HeldShape, type Workings, YES } from './held.ts';
import type { Measure } from './measure.ts';
import { type Overlay, overlay, unite } from './overlay.ts';
import type { PlaneShape } from './plane-shape.ts';

type Makers = Pick<
  Measure,
  'shape' | 'toPlane' | 'buffer' | 'union' | 'intersection' | 'difference'
>;

/** Sides of a quarter turn of a buffer: its area is short of the circle's by 0.16 %. */
const QUARTER_SIDES = 16;

/** GEOS_MAKE_VALID_STRUCTURE. */
const STRUCTURE = 1;

const RANK: Readonly<Record<Shape, number>> = { point: 0, line: 1, polygon: 2 };

/** What makes shapes. */
export function makersOf({ geos, adopt }: Workings): Makers {
  const { api } = geos;
  const adoptOnly = (made: Pointer, kind: Shape) => {
    const kept = only(geos, made, kind);
    api.GEOSGeom_destroy(made);
    return adopt(kept, kind);
  };
  const lay = (how: Overlay, one: HeldShape, other: HeldShape, kind: Shape) =>
    adoptOnly(overlay(geos, how, one, other), kind);
  return {
    shape(shape) {
      checkFinite(shape);
      const { pointer, repaired } = repair(geos, build(geos, shape), shape.kind);
      return adopt(pointer, shape.kind, repaired);
    },
    toPlane: ({ pointer, kind }) => copyOut(geos, pointer, kind),
    buffer({ pointer }, metres) {
      if (!(metres >= 0)) throw new RangeError(`Cannot buffer by ${metres} m`);
      return adopt(api.GEOSBuffer(pointer, metres, QUARTER_SIDES), 'polygon');
    },
    union(shapes) {
      const kind = shapes[0]?.kind ?? 'polygon';
      const all = collect(
        geos,
        kind,
        shapes.map(({ pointer }) => api.GEOSGeom_clone(pointer)),
      );
      const made = unite(geos, all);
      api.GEOSGeom_destroy(all);
      return adoptOnly(made, kind);
    },
    intersection: (one, other) =>
      lay('Intersection', one, other, RANK[one.kind] < RANK[other.kind] ? one.kind : other.kind),
    difference: (one, other) => lay('Difference', one, other, one.kind),
  };
}

function checkFinite({ parts }: PlaneShape): void {
  for (const run of parts.flat()) {
    for (const figure of run) {
      if (!Number.isFinite(figure)) throw new TypeError(`Cannot measure: ${figure} is no position`);
    }
  }
}

/** The geometry itself where it is valid; else what it is repaired to, and the geometry is destroyed. */
function repair(
  geos: Geos,
  pointer: Pointer,
  kind: Shape,
): { readonly pointer: Pointer; readonly repaired: boolean } {
  const { api } = geos;
  if (kind !== 'polygon' || api.GEOSisValid(pointer) === YES) return { pointer, repaired: false };
  const how = api.GEOSMakeValidParams_create();
  api.GEOSMakeValidParams_setMethod(how, STRUCTURE);
  api.GEOSMakeValidParams_setKeepCollapsed(how, 0);
  const mended = api.GEOSMakeValidWithParams(pointer, how);
  api.GEOSMakeValidParams_destroy(how);
  api.GEOSGeom_destroy(pointer);
  if (mended === 0) throw new Error(`Cannot measure: GEOSMakeValid failed: ${geos.lastFault()}`);
  const kept = only(geos, mended, kind);
  api.GEOSGeom_destroy(mended);
  return { pointer: kept, repaired: true };
}
