import { attributesOf } from '#data/features/index.ts';
import type { Attribute } from '#data/schema/attribute.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { ColumnSuggestion } from '#data/schema/harmonised.ts';
import { isAboutPerson } from '../personal/heading.ts';
import { personalValues } from '../personal/screen.ts';
import type { ColumnFacts } from '../profile.ts';
import { fitOf } from './fit.ts';
import { fold, readHeading, type Surroundings, sharedPrefix } from './heading.ts';
import { isMadeByExport, isRowNumber } from './row-numbers.ts';
import { guessByEnding } from './suggest-endings.ts';
import { type ColumnSense, type Guess, guessByValues, senseOf } from './suggest-values.ts';
import { readThing, type ThingHeading } from './suggest-words.ts';
import { claims, type Hit, hitsOf, meaningsOf } from './vocabulary.ts';

/** Least confidence at which a column is taken for an attribute without a person's word. */
export const COLUMN_THRESHOLD = 0.6;

/** A column and every phrase of the vocabulary its heading says. */
export type HeardColumn = {
  readonly column: ColumnFacts;
  readonly hits: readonly Hit[];
  /** Set when the heading is a thing's own name or reference: `treeID`. */
  readonly thing: ThingHeading | undefined;
  /** What its values say by themselves. */
  readonly sense: ColumnSense;
  /** True when the column is about a person: it takes no attribute. */
  readonly personal: boolean;
};

/**
 * Compare the headings of a layer with the vocabulary, once for all feature types.
 *
 * @param taken columns the position is read from; they are left out
 */
export function hearColumns(
  columns: readonly ColumnFacts[],
  taken: readonly string[],
): readonly HeardColumn[] {
  const prefix = sharedPrefix(columns.map(({ name }) => name));
  const cutAlike = cutAlikeIn(columns);
  return columns
    .filter(({ name }) => name.trim() !== '' && !taken.includes(name))
    .map((column) => hear(column, { prefix, numbered: cutAlike.has(column.name) }));
}

function hear(column: ColumnFacts, around: Surroundings): HeardColumn {
  const all = hitsOf(readHeading(column.name, around));
  // A heading the vocabulary lists word by word (`Operator (or Applicant)`) is no accident.
  const listed = (all[0]?.score ?? 0) === 1;
  const personal = (!listed && isAboutPerson(column.name)) || personalValues(column) !== undefined;
  return {
    column,
    hits: personal ? [] : all,
    thing: readThing(column.name),
    sense: senseOf(column),
    personal,
  };
}

/** Headings a shapefile told apart by a figure, as `netdwell_1` beside `netdwellin`. */
function cutAlikeIn(columns: readonly ColumnFacts[]): ReadonlySet<string> {
  const names = columns.map(({ name }) => name);
  if (names.some((name) => name.length > 10)) return new Set();
  return new Set(
    names.filter((name) => {
      const stem = name.length === 10 ? /^(.{8})_\d$/.exec(name)?.[1]?.toLowerCase() : undefined;
      return (
        stem !== undefined &&
        names.some((other) => other !== name && other.toLowerCase().startsWith(stem))
      );
    }),
  );
}

/** A column that may hold an attribute. */
export type Pairing = {
  readonly column: ColumnFacts;
  readonly attribute: Attribute;
  readonly confidence: number;
  readonly reason: string;
  /** The phrase the heading says; absent when something else than a known phrase spoke for the attribute. */
  readonly hit: Hit | undefined;
  /** How well the values suit the attribute, 0–1; see `Fit`. */
  readonly fit: number;
};

/**
 * The best column for each attribute of a type, each column used once, in the order of the columns.
 * Pairings under the threshold are left out.
 */
export function pairColumns(type: FeatureType, heard: readonly HeardColumn[]): readonly Pairing[] {
  const order = new Map(attributesOf(type).map(({ name }, index) => [name, index]));
  const candidates = heard.flatMap((each) => candidatesOf(type, each));
  candidates.sort(
    (a, b) =>
      b.confidence - a.confidence ||
      a.column.index - b.column.index ||
      (order.get(a.attribute.name) ?? 0) - (order.get(b.attribute.name) ?? 0),
  );
  const chosen = new Map<string, Pairing>();
  const used = new Set<number>();
  for (const candidate of candidates) {
    if (used.has(candidate.column.index) || chosen.has(candidate.attribute.name)) continue;
    used.add(candidate.column.index);
    chosen.set(candidate.attribute.name, candidate);
  }
  return [...chosen.values()].sort((a, b) => a.column.index - b.column.index);
}

