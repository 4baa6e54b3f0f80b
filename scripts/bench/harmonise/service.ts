/**
 * What the service does with a file up to the flip: the reader, a process of its own that has read such a file
 * before, surveys, maps, casts, checks, reprojects, names and packs; meanwhile a thread keeps every record in the
 * store with its indexes of place and words; `read` leaves that out. Tiles are not built.
 *
 *     node scripts/bench/harmonise/service.ts keep|read FILE TYPE FOLDER
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadVocabulary } from '#data/load.ts';
import { Source } from '#data/schema/source.ts';
import { openHarmoniser } from '#server/jobs/harmoniser.ts';
import { openResource } from '#server/jobs/resource-file.ts';
import { startKeeping } from '#server/publishing/keeping.ts';
import { withReading } from '#server/publishing/reading.ts';
import { draftOf, startOf } from '#server/publishing/staging.ts';
import { openStore } from '#server/store/open.ts';
import type { Taken } from './run.ts';

const [what = '', path = '', type = '', folder = ''] = process.argv.slice(2);
const DATA = join(import.meta.dirname, '../../../data');
const { publishers, licences } = loadVocabulary(DATA);
const source = Source.parse({
  odin: 1,
  id: 'demonstration-trafford/bench',
  publisher: 'trafford-council',
  title: 'Bench (made up)',
  type,
  licence: { id: 'OGL-UK-3.0', basis: 'stated', evidence: 'made up for a bench' },
  synthetic: true,
});
const temporary = join(folder, 'tmp');
mkdirSync(temporary, { recursive: true });
const store = openStore(folder);
await store.seed(publishers.values(), licences.values());
const harmoniser = openHarmoniser({
  ...{ memoryMb: 2048, timeoutS: 180, filesEach: 9, writable: temporary },
});
const deps = {
  ...{ store, harmoniser, licences, vocabulary: DATA, temporary, now: () => new Date() },
  gazetteers: { folder: join(folder, 'gazetteer'), stamp: () => '' },
};

async function read(): Promise<void> {
  const resource = await openResource(path);
  await withReading({ delivery: { resource }, source, deps }, async () => undefined);
}

async function keep(): Promise<void> {
  const resource = await openResource(path);
  const given = { source, resource, fingerprint: 'bench', gazetteerStamp: '' };
  await store.putResource(resource, new Date());
  const row = await store.stageEdition(startOf(given), new Date());
  const keeping = startKeeping(row, store);
  await withReading(
    { delivery: { resource }, source, deps },
    async (answer, records) => {
      if (!('summary' in answer)) throw new Error(answer.lastWords);
      await store.describeEdition(row, draftOf(answer.summary, given));
      await keeping.finish(records, () => undefined);
    },
    keeping.reach,
  );
}

/** Length of a tick in `/proc`, ms. Source: proc(5), USER_HZ is 100. */
const TICK_MS = 10;

/** Processor time of this process, its threads and the reader, ms. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ');
  const ticks = children.map((pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return Number(fields[11]) + Number(fields[12]);
  });
  return (user + system) / 1e3 + ticks.reduce((sum, each) => sum + each, 0) * TICK_MS;
}

/** Largest memory of the reader so far, MB. */
function peakMb(): number {
  const [pid = ''] = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ');
  const kb = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb) / 1024 + process.resourceUsage().maxRSS / 1024;
}

const work = what === 'keep' ? keep : read;
await work(); // to warm up
const [start, used] = [performance.now(), cpuMs()];
await work();
const taken: Taken = { cpuMs: cpuMs() - used, wallMs: performance.now() - start, peakMb: peakMb() };
await store.close();
harmoniser.rest();
process.stdout.write(JSON.stringify(taken));
