import type { Feature, FeatureCollection } from 'geojson';
import type { Bounds, LngLat } from '#data/schema/geometry.ts';
import type {
  SiteLines,
  SiteMark,
  SurfaceCell,
  SurfacePicture,
  ThingLabel,
} from './sites-map-controller.ts';

/** Nothing at all. */
export const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Above this many markers in view only the best carry a figure. Source: the design, "Marker". */
const CROWD = 40;
const FIGURED = 20;

/** Ground metres of a degree of latitude. Source: mean Earth radius (IUGG). */
const DEGREE_M = 111_195;

/** Corners of a circle. */
const CORNERS = 48;

/**
 * Marks as the map draws them, the best on top: `sign` is the form and figure of the picture, `rank` how early it was
 * drawn. In a crowd only the first of those in view carry a figure, and those ticked to be compared.
 */
export function markShapes(marks: readonly SiteMark[], view: Bounds): FeatureCollection {
  const ranked = marks.filter(({ rank }) => rank !== undefined);
  const seen = ranked.filter(({ at }) => holds(view, at));
  const figured = new Set(
    seen.length > CROWD
      ? seen
          .toSorted(byRank)
          .slice(0, FIGURED)
          .map(({ key }) => key)
      : ranked.map(({ key }) => key),
  );
  return collect(
    marks.map(({ key, at, form, rank = 0, isCompared = false }) =>
      pointAt(at, {
        key,
        form,
        rank,
        sign: `${form}/${figured.has(key) || isCompared ? rank : ''}`,
      }),
    ),
  );
}

const byRank = (one: SiteMark, other: SiteMark): number => (one.rank ?? 0) - (other.rank ?? 0);

const holds = ([west, south, east, north]: Bounds, [lng, lat]: LngLat): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north;

/** Circles of the stated area round the points of sites that have no published boundary. */
export const circleShapes = (marks: readonly SiteMark[]): FeatureCollection =>
  collect(
    marks.flatMap(({ at, key, form, radiusM = 0 }) =>
      radiusM > 0 ? [circle(at, radiusM, { key, form })] : [],
    ),
  );

function circle([lng, lat]: LngLat, radiusM: number, properties: object): Feature {
  const up = radiusM / DEGREE_M;
  const along = up / Math.cos((lat * Math.PI) / 180);
  const ring = Array.from({ length: CORNERS + 1 }, (_, index) => {
    const turn = (2 * Math.PI * (index % CORNERS)) / CORNERS;
    return [lng + along * Math.cos(turn), lat + up * Math.sin(turn)];
  });
  return feature({ type: 'Polygon', coordinates: [ring] }, properties);
}

/** Words beside what sites were measured to. */
export const thingShapes = (things: readonly ThingLabel[]): FeatureCollection =>
  collect(things.map((thing) => thingAt(thing, 'thing')));

const thingAt = ({ at, title, note = '', theme = 'land' }: ThingLabel, role: string): Feature =>
  pointAt(at, { role, title, note, theme });

/** The ground of an opened site and its lines: `role` says which. */
export function lineShapes(opened: SiteLines | undefined): FeatureCollection {
  if (opened === undefined) return NOTHING;
  const ground = opened.geometry?.features ?? [];
  return collect([
    ...ground.map((each) => ({ ...each, properties: { role: 'ground' } })),
    ...opened.lines.flatMap(({ from, to, label, end }) => [
      feature({ type: 'LineString', coordinates: [[...from], [...to]] }, { role: 'line' }),
      thingAt({ ...end, at: to }, 'end'),
      pointAt(between(from, to), { role: 'length', label }),
    ]),
  ]);
}

/** How far along a line its length stands: clear of the sign it begins at. */
const ALONG = 0.58;

/** A place on a line no longer than a city is wide. */
const between = ([ax, ay]: LngLat, [bx, by]: LngLat): LngLat => [
  ax + (bx - ax) * ALONG,
  ay + (by - ay) * ALONG,
];

/** Cells that a colour does not show, and where deck.gl does not come those too that it does. */
export const cellShapes = (cells: readonly SurfaceCell[]): FeatureCollection =>
  collect(
    cells.map(({ key, corners, form, score = 0 }) =>
      feature({ type: 'Polygon', coordinates: [ringOf(corners)] }, { key, form, score }),
    ),
  );

/** A closed ring of corners. */
export function ringOf(corners: readonly number[]): [number, number][] {
  const ring: [number, number][] = [];
  for (let at = 0; at + 1 < corners.length; at += 2) {
    ring.push([corners[at] ?? Number.NaN, corners[at + 1] ?? Number.NaN]);
  }
  const [first] = ring;
  return first === undefined ? ring : [...ring, first];
}

/** The discs of the best cells. */
export const bestShapes = ({ best }: SurfacePicture): FeatureCollection =>
  collect(
    best.map(({ at, rank, key }) => pointAt(at, { key, rank, form: 'disc', sign: `disc/${rank}` })),
  );

const collect = (features: Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

const feature = (geometry: Feature['geometry'], properties: object): Feature => ({
  type: 'Feature',
  properties: { ...properties },
  geometry,
});

const pointAt = (at: LngLat, properties: object): Feature =>
  feature({ type: 'Point', coordinates: [...at] }, properties);