/** Every attribute of a type that each column could be, each column by itself. */
export const allCandidates = (
  type: FeatureType,
  heard: readonly HeardColumn[],
): readonly Pairing[] => heard.flatMap((each) => candidatesOf(type, each, 0));

function candidatesOf(
  type: FeatureType,
  heard: HeardColumn,
  threshold = COLUMN_THRESHOLD,
): readonly Pairing[] {
  const { column, hits, thing, sense, personal } = heard;
  if (personal) return [];
  const all = hits.flatMap((hit) =>
    meaningsOf(hit, type).map((attribute) => pair(type, column, attribute, hit)),
  );
  const named =
    thing?.types.includes(type) && !isRepeated(column)
      ? attributesOf(type).find(({ name }) => name === thing.attribute)
      : undefined;
  if (named !== undefined) {
    all.push(pairGuess(column, guessed(named, 0.9, 'the thing’s own heading')));
  }
  for (const guess of guessByValues(type, sense)) all.push(pairGuess(column, guess));
  for (const guess of guessByEnding(type, column, sense.words)) all.push(pairGuess(column, guess));
  return all.filter(({ confidence }) => confidence >= threshold);
}

/** Many records of one name are parts of the thing rather than the thing: `bsp_name` of its primaries. */
const isRepeated = ({ unique, sampled, values }: ColumnFacts): boolean =>
  !unique && values.size < sampled * 0.8;

const guessed = (attribute: Attribute, confidence: number, reason: string): Guess => ({
  attribute,
  confidence,
  reason,
});

function pairGuess(column: ColumnFacts, { attribute, confidence, reason }: Guess): Pairing {
  const fit = fitOf(column, attribute).factor;
  return { column, attribute, confidence: round(confidence * fit), reason, hit: undefined, fit };
}

/** Confidence that a heading the vocabulary lists keeps whatever its values: a type's own, statutory heading. */
const OWN_HEADING_FLOOR = 0.66;

/** Confidence in a column that only counts the rows. */
const COUNTING = 0.61;
/** Least likeness of its heading to a key's. */
const LEAST_SCORE = 0.78;

function pair(type: FeatureType, column: ColumnFacts, attribute: Attribute, hit: Hit): Pairing {
  const fit = fitOf(column, attribute);
  const own = claims(type, attribute, hit);
  const isKey = attribute.name === 'reference';
  if (isKey && isRowNumber(column) && !isUnstableKey(column.name))
    return counting(column, attribute, hit);
  const unstable = isKey && (isUnstableKey(column.name) || isMadeByExport(column));
  const factor = unstable ? 0.5 : fit.factor;
  const statutory = own && hit.score >= 0.96 && hit.owners <= 3 && !unstable;
  const floor = statutory && fit.refused !== true ? OWN_HEADING_FLOOR : 0;
  // The first phrase of an attribute is its name: of two columns that fit, the plainer heading wins.
  const plain = fold(attribute.name) === hit.phrase.folded || own ? 1 : 0.97;
  const confidence = Math.max(floor, round(hit.score * factor * plain));
  const reason = fit.reason === undefined ? hit.reason : `${hit.reason}, ${fit.reason}`;
  return { column, attribute, confidence, reason, hit, fit: fit.factor };
}

/** A column that only counts the rows: the reference where no other column is. */
function counting(column: ColumnFacts, attribute: Attribute, hit: Hit): Pairing {
  const confidence = hit.score < LEAST_SCORE ? 0 : COUNTING;
  return { column, attribute, confidence, reason: 'it counts the rows', hit, fit: 1 };
}

const round = (confidence: number): number => Math.round(confidence * 100) / 100;

/** Columns databases number anew at each export. Source: mapping tables of planning registers (reference §3). */
const UNSTABLE_KEYS = new Set([
  'fid',
  'ogcfid',
  'objectid',
  'objectid1',
  'objectid2',
  'oid',
  'gid',
  'miprinx',
  'qgsfid',
  'qgsid',
  'featureid',
  'rowid',
  'rownumber',
  'pkuid',
  'gmlid',
  'shapeid',
  'index',
  'fme',
]);

/** True for a heading whose numbers change from one export to the next: `OBJECTID`, `ogc_fid`. */
export const isUnstableKey = (heading: string): boolean => UNSTABLE_KEYS.has(fold(heading));

/** A pairing as reports show it. */
export const asSuggestion = ({
  column,
  attribute,
  confidence,
  reason,
}: Pairing): ColumnSuggestion => ({
  column: column.name,
  attribute: attribute.name,
  confidence,
  reason,
});
