import type { Area, AreaFault, AreaGeometry } from '#data/query/area.ts';
import { fitsAddress, writeArea } from '#data/query/area-text.ts';
import { type FromGrid, readTypedArea } from '#data/query/area-typed.ts';
import type { KeptArea } from '#data/schema/kept-area.ts';
import { LIST_MOST } from '#data/siting/search-items.ts';

/** One area as it was pasted, or why it is none. */
export type PastedArea = {
  /** From 1; of what begins there. */
  readonly line: number;
  readonly geometry: AreaGeometry;
};

/** What is wrong, and in which line, from 1. */
export type LineFault = AreaFault & { readonly line: number };

/** Areas of one search at most. */
export const AREAS_MOST = LIST_MOST;

/** Characters the areas of a search may take together: there is as much again for its criteria. */
const TEXT_MOST = 4_000;

/** GeoJSON goes over many lines and is one thing. */
const isGeoJson = (text: string): boolean => text.startsWith('{');

/**
 * Read pasted areas: one a line, each as WKT, coordinates, a grid reference or the text of an address; or one GeoJSON
 * shape over as many lines as it likes. Never throws.
 */
export function readAreas(
  text: string,
  fromGrid: FromGrid,
): readonly PastedArea[] | readonly LineFault[] {
  const trimmed = text.trim();
  const lines = isGeoJson(trimmed) && !trimmed.includes('}\n{') ? [trimmed] : text.split(/\r?\n/u);
  const areas: PastedArea[] = [];
  const faults: LineFault[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const read = readTypedArea(line, fromGrid);
    if ('what' in read) faults.push({ ...read, line: index + 1 });
    else areas.push({ line: index + 1, geometry: read.geometry });
  }
  if (faults.length > 0) return faults.slice(0, 5);
  if (areas.length === 0) {
    return [{ what: 'Nothing is written.', mend: 'Paste one area a line.', line: 1 }];
  }
  if (areas.length > AREAS_MOST) {
    return [
      {
        what: `There are ${areas.length} areas.`,
        mend: `Paste at most ${AREAS_MOST} at a time.`,
        line: AREAS_MOST + 1,
      },
    ];
  }
  return areas;
}

/** True of faults, whatever else might have been read. */
export const areFaults = (
  read: readonly PastedArea[] | readonly LineFault[],
): read is readonly LineFault[] => read.some((each) => 'what' in each);

/** Round a point, a place that has no ground of its own, metres: about a hectare. */
export const POINT_RADIUS_M = 50;

/** The area of a shape: points and lines get ground round them. */
export const areaOf = (geometry: AreaGeometry): Area => ({
  subject: { kind: 'shape', geometry },
  ...(geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
    ? {}
    : { bufferM: POINT_RADIUS_M }),
});

/**
 * An area long enough to be kept by the server, or the text of one that is not.
 *
 * @param among how many areas share the address
 */
export function textOrKeep(
  area: Area,
  among = 1,
): { readonly text: string } | { readonly keep: AreaGeometry } {
  const text = writeArea(area);
  const isShort = fitsAddress(area) && text.length <= TEXT_MOST / among;
  if (isShort || area.subject.kind !== 'shape') return { text };
  return { keep: area.subject.geometry };
}

/**
 * The areas of a red line file as a search has them: each shape by itself; ground round what has none of its own.
 *
 * @param kept as the server answers a file whose shapes are kept apart
 */
export function areasOfFile({ text, areaM2, parts }: KeptArea): readonly string[] {
  const all = parts ?? [{ text, ...(areaM2 === undefined ? {} : { areaM2 }) }];
  return all.map((part) =>
    part.areaM2 === undefined ? `${part.text}~${POINT_RADIUS_M}m` : part.text,
  );
}
