import { issue } from '#data/issues/issue.ts';
import type { Feature, UnplacedFeature } from '#data/schema/feature.ts';
import type { DecodedFile, LongResource, Resource, Undecodable } from '#data/schema/flow.ts';
import { type Bounds, boundsOf } from '#data/schema/geometry.ts';
import type { Harmonised, Inspection, Lock } from '#data/schema/harmonised.ts';
import type { Issue } from '#data/schema/issue.ts';
import { addUses } from './approximate.ts';
import { chooseLayers } from './choose.ts'; //              which layers and sheets are data
import { type Closer, openCloser } from './closer.ts'; //   how every choice was come by
import type { HarmoniseContext, HarmoniseOptions } from './context.ts';
import { decode } from './decode/index.ts'; //              bytes → records as published
import { editLayers } from './edits.ts'; //              what a person decided about cells and columns
import { openRegister } from './identify/register.ts'; //      an id that survives re-publication
import { type LayerRun, type Outcome, prepareLayer } from './layer.ts'; // records → features
import type { LicenceVerdict } from './licence.ts';
import { licenceOf } from './licence-of-file.ts'; //        under which licence
import { aboutNothing, limitIssues } from './limits.ts'; //  none at all, or suspiciously many
import { type Meter, openMeter, type Watch } from './meter.ts'; // how far it has come
import { screenHidden } from './personal/hidden.ts'; //     persons where nobody looks
import { maskIssues, personalColumns, personalIssues } from './personal/issues.ts'; // persons in the columns
import { readThrough } from './rows.ts'; //                 what the columns look like
import { profileOf, publisherOf, type Survey, survey } from './survey.ts'; // where it lies, what it may be

/** Everything of `Harmonised` that is known before the first record is read. */
type Known = Pick<Harmonised, 'file' | 'sha256' | 'format' | 'encoding' | 'layers' | 'readable'>;

/** A file on its way through: records come out one by one, the rest of the report when they have run out. */
export type HarmoniseRun = Known & {
  /** Licence the dataset is under, known beforehand. */
  readonly licence?: string;
  readonly featureType: Harmonised['featureType'];
  readonly outcomes: () => Generator<Outcome>;
  /** A closer look for whoever publishes it, told of every outcome; undefined when nothing could be read. */
  readonly closer?: () => Closer;
  /** Counts, bounds and issues; complete once `outcomes` has run out. */
  readonly report: () => Omit<Harmonised, 'features' | 'unplaced'> & { readonly unplaced: number };
};

/**
 * Turn a published file into features of the common schema: decoded, placed, mapped, read, validated and
 * named. Every record is a feature, an unplaced feature or rejected, and every fault is an issue.
 *
 * Pure: the same bytes, options and context give the same answer.
 *
 * @throws RangeError when `options.type` is no feature type
 */
export function harmonise(
  resource: Resource | LongResource,
  options: HarmoniseOptions,
  context: HarmoniseContext,
): Harmonised {
  const run = startHarmonise(resource, options, context);
  const features: Feature[] = [];
  const unplaced: UnplacedFeature[] = [];
  for (const outcome of run.outcomes()) {
    if (outcome.kind === 'feature') features.push(outcome.feature);
    else if (outcome.kind === 'unplaced') unplaced.push(outcome.feature);
  }
  return { ...run.report(), features, unplaced };
}

/**
 * As `harmonise`, handing out one record at a time, so that a long file never stands in memory whole.
 *
 * @param watch told how far it has come, while it is surveyed here and while `outcomes` is run through
 * @throws RangeError when `options.type` is no feature type
 */
export function startHarmonise(
  file: Resource | LongResource,
  options: HarmoniseOptions,
  context: HarmoniseContext,
  watch?: Watch,
): HarmoniseRun {
  const meter = openMeter(file, watch);
  const { resource } = meter;
  const decoded = decode(resource, options.companions);
  const head = headOf(resource, decoded);
  if (!('layers' in decoded)) return unreadable(head, decoded.issues);
  const surveys = editLayers(decoded.layers, options.source).map((layer) =>
    survey(readThrough(layer, meter.look, 'bytes' in file), resource.fileName, options, context),
  );
  const choice = chooseLayers(surveys, options.layer ?? options.source?.layer);
  const layers = surveys.map(profileOf);
  if (choice.taken.length === 0) {
    const issues = [...decoded.issues, ...choice.issues];
    return unreadable({ ...head, layers }, issues.length > 0 ? issues : [issue('file.empty')]);
  }
  const records = choice.taken.reduce((sum, { facts }) => sum + facts.records, 0);
  meter.begin(records);
  const register = openRegister(records);
  const runs = choice.taken.map((each) => prepareLayer(each, register, options, context));
  const licence = licenceOf(decoded, surveys, options, context);
  const personal = personalOf(decoded, surveys);
  const persons = personsOf(surveys);
  const limits = limitIssues(choice.taken, decoded.format);
  const met = (): readonly Issue[] =>
    maskIssues(
      runs.flatMap((run) => run.issues()),
      persons,
    );
  const issues = (): readonly Issue[] => [
    ...decoded.issues,
    ...choice.issues,
    ...limits,
    ...licence.issues,
    ...personal,
    ...(records === 0 ? met().filter((found) => !aboutNothing(found)) : met()),
  ];
  const dropped = choice.taken.reduce((sum, each) => sum + each.dropped, 0);
  const publisher = publisherOf(options, context);
  const closer = () => openCloser({ decoded, surveys, runs, publisher, context });
  return { ...runOf({ ...head, layers }, { runs, licence, issues, meter, dropped }), closer };
}

