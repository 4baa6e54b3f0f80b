import { z } from 'zod';
import { attributesOf, findFeatureType } from '#data/features/index.ts';
import { LicenceSummary } from '#data/schema/api.ts';
import { propertiesOf } from '#server/export/properties.ts';
import type { EditionRow, FeatureShape } from '#server/store/rows.ts';

const GeoJsonFeature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.unknown(),
  properties: z.record(z.string(), z.unknown()),
});
export type GeoJsonFeature = z.infer<typeof GeoJsonFeature>;

/** A page of features, or all of a dataset, with the terms they are under. */
export const FeatureCollection = z.object({
  type: z.literal('FeatureCollection'),
  numberMatched: z.int(),
  numberReturned: z.int(),
  /** Give this as `after` to read on; absent at the end. */
  next: z.int().optional(),
  licence: LicenceSummary,
  synthetic: z.boolean(),
  features: z.array(GeoJsonFeature),
});

/** A stored feature as GeoJSON: its attributes as stored, and where it came from. */
export function toGeoJson(feature: FeatureShape, edition: EditionRow | undefined): GeoJsonFeature {
  const { id, geometry } = feature;
  return { type: 'Feature', id, geometry, properties: propertiesOf(feature, edition) };
}

/** Properties of a type's tiles, with what each means. */
export function tileFields(featureType: string): Record<string, string> {
  const type = findFeatureType(featureType);
  const kept = type ? attributesOf(type).filter(({ inTiles }) => inTiles) : [];
  const own = kept.map(
    ({ name, title, unit }) => [name, unit ? `${title}, ${unit}` : title] as const,
  );
  return Object.fromEntries([
    ['name', 'Name'],
    ['lifecycle-status', 'Lifecycle'],
    ['approximate', 'Placed by its postcode or UPRN'],
    ...own,
  ]);
}
