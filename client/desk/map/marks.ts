import type { Feature, FeatureCollection } from 'geojson';
import type { LngLat } from '#data/schema/geometry.ts';
import type { DraftMapWishes } from './wishes.ts';

/** Candidates, ways and things taken away, as the map draws them: the property `role` says which. */
export function marksOf({
  candidates = [],
  moves = [],
  removed = [],
}: DraftMapWishes): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [
      ...moves.flatMap(({ from, to }) => [
        {
          ...feature('way'),
          geometry: { type: 'LineString' as const, coordinates: [[...from], [...to]] },
        },
        point(from, 'from'),
      ]),
      ...removed.map((at) => point(at, 'removed', { change: 'removed' })),
      ...candidates.map(({ at, value, isChosen }) =>
        point(at, 'candidate', { value, chosen: isChosen }),
      ),
    ],
  };
}

const feature = (role: string, properties: object = {}) => ({
  type: 'Feature' as const,
  properties: { ...properties, role },
});

const point = (at: LngLat, role: string, properties: object = {}): Feature => ({
  ...feature(role, properties),
  geometry: { type: 'Point', coordinates: [...at] },
});
