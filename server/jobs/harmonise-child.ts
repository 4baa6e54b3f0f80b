import { loadGrid, loadVocabulary, watchGazetteers } from '#data/load.ts';
import type { Source } from '#data/schema/source.ts';
import { recogniseLicences } from '#server/catalogue/recognise-licence.ts';
import { countFacts, type FactCounter } from '#server/compare/facts.ts';
import type { FeatureDraft } from '#server/frames/draft.ts';
import { writeFrames } from '#server/frames/frame-file.ts';
import type { Closer } from '#server/harmonise/closer.ts';
import { startHarmonise } from '#server/harmonise/index.ts';
import type { Outcome } from '#server/harmonise/layer.ts';
import type { RunProgress } from '#server/harmonise/meter.ts';
import { districtFinder } from './district-of.ts';
import type { HarmonisedSummary, HarmoniseJob, JobMessage } from './job.ts';
import { prepare } from './prepare.ts';
import { heldResourceIn, resourceIn } from './resource-file.ts';

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

const gazetteers = new Map<string, ReturnType<typeof watchGazetteers>>();

function gazetteerIn(folder: string): ReturnType<ReturnType<typeof watchGazetteers>> {
  const watched = gazetteers.get(folder) ?? watchGazetteers(folder);
  gazetteers.set(folder, watched);
  return watched();
}

/** Milliseconds between two tellings. */
const TELL_MS = 250;

/** Tells the parent how far the work has come, now and then. */
function teller(): (progress: RunProgress) => void {
  let told = 0;
  return (progress) => {
    const now = performance.now();
    if (now - told < TELL_MS) return;
    told = now;
    say({ progress });
  };
}

const say = (message: JobMessage): void => {
  process.send?.(message);
};

function run(job: HarmoniseJob): HarmonisedSummary {
  const { publishers, licences, districts, grid } = vocabularyIn(job.vocabulary);
  const found = startHarmonise(
    resourceIn(job.file),
    { source: sourceOf(job), companions: job.companions.map(heldResourceIn) },
    {
      publishers,
      licences,
      districts,
      grid,
      gazetteer: gazetteerIn(job.gazetteers),
      now: job.today,
      recogniseLicences: (words) => recogniseLicences(words, licences),
    },
    teller(),
  );
  const counter = countFacts();
  const closer = job.closer ? found.closer?.() : undefined;
  const outcomes = closer ? seen(found.outcomes(), closer) : found.outcomes();
  const records = prepare(outcomes, districtFinder(districts));
  writeFrames(job.output, counted(records, counter), (written) => say({ written }));
  const { unplaced, ...report } = found.report();
  const taken = new Set(report.lock.map(({ layer }) => layer));
  return {
    ...report,
    unplaced,
    facts: counter.facts(),
    ...(closer ? { closer: closer.look() } : {}),
    features: report.records - unplaced - report.rejected,
    taken: report.layers
      .filter(({ name }) => taken.has(name))
      .map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) })),
  };
}

/** Without its type where that means nothing: the file itself then tells what it holds. */
function sourceOf({ source, closer }: HarmoniseJob): Source {
  if (closer !== 'untyped') return source;
  const { type: _, ...rest } = source;
  return rest as Source;
}

function* seen(outcomes: Iterable<Outcome>, closer: Closer): Generator<Outcome> {
  for (const outcome of outcomes) {
    closer.see(outcome);
    yield outcome;
  }
}

function* counted(records: Iterable<FeatureDraft>, counter: FactCounter): Generator<FeatureDraft> {
  for (const record of records) {
    counter.add(record);
    yield record;
  }
}

/** Take jobs from the parent from now on. */
export function listen(): void {
  // Ctrl-C is the parent's to answer: it ends this process when it gives up.
  process.on('SIGINT', () => undefined);
  process.on('message', (job: HarmoniseJob) => say({ summary: run(job) }));
}
