import type { FeatureCollection } from 'geojson';
import { z } from 'zod';
import { type Bounds, boundsOf, type LngLat } from '#data/schema/geometry.ts';

/** A named place of the basemap. */
export type Place = {
  readonly name: string;
  /** `District`, `Railway station` … */
  readonly kind: string;
  readonly district: string;
  readonly point: LngLat;
  readonly bounds?: Bounds;
};

export type Gazetteer = {
  /** Places whose words begin with every word asked for, best first. */
  readonly find: (text: string, limit: number) => Place[];
  readonly places: readonly Place[];
};

const KINDS: Readonly<Record<string, string>> = {
  district: 'District',
  'tram-stop': 'Metrolink stop',
  'rail-station': 'Railway station',
  airport: 'Airport',
  hospital: 'Hospital',
  'fire-station': 'Fire station',
  'motorway-junction': 'Motorway junction',
  lake: 'Lake or reservoir',
};

const PlaceProperties = z.object({ name: z.string(), kind: z.string(), district: z.string() });
const DistrictProperties = z.object({ name: z.string() });

/**
 * Open the gazetteer of places.
 *
 * @param places `data/basemap/places.json`, parsed
 * @param districts `data/basemap/districts.json`, parsed
 * @throws {z.ZodError} when a place has no name, kind or district
 */
export function openGazetteer(places: FeatureCollection, districts: FeatureCollection): Gazetteer {
  const areas = new Map(
    districts.features.map(({ properties, geometry }) => [
      DistrictProperties.parse(properties).name,
      boundsOf(geometry),
    ]),
  );
  const entries = places.features.flatMap(({ properties, geometry }) => {
    const { name, kind, district } = PlaceProperties.parse(properties);
    if (geometry.type !== 'Point') return [];
    const [lng = 0, lat = 0] = geometry.coordinates;
    const bounds = kind === 'district' ? areas.get(name) : undefined;
    const place: Place = {
      name,
      kind: KINDS[kind] ?? kind,
      district,
      point: [lng, lat],
      ...(bounds ? { bounds } : {}),
    };
    return [{ place, words: wordsOf(`${name} ${place.kind}`), rank: kind === 'district' ? 0 : 1 }];
  });

  return {
    places: entries.map(({ place }) => place),
    find(text, limit) {
      const asked = wordsOf(text);
      if (asked.length === 0) return [];
      return entries
        .filter(({ words }) => asked.every((word) => words.some((each) => each.startsWith(word))))
        .map((entry) => ({ ...entry, score: entry.rank + nearness(entry.place.name, text) }))
        .sort((a, b) => a.score - b.score || a.place.name.localeCompare(b.place.name, 'en-GB'))
        .slice(0, limit)
        .map(({ place }) => place);
    },
  };
}

/** Words of a text, lower-case and without accents. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** 0 the same name, 2 begins with it, 4 holds it somewhere. */
function nearness(name: string, text: string): number {
  const [has, asked] = [wordsOf(name).join(' '), wordsOf(text).join(' ')];
  if (has === asked) return 0;
  return has.startsWith(asked) ? 2 : 4;
}
