import { figuresOf } from './figures.ts';
import { type Geos, openGeos, type Pointer } from './geos.ts';
import { boundsOf, type Workings, YES } from './held.ts';
import { makersOf } from './makers.ts';
import type { MeasureScope, Ruler } from './measure.ts';
import { relationsOf } from './relations.ts';

/** Start measuring. */
export async function openRuler(): Promise<Ruler> {
  const geos = await openGeos();
  let held = 0;
  const count = (more: number) => {
    held += more;
  };
  const open = () => openScope(geos, count);
  return {
    open,
    measure(work) {
      const { measure, close } = open();
      try {
        return work(measure);
      } finally {
        close();
      }
    },
    held: () => held,
    bytes: () => geos.api.Module.HEAPF64.buffer.byteLength,
  };
}

function openScope(geos: Geos, count: (more: number) => void): MeasureScope {
  const { api } = geos;
  const owned: Pointer[] = [];
  const preparedOf = new Map<Pointer, Pointer>();
  let isOpen = true;
  const workings: Workings = {
    geos,
    adopt(pointer, kind, repaired = false) {
      if (!isOpen) {
        api.GEOSGeom_destroy(pointer);
        throw new Error('Cannot measure: the scope is closed');
      }
      owned.push(pointer);
      count(1);
      const isEmpty = api.GEOSisEmpty(pointer) === YES;
      return { kind, pointer, repaired, isEmpty, bounds: boundsOf(geos, pointer, isEmpty) };
    },
    prepared({ pointer }) {
      const known = preparedOf.get(pointer);
      if (known !== undefined) return known;
      const made = api.GEOSPrepare(pointer);
      preparedOf.set(pointer, made);
      return made;
    },
  };
  return {
    measure: { ...makersOf(workings), ...figuresOf(workings), ...relationsOf(workings) },
    close() {
      isOpen = false;
      for (const pointer of preparedOf.values()) api.GEOSPreparedGeom_destroy(pointer);
      for (const pointer of owned) api.GEOSGeom_destroy(pointer);
      count(-owned.length);
      preparedOf.clear();
      owned.length = 0;
    },
  };
}
