import { z } from 'zod';

/** How a server of files or features is spoken to. */
export const HARVEST_KINDS = [
  'file',
  'arcgis',
  'wfs',
  'ogc-features',
  'ckan',
  'opendatasoft',
] as const;

/** Where a source's file is fetched from by itself, and how often. */
export const HarvestRule = z.strictObject({
  kind: z.enum(HARVEST_KINDS),
  /** A file; a layer or service; the service of a WFS; an API's landing page or collection; a portal's dataset. */
  url: z.url(),
  /** Which of several: a layer's number or name, a type name, a collection, the resource of a dataset. */
  layer: z.string().min(1).optional(),
  /** How often, ISO 8601 duration of days, weeks or months; a day unless said. */
  every: z
    .string()
    .regex(/^P\d{1,3}[DWM]$/)
    .optional(),
});
export type HarvestRule = Readonly<z.infer<typeof HarvestRule>>;
