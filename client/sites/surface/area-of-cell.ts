import { writeArea } from '#data/query/area-text.ts';
import type { SiteCandidate } from '#data/schema/sites.ts';

/** The closed ring of a cell, WGS 84. */
export function areaRingOf({ corners = [] }: Pick<SiteCandidate, 'corners'>): [number, number][] {
  const ring: [number, number][] = [];
  for (let at = 0; at + 1 < corners.length; at += 2) {
    ring.push([corners[at] ?? Number.NaN, corners[at + 1] ?? Number.NaN]);
  }
  const [first] = ring;
  return first === undefined ? ring : [...ring, first];
}

/** A cell as an area somebody drew, as an address and the ground of a search hold it. */
export const areaTextOf = (cell: Pick<SiteCandidate, 'corners' | 'title'>): string =>
  writeArea({
    subject: { kind: 'shape', geometry: { type: 'Polygon', coordinates: [areaRingOf(cell)] } },
    title: cell.title,
  });
