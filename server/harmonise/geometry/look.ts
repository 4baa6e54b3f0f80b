import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import { findProjection } from '#data/geodesy/projection.ts';
import type { ReadingLook, VoteLook } from '#data/schema/closer.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import { inCountry } from './area.ts';
import type { Lane } from './lane.ts';
import type { Reading } from './position-source.ts';
import { firstPositionOf } from './project-geometry.ts';
import { type Constituency, plausible, type Sample } from './vote.ts';

/** What a person is shown of a vote, whoever won: the readings anybody would think of. */
const SHOWN: readonly Reading[] = [
  { id: 'EPSG:27700', axis: 'xy' },
  { id: 'EPSG:27700', axis: 'yx' },
  { id: 'EPSG:4326', axis: 'xy' },
  { id: 'EPSG:4326', axis: 'yx' },
  { id: 'EPSG:3857', axis: 'xy' },
  { id: 'EPSG:29903', axis: 'xy' },
];

/** How every reading of the leading positions of a layer fares: inside the publisher's area, and where otherwise. */
export function lookAtVote({ source, sample, decision }: Lane, where: Constituency): VoteLook {
  const won = decision.reading;
  const readings = won && !SHOWN.some((each) => isSame(each, won)) ? [won, ...SHOWN] : SHOWN;
  return {
    from: source.from,
    columns: source.columns,
    kind: source.kind,
    ...(source.stated ? { stated: source.stated } : {}),
    of: sample.length / 2,
    ...(where.area ? { area: where.area.name } : {}),
    ...(won ? { won } : {}),
    confidence: decision.confidence,
    isAmbiguous: decision.ambiguous === true,
    readings: readings.map((reading) => fare(reading, sample, where)),
  };
}

const isSame = (a: Reading, b: Reading): boolean => a.id === b.id && a.axis === b.axis;

function fare(reading: Reading, sample: Sample, where: Constituency): ReadingLook {
  const home = where.area ?? where.districts;
  let inside = 0;
  let country = 0;
  const lngs: number[] = [];
  const lats: number[] = [];
  for (let at = 0; at < sample.length; at += 2) {
    const position = locate(where.grid, reading, sample[at] as number, sample[at + 1] as number);
    if (!position) continue;
    const [lng, lat] = position;
    lngs.push(lng);
    lats.push(lat);
    if (inCountry(lng, lat)) country++;
    if (home?.contains(lng, lat)) inside++;
  }
  const centre = [median(lngs), median(lats)] as const;
  return {
    ...reading,
    inside,
    country,
    located: lngs.length,
    ...(lngs.length > 0 ? { centre } : {}),
  };
}

/** Where a pair of figures is in the world by a reading; undefined where the reading has no such place. */
function locate(
  grid: Ostn15Grid,
  { id, axis }: Reading,
  first: number,
  second: number,
): LngLat | undefined {
  const [x, y] = axis === 'xy' ? [first, second] : [second, first];
  if (!plausible(id, x, y)) return undefined;
  const position = findProjection(grid, id)?.toWgs84(x, y);
  if (!position || Math.abs(position[0]) > 180 || Math.abs(position[1]) > 90) return undefined;
  return [position[0], position[1]];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Where a record says it is, right or wrong: as sent, and by the reading that won. */
export function sentBy({ source, decision }: Lane, { grid }: Constituency) {
  return (record: RawRecord): { readonly figures: LngLat; readonly at?: LngLat } | undefined => {
    const sighting = source.sight(record);
    if (sighting.kind !== 'geometry') return undefined;
    const [first, second] = firstPositionOf(sighting.geometry);
    if (!(Number.isFinite(first) && Number.isFinite(second))) return undefined;
    const at = decision.reading && locate(grid, decision.reading, first, second);
    return { figures: [first, second], ...(at ? { at } : {}) };
  };
}
