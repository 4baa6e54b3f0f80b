import { basename } from 'node:path';
import type { Harmonised } from '#data/schema/harmonised.ts';
import type { Issue } from '#data/schema/issue.ts';
import { type HarmoniseRun, startHarmonise } from '#server/harmonise/index.ts';
import { fileOperands, textOption } from './arguments.ts';
import { type Arguments, type Command, EXIT } from './command.ts';
import { issueOfCrash, loadEngine, READING_OPTIONS, readOptions, tryOpen } from './engine.ts';
import { beFrugal } from './frugal.ts';
import { featureWriter } from './geojson.ts';
import { Interrupted, type InterruptWatch, watchInterrupt } from './interrupt.ts';
import { fileSink, openSpool, type Sink, type Spool, stdoutSink } from './output.ts';
import { PROGRESS_OPTION, progressLineFor } from './progress-line.ts';
import { reportDocument, terminalSummary } from './report/index.ts';

/** `odin harmonise FILE`: its features as GeoJSON, and a report. */
export const HARMONISE: Command = {
  name: 'harmonise',
  summary: 'Turn a file into features of the common schema: GeoJSON and a report of its faults.',
  usage: 'FILE [PARTS …] [options]',
  options: [
    { name: '--layer', value: 'NAME', help: 'take this layer or sheet' },
    { name: '--type', value: 'THEME/TYPE', help: 'what the records are: land/brownfield-site' },
    ...READING_OPTIONS,
    { name: '--licence', value: 'WORDS', help: 'licence id, or the publisher’s words for it' },
    { name: '--out', value: 'FILE', help: 'write the GeoJSON here' },
    {
      name: '--report',
      value: 'FILE',
      help: 'write the report here: JSON, or .html, .md, .txt to read',
    },
    PROGRESS_OPTION,
  ],
  notes: [
    'FILE may be a folder, or a file and its loose parts: trees.shp trees.dbf trees.prj.',
    'What is not written to a file goes to standard output: the GeoJSON, or with --out the report.',
    'With neither option the report is the member “report” of the GeoJSON.',
    'Exit codes: 0 read, 2 the file cannot be read (the report says why), 64 a wrong call.',
    'On a terminal a short summary in words comes last.',
    'Records that cannot be placed are the member “unplaced” of the GeoJSON.',
  ],
  run,
};

/** The report: `Harmonised` with counts in place of features. */
type Report = Omit<Harmonised, 'features' | 'unplaced' | 'bounds' | 'readable'> & {
  readonly features: number;
  readonly unplaced: number;
  readonly bbox?: Harmonised['bounds'];
};

async function run(given: Arguments): Promise<number> {
  const paths = fileOperands(given);
  beFrugal(paths);
  const engine = loadEngine();
  const options = readOptions(given, engine);
  const opened = tryOpen(paths);
  const sinks = openSinks(given);
  if ('issue' in opened)
    return refuse({ file: basename(paths[0] ?? ''), sha256: '' }, opened.issue, sinks);
  const { resource, companions } = opened;
  const line = progressLineFor(given);
  try {
    const started = startHarmonise(resource, { ...options, companions }, engine.context, line.say);
    return await writeAll(started, sinks, opened.issues);
  } catch (thrown) {
    sinks.features.abandon();
    if (thrown instanceof Interrupted) return EXIT.interrupted;
    if (isClosedPipe(thrown)) return EXIT.done;
    const { fileName: file, sha256 } = resource;
    return refuse({ file, sha256 }, issueOfCrash(thrown), openSinks(given));
  } finally {
    line.clear();
  }
}

/** The reader of our output went away: `odin harmonise … | head`. */
const isClosedPipe = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'EPIPE';

type Sinks = {
  readonly features: Sink;
  /** Absent: the report is a member of the GeoJSON. */
  readonly report: (Sink & { readonly name: string }) | undefined;
};

