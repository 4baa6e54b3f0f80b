import { setImmediate as breathe } from 'node:timers/promises';
import type { Geometry } from 'geojson';
import type { Bounds } from '#data/schema/geometry.ts';
import type { Question } from '#server/columns/ask.ts';
import type { EditionColumns } from '#server/columns/column.ts';
import { OUTSIDE, sift } from '#server/columns/sift.ts';
import { toGrid } from '#server/measure/plane-shape.ts';
import type { Services } from '../services.ts';
import { type OpenArea, openArea } from './answer.ts';
import { boundsRound } from './layers-here.ts';

/** Features measured between two turns of the event loop. */
const SLICE = 500;

/** Where features are looked for: `bounds` round everything, `inside` exactly. */
export type AreaWhere = Pick<Question, 'inside'> & { readonly bounds?: Bounds };

/**
 * Do something with an area as a place to look for features in; without an area, with nowhere in particular.
 *
 * @throws {ApiError} when the text is no area, or one too large
 */
export async function withArea<T>(
  text: string | undefined,
  services: Services,
  work: (where: AreaWhere) => Promise<T>,
): Promise<T> {
  if (text === undefined) return await work({});
  const area = await openArea(text, services);
  try {
    const bounds = boundsRound(area.subject, 0, services);
    return await work({ bounds, inside: (columns) => inside(columns, bounds, { area, services }) });
  } finally {
    area.close();
  }
}

/** An area, as far as it lies in a box; either may be absent. */
export const inBoth = ({ bounds, inside }: AreaWhere, box: Bounds | undefined): AreaWhere => ({
  ...(inside ? { inside } : {}),
  ...((box ?? bounds) ? { bounds: box ?? bounds } : {}),
});

type Held = { readonly area: OpenArea; readonly services: Services };

/** Which features of an edition share a position with the area: 1 for each that does. */
async function inside(columns: EditionColumns, bounds: Bounds, held: Held): Promise<Uint8Array> {
  const { fails } = sift(columns, { bounds, conditions: [] });
  const near = [...fails.keys()].filter((at) => fails[at] !== OUTSIDE);
  const found = new Uint8Array(columns.size);
  for (let from = 0; from < near.length; from += SLICE) {
    const slice = near.slice(from, from + SLICE);
    const geometries = await geometriesOf(columns, slice, held.services);
    const touching = await touch(geometries, held);
    for (const [index, at] of slice.entries()) found[at] = touching[index] ? 1 : 0;
    await breathe();
  }
  return found;
}

/** Points are in the columns; anything larger is in the store. */
async function geometriesOf(
  { lng, lat, rows, boxes }: EditionColumns,
  places: readonly number[],
  { store }: Services,
): Promise<(Geometry | undefined)[]> {
  if (!boxes) {
    return places.map((at) => ({
      type: 'Point',
      coordinates: [lng[at] as number, lat[at] as number],
    }));
  }
  const asked = places.map((at) => rows[at] as number);
  const shapes = await store.listShapes(asked);
  const byRow = new Map(shapes.map(({ row, geometry }) => [row, geometry]));
  return asked.map((row) => byRow.get(row));
}

async function touch(
  geometries: readonly (Geometry | undefined)[],
  { area, services }: Held,
): Promise<boolean[]> {
  const { ruler } = await services.measuring();
  return ruler.measure((measure) =>
    geometries.map((geometry) => {
      const plane = geometry && toGrid(geometry, services.grid);
      return plane !== undefined && measure.intersects(area.subject.held, measure.shape(plane));
    }),
  );
}
