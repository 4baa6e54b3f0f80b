import { readFileSync } from 'node:fs';
import { loadGrid, loadVocabulary } from '#data/load.ts';
import type { Resource } from '#data/schema/flow.ts';
import { recogniseLicences } from '#server/catalogue/recognise-licence.ts';
import { decode } from '#server/harmonise/decode/index.ts';
import { startHarmonise } from '#server/harmonise/index.ts';
import { districtFinder } from './district-of.ts';
import { writeFrames } from './frames.ts';
import type { HarmonisedSummary, HarmoniseJob, JobFile } from './job.ts';
import { prepare } from './prepare.ts';

// Runs in a process of its own, with a small heap and an empty environment, because the file may be hostile.
// Nothing is caught: a fault ends the process, and its parent reports it as an issue of the file.

type Vocabulary = ReturnType<typeof loadVocabulary> & { grid: ReturnType<typeof loadGrid> };

const vocabularies = new Map<string, Vocabulary>();

function vocabularyIn(folder: string): Vocabulary {
  const loaded = vocabularies.get(folder) ?? {
    ...loadVocabulary(folder),
    grid: loadGrid(folder),
  };
  vocabularies.set(folder, loaded);
  return loaded;
}

const read = ({ path, sha256, fileName }: JobFile): Resource => ({
  sha256,
  fileName,
  bytes: readFileSync(path),
});

function run(job: HarmoniseJob): HarmonisedSummary {
  const { publishers, licences, districts, grid } = vocabularyIn(job.vocabulary);
  const resource = read(job.file);
  const companions = job.companions.map(read);
  const found = startHarmonise(
    resource,
    { source: job.source, companions },
    {
      publishers,
      licences,
      districts,
      grid,
      now: job.today,
      recogniseLicences: (words) => recogniseLicences(words, licences),
    },
  );
  const decoded = decode(resource, companions);
  const layers = 'layers' in decoded ? decoded.layers : [];
  writeFrames(job.output, prepare(found.outcomes(), layers, districtFinder(districts)));
  const { unplaced, ...report } = found.report();
  const taken = new Set(report.lock.map(({ layer }) => layer));
  return {
    ...report,
    unplaced,
    features: report.records - unplaced - report.rejected,
    taken: layers
      .filter(({ name }) => taken.has(name))
      .map(({ name, columns }) => ({ name, columns })),
  };
}

process.on('message', (job: HarmoniseJob) => process.send?.(run(job)));
