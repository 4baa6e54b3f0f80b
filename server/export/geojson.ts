import type { DownloadPlan } from '#data/schema/download.ts';
import type { EditionRow, FeatureShape } from '#server/store/rows.ts';
import type { PlannedFile } from './plan.ts';
import { propertiesOf } from './properties.ts';
import type { Reproject } from './reproject.ts';

/** What every line of a file needs: the way to its coordinates, and the edition a feature is of. */
export type Writing = {
  readonly reproject: Reproject;
  readonly editionOf: (feature: Pick<FeatureShape, 'edition'>) => EditionRow | undefined;
};

/**
 * A GeoJSON file up to its first feature, with the terms inside. In metres it carries the `crs` member of
 * GeoJSON 2008, as GDAL and QGIS write and read it; RFC 7946 knows degrees alone.
 */
export function geoJsonHead({ layers, crs }: PlannedFile, plan: DownloadPlan): string {
  const ids = new Set(layers.map(({ licence }) => licence.id));
  const head = {
    type: 'FeatureCollection',
    name: layers.map(({ title }) => title).join(', '),
    ...(crs === 'EPSG:27700'
      ? { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } } }
      : {}),
    licence: plan.licences.filter(({ id }) => ids.has(id)),
    attribution: plan.credits.long,
    synthetic: layers.some(({ synthetic }) => synthetic),
  };
  return `${JSON.stringify(head).slice(0, -1)},"features":[\n`;
}

/** One feature as GeoJSON, on one line. */
export function geoJsonFeature(feature: FeatureShape, { reproject, editionOf }: Writing): string {
  const { id, geometry } = feature;
  const properties = propertiesOf(feature, editionOf(feature));
  return JSON.stringify({ type: 'Feature', id, geometry: reproject(geometry), properties });
}

/** What stands between two features. */
export const GEOJSON_SEPARATOR = ',\n';

/** End of a GeoJSON file. */
export const GEOJSON_TAIL = '\n]}\n';
