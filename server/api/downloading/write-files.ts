import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Response } from 'express';
import { ZipFile } from 'yazl';
import { csvHead, csvLine } from '#server/export/csv.ts';
import {
  GEOJSON_SEPARATOR,
  GEOJSON_TAIL,
  geoJsonFeature,
  geoJsonHead,
  type Writing,
} from '#server/export/geojson.ts';
import { createGeoPackage } from '#server/export/geopackage.ts';
import { type Made, writeLicences, writeLicencesJson } from '#server/export/licences.ts';
import {
  LICENCES_FILE,
  LICENCES_JSON,
  type Planned,
  type PlannedFile,
} from '#server/export/plan.ts';
import { reprojectTo } from '#server/export/reproject.ts';
import type { Services } from '../services.ts';
import { pagesOf, type Selection } from './selection.ts';

/** Everything the files are written from. */
export type Job = Planned & {
  readonly selection: Selection;
  readonly made: Made;
  readonly services: Services;
};

/**
 * Write the zip of a download into a response, a page of features at a time: a slow reader never piles it up in
 * memory, and one that leaves ends the work.
 */
export async function writeZip(job: Job, response: Response): Promise<void> {
  const { plan, files, made } = job;
  const { licences } = await job.services.catalogue();
  const folder = await mkdtemp(join(tmpdir(), 'odin-download-'));
  const terms = writeLicences(plan, { licences, made });
  const zip = new ZipFile();
  const mtime = made.at;
  zip.addBuffer(Buffer.from(terms), LICENCES_FILE, { mtime });
  zip.addBuffer(Buffer.from(writeLicencesJson(plan, made)), LICENCES_JSON, { mtime });
  try {
    for (const file of files) {
      if (plan.format === 'gpkg') {
        const path = await writeGeoPackage(file, {
          job,
          folder,
          terms,
          isLeft: () => response.closed,
        });
        zip.addFile(path, file.path, { mtime });
        continue;
      }
      zip.addReadStreamLazy(file.path, { mtime }, (give) =>
        give(null, Readable.from(linesOf(file, job))),
      );
    }
    zip.end();
    await sent(zip, response);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Resolves when all is written or the reader has left; rejects when a file cannot be made. */
function sent(zip: ZipFile, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    response.on('close', resolve);
    zip.outputStream.pipe(response);
  });
}

async function writingOf({ crs }: PlannedFile, { services }: Job): Promise<Writing> {
  const { byRow } = await services.catalogue();
  return {
    reproject: reprojectTo(crs, services.grid),
    editionOf: ({ edition }) => byRow.get(edition),
  };
}

async function* linesOf(file: PlannedFile, job: Job): AsyncGenerator<string> {
  const writing = await writingOf(file, job);
  const [layer] = file.layers;
  const isCsv = job.plan.format === 'csv' && layer !== undefined;
  yield isCsv ? csvHead(layer) : geoJsonHead(file, job.plan);
  let separator = '';
  for (const { id } of file.layers) {
    for await (const page of pagesOf(job.selection, id, job.services)) {
      if (page.length === 0) continue;
      if (isCsv) {
        yield page.map((feature) => csvLine(feature, layer, writing)).join('');
        continue;
      }
      yield separator + page.map((each) => geoJsonFeature(each, writing)).join(GEOJSON_SEPARATOR);
      separator = GEOJSON_SEPARATOR;
    }
  }
  if (!isCsv) yield GEOJSON_TAIL;
}

type PackageJob = {
  readonly job: Job;
  readonly folder: string;
  readonly terms: string;
  /** Whether nobody waits for it any more. */
  readonly isLeft: () => boolean;
};

/** A GeoPackage is not written in order, so it is made on disk first. */
async function writeGeoPackage(
  file: PlannedFile,
  { job, folder, terms, isLeft }: PackageJob,
): Promise<string> {
  const path = join(folder, file.path);
  const writing = await writingOf(file, job);
  const target = createGeoPackage(path, job.made);
  for (const layer of file.layers) {
    const writer = target.addLayer(layer, writing);
    for await (const page of pagesOf(job.selection, layer.id, job.services)) {
      if (isLeft()) break;
      writer.add(page);
    }
    writer.end();
  }
  target.close(job.plan, terms);
  return path;
}
