import { z } from 'zod';
import { DOWNLOAD_CRS, DOWNLOAD_FORMATS, DOWNLOAD_FORMS } from '#data/schema/download.ts';
import { area, bbox, filters, texts } from '../parameters.ts';

/** What somebody may ask to take away; the same for the plan and for the file. */
export const DownloadQuery = z.object({
  layers: texts.optional(),
  datasets: texts.optional(),
  bbox: bbox.optional(),
  area: area.optional(),
  filter: filters.optional(),
  format: z.enum(DOWNLOAD_FORMATS).default('geojson'),
  crs: z.enum(DOWNLOAD_CRS).optional().meta({
    description: 'WGS 84 degrees unless asked in National Grid metres; GeoPackage the reverse',
  }),
  form: z
    .enum(DOWNLOAD_FORMS)
    .default('collective')
    .meta({ description: 'merged: one file of everything, where the licences allow it' }),
});
export type DownloadQuestion = z.output<typeof DownloadQuery>;

/** Coordinates of the files, where nobody asked: what each format's readers expect. */
export const crsOf = ({ crs, format }: DownloadQuestion) =>
  crs ?? (format === 'gpkg' ? 'EPSG:27700' : 'EPSG:4326');