function openSinks(given: Arguments): Sinks {
  const out = textOption(given, '--out');
  const report = textOption(given, '--report');
  return {
    features: out === undefined ? stdoutSink() : fileSink(out),
    report:
      report !== undefined
        ? { ...fileSink(report), name: report }
        : out !== undefined
          ? { ...stdoutSink(), name: '' }
          : undefined,
  };
}

async function writeAll(
  started: HarmoniseRun,
  sinks: Sinks,
  opening: readonly Issue[],
): Promise<number> {
  const unplaced = openSpool();
  // From here on there is something to clear away when Ctrl-C is pressed.
  const interrupted = watchInterrupt();
  try {
    await sinks.features.write('{"type":"FeatureCollection","features":[');
    const features = await writeFeatures(started, sinks.features, { unplaced, interrupted });
    await sinks.features.write('\n],"unplaced":[');
    for (const piece of unplaced.read()) await sinks.features.write(piece);
    const { readable, bounds, ...rest } = started.report();
    const bbox = bounds === undefined ? {} : { bbox: bounds };
    const issues = [...opening, ...rest.issues];
    await finish(ordered({ ...rest, issues, features, ...bbox }), sinks);
    return readable ? EXIT.done : EXIT.unreadable;
  } finally {
    unplaced.close();
    interrupted.ignore();
  }
}

/** Records between two looks at whether Ctrl-C was pressed. */
const LOOK_EACH = 1 << 10;

/** Write the features, keep the text of what is unplaced; returns how many features there are. */
async function writeFeatures(
  started: HarmoniseRun,
  sink: Sink,
  { unplaced, interrupted }: { readonly unplaced: Spool; readonly interrupted: InterruptWatch },
): Promise<number> {
  const text = featureWriter(started);
  let [features, waiting, records] = [0, 0, 0];
  for (const outcome of started.outcomes()) {
    if (++records % LOOK_EACH === 0) await interrupted.look();
    if (outcome.kind === 'unplaced') {
      unplaced.write(`${comma(waiting++)}\n${text.unplaced(outcome.feature)}`);
    } else if (outcome.kind === 'feature') {
      await sink.write(`${comma(features++)}\n${text.feature(outcome.feature)}`);
    }
  }
  return features;
}

const comma = (before: number): string => (before === 0 ? '' : ',');

/** The report with its keys in the order people read it; what is not known stands as null, so every key is there. */
function ordered({ format, encoding, licence, crs, bbox, ...known }: Report) {
  const { file, sha256, featureType, records, features, unplaced, rejected, ...rest } = known;
  const nullable = <T>(value: T | undefined): T | null => value ?? null;
  return {
    file,
    sha256,
    format: nullable(format),
    encoding: nullable(encoding),
    featureType,
    licence: nullable(licence),
    records,
    features,
    unplaced,
    rejected,
    crs: nullable(crs),
    bbox: nullable(bbox),
    issues: rest.issues,
    layers: rest.layers,
    lock: rest.lock,
  };
}

async function finish(
  report: ReturnType<typeof ordered>,
  { features, report: sink }: Sinks,
): Promise<void> {
  const text = JSON.stringify(report, null, 2);
  const document = sink && reportDocument(sink.name, report);
  await features.write(sink === undefined ? `\n],"report":${text}}\n` : '\n]}\n');
  await features.finish();
  if (sink !== undefined) {
    await sink.write(document ?? `${text}\n`);
    await sink.finish();
  }
  if (process.stderr.isTTY) process.stderr.write(terminalSummary(report));
}

/** A file nothing can be read of: an empty collection and a report that says why. */
async function refuse(
  file: Pick<Report, 'file' | 'sha256'>,
  found: Issue,
  sinks: Sinks,
): Promise<number> {
  await sinks.features.write('{"type":"FeatureCollection","features":[],"unplaced":[');
  const counts = { records: 0, features: 0, unplaced: 0, rejected: 0 };
  const nothing = { layers: [], lock: [], featureType: 'unclassified' } as const;
  await finish(ordered({ ...file, ...counts, ...nothing, issues: [found] }), sinks);
  return EXIT.unreadable;
}
