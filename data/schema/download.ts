import { z } from 'zod';

/** Files a download may be made of. */
export const DOWNLOAD_FORMATS = ['geojson', 'csv', 'gpkg'] as const;
export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

/** Coordinates a download may be in: WGS 84 degrees, or National Grid metres. */
export const DOWNLOAD_CRS = ['EPSG:4326', 'EPSG:27700'] as const;
export type DownloadCrs = (typeof DOWNLOAD_CRS)[number];

/**
 * How licences share a download. collective: what is under one licence stands in a folder of its own.
 * merged: everything in one file, where the licences allow it.
 */
export const DOWNLOAD_FORMS = ['collective', 'merged'] as const;
export type DownloadForm = (typeof DOWNLOAD_FORMS)[number];

const Refusal = z.object({ id: z.string(), title: z.string(), reason: z.string() });

const DownloadedDataset = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  /** From 1 within the dataset. */
  edition: z.int(),
  publishedAt: z.string(),
  /** Of the published file. */
  sha256: z.string(),
  attribution: z.string(),
  /** What ODIN did to it: licences that ask for it want it said. */
  changes: z.string().optional(),
});

const DownloadedLayer = z.object({
  id: z.string(),
  title: z.string(),
  featureType: z.string(),
  synthetic: z.boolean(),
  licence: z.string(),
  /** Features of it that will be inside. */
  features: z.int(),
  /** Records left out because they have no position. */
  unplaced: z.int(),
  crs: z.enum(DOWNLOAD_CRS),
  datasets: z.array(DownloadedDataset),
});
export type DownloadedLayer = Readonly<z.infer<typeof DownloadedLayer>>;

const DownloadedLicence = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().optional(),
  chip: z.enum(['open', 'attribution', 'share-alike', 'view-only', 'restricted', 'not-stated']),
});

/** What a download will hold and under what terms, before it is made. */
export const DownloadPlan = z.object({
  format: z.enum(DOWNLOAD_FORMATS),
  form: z.enum(DOWNLOAD_FORMS),
  /** Whether the licences would allow everything in one file. */
  mergeable: z.boolean(),
  /** Licence to state on the whole: its title, or `Multiple licences, see LICENCES`. */
  label: z.string(),
  /** Why it comes in this form, for a planner to read. */
  reason: z.string(),
  /** What to heed, in sentences. */
  warnings: z.array(z.string()),
  features: z.int(),
  layers: z.array(DownloadedLayer),
  licences: z.array(DownloadedLicence),
  /** Layers asked for that may not leave, and why. */
  refused: z.array(Refusal),
  credits: z.object({ short: z.string(), long: z.array(z.string()) }),
  /** Paths inside the zip. */
  files: z.array(z.string()),
});
export type DownloadPlan = z.infer<typeof DownloadPlan>;
