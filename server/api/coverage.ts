import type { Position } from 'geojson';
import { attributesOf, FEATURE_TYPES, findFeatureType } from '#data/features/index.ts';
import { ringAreaM2 } from '#data/geodesy/ground.ts';
import type { Coverage } from '#data/schema/coverage.ts';
import { coverageOf, type Supply } from '#server/catalogue/coverage.ts';
import type { FilledColumns } from '#server/catalogue/coverage-measures.ts';
import type { Outline } from '#server/pages/locator.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Services } from './services.ts';

/** Which kinds of thing are told of: those somebody supplied or says to hold none of, or all ODIN knows. */
export type CoverageScope = 'supplied' | 'all';

/** Who has supplied what, as it stands now. */
export async function coverageNow(
  scope: CoverageScope,
  { catalogue, noneHeld, districts }: Services,
): Promise<Coverage> {
  const { datasets, editions, publishers } = await catalogue();
  const none = (await noneHeld?.()) ?? [];
  const used = new Set([...datasets, ...none].map(({ featureType }) => featureType));
  return coverageOf({
    at: new Date().toISOString(),
    districts: measured(districts),
    types: FEATURE_TYPES.filter(({ id }) => scope === 'all' || used.has(id)).toSorted((a, b) =>
      a.plural.localeCompare(b.plural, 'en-GB'),
    ),
    supplies: datasets.flatMap((dataset): Supply[] => {
      const edition = editions.get(dataset.id);
      if (!edition) return [];
      const filled = filledOf(edition);
      return [{ dataset, source: edition.source, ...(filled ? { filled } : {}) }];
    }),
    publishers,
    noneHeld: none,
  });
}

/** Cells of required columns, and how many are filled; nothing where it was not counted. */
function filledOf({ source, facts, report }: EditionRow): FilledColumns | undefined {
  const type = findFeatureType(source.type);
  if (!type || !facts) return undefined;
  const required = attributesOf(type).filter((attribute) => attribute.required);
  const records = report.features + report.unplaced;
  const counts = required.map(({ name }) => Math.min(records, facts.filled[name] ?? 0));
  return { filled: counts.reduce((a, b) => a + b, 0), cells: records * required.length };
}

const kept = new WeakMap<readonly Outline[], Coverage['districts']>();

/** Outlines do not change while the server runs: their areas are measured once. */
function measured(districts: readonly Outline[]): Coverage['districts'] {
  const known = kept.get(districts);
  if (known) return known;
  const told = districts.map(({ gssCode, name, geometry }) => ({
    gssCode,
    name,
    areaKm2: Math.round(areaM2(geometry) / 100_000) / 10,
  }));
  kept.set(districts, told);
  return told;
}

/** Ground area of a polygon or several, square metres; holes taken off. */
function areaM2(geometry: Outline['geometry']): number {
  if (geometry.type === 'Polygon') return polygonM2(geometry.coordinates);
  if (geometry.type !== 'MultiPolygon') return 0;
  return geometry.coordinates.reduce((sum, rings) => sum + polygonM2(rings), 0);
}

const polygonM2 = ([outer = [], ...holes]: readonly Position[][]): number =>
  holes.reduce((area, hole) => area - ringM2(hole), ringM2(outer));

const ringM2 = (ring: readonly Position[]): number =>
  ringAreaM2(ring.map(([lng = 0, lat = 0]) => [lng, lat]));
