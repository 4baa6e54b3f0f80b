import type { FeatureDetail } from '#data/schema/api.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import type { FeatureRow } from '#server/store/rows.ts';
import type { Services } from '../services.ts';
import { featureSummary } from './feature.ts';
import { bearingOf, separation, toMetres } from './metres.ts';

/** How far "near by" reaches, metres. */
const REACH_M = 1_000;

/** Features told; the nearest ones. */
const MOST = 8;

/** Features measured exactly: those nearest by their middles. */
const CANDIDATES = 60;

/** Metres in a degree of latitude, near enough for a box. */
const DEGREE_M = 111_200;

/** The nearest other features within a kilometre, measured edge to edge on the National Grid. */
export async function nearbyFeatures(
  feature: FeatureRow,
  services: Services,
): Promise<FeatureDetail['nearby']> {
  const here = toMetres(feature.geometry, services.grid);
  if (!here) return [];
  const { byRow } = await services.catalogue();
  const query = { editions: [...byRow.keys()], bounds: widen(feature.bounds, feature.point[1]) };
  const page = { near: feature.point, offset: 0, limit: CANDIDATES };
  const candidates = await services.store.nearestFeatures(query, page);
  return candidates
    .flatMap((other) => {
      const there = other.id === feature.id ? undefined : toMetres(other.geometry, services.grid);
      const edition = byRow.get(other.edition);
      if (!there || !edition) return [];
      const apart = separation(here, there);
      if (apart.distanceM > REACH_M) return [];
      const distanceM = Math.round(apart.distanceM);
      return [
        { ...featureSummary(other, edition, services), distanceM, bearing: bearingOf(apart) },
      ];
    })
    .sort((a, b) => a.distanceM - b.distanceM)
    .slice(0, MOST);
}

function widen([west, south, east, north]: Bounds, lat: number): Bounds {
  const high = REACH_M / DEGREE_M;
  const wide = high / Math.cos((lat * Math.PI) / 180);
  return [west - wide, south - high, east + wide, north + high];
}
