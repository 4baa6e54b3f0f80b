import { attributesOf } from '#data/features/index.ts';
import type { Attribute } from '#data/schema/attribute.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { ColumnSuggestion } from '#data/schema/harmonised.ts';
import type { ColumnFacts } from '../profile.ts';
import { fitOf } from './fit.ts';
import { fold, readHeading, sharedPrefix } from './heading.ts';
import { isAboutPerson, personalValues } from './personal.ts';
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
  return columns
    .filter(({ name }) => name.trim() !== '' && !taken.includes(name))
    .map((column) => ({ column, hits: heard(column, prefix), thing: readThing(column.name) }));
}

function heard(column: ColumnFacts, prefix: string): readonly Hit[] {
  const hits = hitsOf(readHeading(column.name, prefix));
  // A heading the vocabulary lists word by word (`Operator (or Applicant)`) is no accident.
  const listed = (hits[0]?.score ?? 0) === 1;
  if (!listed && isAboutPerson(column.name)) return [];
  return personalValues(column) === undefined ? hits : [];
}

/** A column that may hold an attribute. */
export type Pairing = {
  readonly column: ColumnFacts;
  readonly attribute: Attribute;
  readonly confidence: number;
  readonly reason: string;
  /** The phrase the heading says, for how telling it is. */
  readonly hit: Hit | undefined;
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

function candidatesOf(type: FeatureType, { column, hits, thing }: HeardColumn): readonly Pairing[] {
  const all = hits.flatMap((hit) =>
    meaningsOf(hit, type).map((attribute) => pair(type, column, attribute, hit)),
  );
  const named = thing?.types.includes(type)
    ? attributesOf(type).find(({ name }) => name === thing.attribute)
    : undefined;
  if (named !== undefined) all.push(pairThing(column, named));
  return all.filter(({ confidence }) => confidence >= COLUMN_THRESHOLD);
}

/** `treeID` in a layer of trees is their reference. */
function pairThing(column: ColumnFacts, attribute: Attribute): Pairing {
  const confidence = round(0.9 * fitOf(column, attribute).factor);
  return { column, attribute, confidence, reason: 'the thing’s own heading', hit: undefined };
}

/** Confidence that a heading the vocabulary lists keeps whatever its values: a type's own, statutory heading. */
const OWN_HEADING_FLOOR = 0.66;

function pair(type: FeatureType, column: ColumnFacts, attribute: Attribute, hit: Hit): Pairing {
  const fit = fitOf(column, attribute);
  const own = claims(type, attribute, hit);
  const unstable = attribute.name === 'reference' && isUnstableKey(column.name);
  const statutory = own && hit.score >= 0.96 && hit.owners <= 3 && !unstable;
  const floor = statutory && fit.refused !== true ? OWN_HEADING_FLOOR : 0;
  const factor = unstable ? 0.5 : fit.factor;
  // The first phrase of an attribute is its name: of two columns that fit, the plainer heading wins.
  const plain = fold(attribute.name) === hit.phrase.folded || own ? 1 : 0.97;
  const confidence = Math.max(floor, round(hit.score * factor * plain));
  const reason = fit.reason === undefined ? hit.reason : `${hit.reason}, ${fit.reason}`;
  return { column, attribute, confidence, reason, hit };
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
