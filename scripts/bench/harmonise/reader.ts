/**
 * What publishing does with a file up to the flip, in one process that has read such a file before, as the reader
 * of the service has: survey, map, cast, check, reproject, name, find district and words, hand over in frames, and
 * keep every record in the store with its indexes of place and words. Tiles are not built.
 *
 *     node scripts/bench/harmonise/reader.ts FILE TYPE FOLDER
 */
import { join } from 'node:path';
import { loadGrid, loadVocabulary } from '#data/load.ts';
import { Source } from '#data/schema/source.ts';
import { recogniseLicences } from '#server/catalogue/recognise-licence.ts';
import { startHarmonise } from '#server/harmonise/index.ts';
import { districtFinder } from '#server/jobs/district-of.ts';
import { writeFrames } from '#server/jobs/frames.ts';
import type { HarmonisedSummary } from '#server/jobs/job.ts';
import { prepare } from '#server/jobs/prepare.ts';
import { openResource } from '#server/jobs/resource-file.ts';
import { draftOf, keepRecords } from '#server/publishing/staging.ts';
import { openStore } from '#server/store/open.ts';
import type { Taken } from './run.ts';

const [path = '', type = '', folder = ''] = process.argv.slice(2);
const DATA = join(import.meta.dirname, '../../../data');
const vocabulary = loadVocabulary(DATA);
const { publishers, licences, districts } = vocabulary;
const context = {
  ...{ publishers, licences, districts, grid: loadGrid(DATA), now: '2026-11-23' },
  recogniseLicences: (words: string) => recogniseLicences(words, licences),
};
const source = Source.parse({
  odin: 1,
  id: 'demonstration-trafford/bench',
  publisher: 'trafford-council',
  title: 'Bench (made up)',
  type,
  licence: { id: 'OGL-UK-3.0', basis: 'stated', evidence: 'made up for a bench' },
  synthetic: true,
});
const store = openStore(folder);
await store.seed(publishers.values(), licences.values());

const frames = join(folder, 'records.frames');

/** Read the file once, its records to a file of frames. */
async function read() {
  const resource = await openResource(path);
  const started = startHarmonise(resource, { source }, context);
  writeFrames(frames, prepare(started.outcomes(), districtFinder(districts)));
  const { unplaced, ...report } = started.report();
  const features = report.records - unplaced - report.rejected;
  const summary: HarmonisedSummary = { ...report, unplaced, features, taken: [] };
  return { resource, summary };
}

async function keep({ resource, summary }: Awaited<ReturnType<typeof read>>): Promise<void> {
  await store.putResource(resource, new Date());
  const given = { source, resource, fingerprint: 'bench', gazetteerStamp: '' };
  const row = await store.stageEdition(draftOf(summary, given), new Date());
  await keepRecords(row, frames, store, () => {});
}

await read();
const [start, used] = [performance.now(), process.cpuUsage()];
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage(used);
  return (user + system) / 1e3;
};
const found = await read();
const reading = cpuMs();
await keep(found);
const taken: Taken & { readonly reading: number } = {
  cpuMs: cpuMs(),
  wallMs: performance.now() - start,
  peakMb: process.resourceUsage().maxRSS / 1024,
  reading,
};
await store.close();
process.stdout.write(JSON.stringify(taken));