/** Personal data suspected in any layer, taken or not, and in what hides in the file. */
const personalOf = ({ hidden = [] }: DecodedFile, surveys: readonly Survey[]): readonly Issue[] => [
  ...surveys.flatMap(({ layer, personal }) => personalIssues(layer.name, personal)),
  ...screenHidden(hidden),
];

const personsOf = (surveys: readonly Survey[]): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(surveys.map(({ layer, personal }) => [layer.name, personalColumns(personal)]));

type Begun = {
  readonly runs: readonly LayerRun[];
  readonly licence: LicenceVerdict;
  readonly issues: () => readonly Issue[];
  readonly meter?: Meter;
  /** Records that could not be read at all. */
  readonly dropped?: number;
};

function runOf(known: Known, { runs, licence, issues, meter, dropped = 0 }: Begun): HarmoniseRun {
  const counts = { records: dropped, unplaced: 0, rejected: dropped };
  let bounds: Bounds | undefined;
  const lock: readonly Lock[] = runs.map((run) => run.lock);
  const featureType = typeOf(lock);
  const crs = lock[0]?.crs;
  const settled = licence.id === undefined ? {} : { licence: licence.id };
  return {
    ...known,
    ...settled,
    featureType,
    outcomes: function* () {
      for (const run of runs) {
        for (const outcome of run.outcomes()) {
          counts.records++;
          if (outcome.kind === 'feature') bounds = widen(bounds, outcome.feature);
          else counts[outcome.kind]++;
          meter?.make(outcome.kind === 'feature');
          yield outcome;
        }
      }
    },
    report: () => ({
      ...known,
      ...settled,
      ...(crs === undefined ? {} : { crs }),
      ...counts,
      ...(bounds === undefined ? {} : { bounds }),
      featureType,
      lock,
      ...gazetteersOf(runs),
      issues: issues(),
    }),
  };
}

function gazetteersOf(runs: readonly LayerRun[]): Pick<Harmonised, 'gazetteers'> {
  const gazetteers = addUses(runs.flatMap((run) => run.gazetteers()));
  return gazetteers.length === 0 ? {} : { gazetteers };
}

function widen(bounds: Bounds | undefined, { geometry }: Feature): Bounds | undefined {
  const own = boundsOf(geometry);
  if (bounds === undefined || own === undefined) return own ?? bounds;
  return [
    Math.min(bounds[0], own[0]),
    Math.min(bounds[1], own[1]),
    Math.max(bounds[2], own[2]),
    Math.max(bounds[3], own[3]),
  ];
}

/** The type of the file: that of its layers, `unclassified` when they differ or have none. */
function typeOf(lock: readonly Lock[]): Harmonised['featureType'] {
  const [first, ...rest] = lock.map(({ type }) => type);
  return first !== undefined && rest.every((type) => type === first) ? first : 'unclassified';
}

function headOf(resource: Resource | LongResource, decoded: DecodedFile | Undecodable): Known {
  const encoding = 'encoding' in decoded ? decoded.encoding : undefined;
  return {
    file: resource.fileName,
    sha256: resource.sha256,
    ...(decoded.format === undefined ? {} : { format: decoded.format }),
    ...(encoding === undefined ? {} : { encoding }),
    layers: [],
    readable: 'layers' in decoded,
  };
}

/** The run of a file that holds nothing that can be read. */
function unreadable(known: Known, issues: readonly Issue[]): HarmoniseRun {
  const head = { ...known, readable: false };
  return runOf(head, { runs: [], licence: { issues: [] }, issues: () => issues });
}

/** Look at a file without making features: layers, columns, where it lies, what it may be, what is wrong with it. */
export function inspect(
  resource: Resource | LongResource,
  options: HarmoniseOptions,
  context: HarmoniseContext,
): Inspection {
  const decoded = decode(resource, options.companions);
  const { readable: _, ...head } = headOf(resource, decoded);
  if (!('layers' in decoded)) return { ...head, issues: decoded.issues };
  const surveys = decoded.layers.map((layer) =>
    survey(readThrough(layer), resource.fileName, options, context),
  );
  const found = surveys.flatMap(({ issues, locator }) => [...issues, ...locator.issues]);
  return {
    ...head,
    layers: surveys.map(profileOf),
    issues: [...decoded.issues, ...personalOf(decoded, surveys), ...found],
  };
}
