import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, Geometry } from 'geojson';
import { z } from 'zod';
import type { Credit } from '#data/schema/credits.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import type { SiteEvidence, SitesAnswer } from '#data/schema/sites.ts';
import { OUTLINE_CREDIT } from '#server/catalogue/told.ts';
import type { MapLine, SiteMapView } from '#server/pages/site-report/report.ts';
import type { AreaReport } from '../area/answer.ts';

const BASEMAP = join(import.meta.dirname, '..', '..', '..', 'data', 'basemap');

/** Places named round a site at most, and lines drawn. */
const MOST_PLACES = 14;
const MOST_LINES = 5;

/** What maps of sites are drawn on. */
export type Backdrop = Pick<SiteMapView, 'rivers' | 'places'>;

const Named = z.object({ name: z.string(), kind: z.string().optional() });

/** Kinds of places worth a name beside a site. */
const SHOWN = new Set(['tram-stop', 'rail-station', 'motorway-junction', 'airport', 'hospital']);

/** Read the base map once: main rivers and canals, stops and stations. */
export function readBackdrop(): Backdrop {
  const read = (name: string): FeatureCollection =>
    JSON.parse(readFileSync(join(BASEMAP, name), 'utf8'));
  const rivers = read('watercourses.json').features.map(({ properties, geometry }) => ({
    name: Named.parse(properties).name,
    geometry,
  }));
  const places = read('places.json').features.flatMap(({ properties, geometry }) => {
    const { name, kind = '' } = Named.parse(properties);
    const [lng, lat] = geometry.type === 'Point' ? geometry.coordinates : [];
    return SHOWN.has(kind) && lng !== undefined && lat !== undefined
      ? [{ name, at: [lng, lat] as const }]
      : [];
  });
  return { rivers, places };
}

/** Credits of the base map. Source: `attribution` of its files. */
export const BACKDROP_CREDITS: readonly Credit[] = [
  OUTLINE_CREDIT,
  {
    holder: 'Department for Transport',
    licence: 'OGL-UK-3.0',
    statement:
      'Contains public sector information licensed under the Open Government Licence v3.0.',
  },
];

type Drawn = {
  readonly measured: SitesAnswer;
  readonly index: number;
  readonly evidence: SiteEvidence;
  readonly found: AreaReport;
  readonly districts: SiteMapView['districts'];
  readonly backdrop: Backdrop;
  readonly credit: string;
  readonly ring: Geometry | undefined;
};

/** What the map of one site shows. */
export function mapOf({
  measured,
  index,
  evidence,
  found,
  districts,
  backdrop,
  credit,
  ring,
}: Drawn): SiteMapView {
  const site = measured.sites[index];
  const at: LngLat = site?.at ?? [0, 0];
  const { answer, drawn } = found;
  const marks = (['consult', 'stop'] as const).flatMap((group) =>
    answer[group].flatMap(({ key }) =>
      (drawn.get(key) ?? []).filter(isArea).map((geometry) => ({ group, geometry })),
    ),
  );
  const lines = linesOf(measured, index, evidence);
  const named = new Set(lines.map(({ title }) => title));
  return {
    site: evidence.geometry as unknown as Geometry,
    at,
    ...(ring ? { ring } : {}),
    circleM: site?.outline === 'point' ? site.errorM : 0,
    lines,
    districts,
    rivers: backdrop.rivers,
    places: nearestOf(
      backdrop.places.filter(({ name }) => !named.has(name)),
      at,
    ),
    marks,
    credit,
  };
}

const isArea = ({ type }: Geometry): boolean => type.endsWith('Polygon');

function nearestOf(places: Backdrop['places'], at: LngLat): Backdrop['places'] {
  const far = (each: Backdrop['places'][number]): number => metresBetween(at, each.at);
  return [...places].sort((a, b) => far(a) - far(b)).slice(0, MOST_PLACES);
}

/** One line a thing, the nearest first; lengths as they were measured. */
function linesOf(
  { columns, things }: SitesAnswer,
  index: number,
  { lines }: SiteEvidence,
): MapLine[] {
  const told = new Map<string, MapLine>();
  for (const { what, thing, from, to } of lines) {
    const column = columns.find((each) => each.what === what);
    const number = column?.thing[index] ?? -1;
    const known =
      things[number]?.id === thing ? things[number] : things.find(({ id }) => id === thing);
    if (!known) continue;
    // of a range the far end is this thing’s, the near end what may lie where nobody supplied any
    const measured = column?.unit === 'm' ? column.high[index] : undefined;
    const before = told.get(thing);
    if (before && measured == null) continue;
    const metres = measured ?? metresBetween(from, to);
    told.set(thing, { title: known.title, metres, from, to, synthetic: known.synthetic });
  }
  return [...told.values()].sort((a, b) => a.metres - b.metres).slice(0, MOST_LINES);
}

/** Mean radius of the Earth, metres. Source: IUGG. */
const RADIUS_M = 6_371_009;

/** Along the ground, to a part in three hundred: for choosing and for lines no column has measured. */
function metresBetween([lng1, lat1]: readonly number[], [lng2, lat2]: readonly number[]): number {
  const turn = Math.PI / 180;
  const [a = 0, b = 0, c = 0, d = 0] = [lng1, lat1, lng2, lat2];
  const x = (c - a) * turn * Math.cos(((b + d) / 2) * turn);
  return RADIUS_M * Math.hypot(x, (d - b) * turn);
}
