import { attributesOf } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { Shape } from '#data/schema/geometry.ts';
import type { TypeSuggestion } from '#data/schema/harmonised.ts';
import type { ColumnFacts } from '../profile.ts';
import { wordsOf } from './heading.ts';
import {
  asSuggestion,
  type HeardColumn,
  hearColumns,
  type Pairing,
  pairColumns,
} from './suggest-columns.ts';
import { typesNamed } from './suggest-words.ts';
import { claims, isOwn, tellingness } from './vocabulary.ts';

/**
 * Least confidence at which a layer is given a feature type without a person's word.
 * One piece of evidence reaches it only when it is complete (the file's name is the type's name and nothing
 * else); otherwise two must agree. Below it everything stays in `extra`: a wrong type is worse than none.
 */
export const TYPE_THRESHOLD = 0.6;
/** Least lead over the next best type, unless both are this sure. */
const LEAST_LEAD = 0.04;
const SUGGESTIONS = 5;
const LEAST_SHOWN = 0.15;

/** What the type of a layer is judged by. */
export type TypeClues = {
  readonly columns: readonly ColumnFacts[];
  /** Columns the position is read from. */
  readonly usedColumns: readonly string[];
  readonly shape: Shape | 'mixed' | 'none';
  /** File, layer and sheet names, titles: most telling first. */
  readonly names: readonly string[];
  /** Words of places and publishers, which tell nothing. */
  readonly places: ReadonlySet<string>;
};

/** A feature type a layer may be, with the columns that would be taken. */
export type RankedType = {
  readonly type: FeatureType;
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly pairings: readonly Pairing[];
};

/** One reason to believe in a type. */
type Evidence = { readonly weight: number; readonly reason: string };

/** Rank the feature types a layer may be, best first; at most five, none under 0.15. */
export function rankTypes(clues: TypeClues): readonly RankedType[] {
  const heard = hearColumns(clues.columns, clues.usedColumns);
  const named = evidenceOfNames(clues);
  const valued = evidenceOfValues(clues);
  const headed = evidenceOfHeadings(heard);
  // Only types something speaks for: the others would come out at nothing.
  const spoken = new Set<FeatureType>([
    ...named.keys(),
    ...valued.keys(),
    ...headed.keys(),
    ...heard.flatMap(({ hits }) => hits.flatMap(({ own }) => own.map(({ type }) => type))),
  ]);
  const ranked = [...spoken].map((type) => {
    const pairings = pairColumns(type, heard);
    const evidence = [
      named.get(type),
      valued.get(type),
      evidenceOfColumns(type, pairings),
      headed.get(type),
    ].filter((each) => each !== undefined);
    return judge(type, evidence, pairings, clues.shape);
  });
  return ranked
    .filter(({ confidence }) => confidence >= LEAST_SHOWN)
    .sort((a, b) => b.confidence - a.confidence || (a.type.id < b.type.id ? -1 : 1))
    .slice(0, SUGGESTIONS);
}

function judge(
  type: FeatureType,
  evidence: readonly Evidence[],
  pairings: readonly Pairing[],
  shape: TypeClues['shape'],
): RankedType {
  const doubt = evidence.reduce((rest, { weight }) => rest * (1 - weight), 1);
  const reasons = evidence.map(({ reason }) => reason);
  const fit = shapeFit(type, shape);
  if (fit < 1) reasons.push(`${type.plural} are not given as ${SHAPE_WORDS[shape]}`);
  const confidence = (1 - doubt) * fit;
  return { type, confidence: Math.round(confidence * 100) / 100, reasons, pairings };
}

/** Factor on the confidence: boundaries do not come as a table, nor sewers as points. */
function shapeFit({ shapes }: FeatureType, shape: TypeClues['shape']): number {
  if (shape === 'mixed') return 1;
  if (shape === 'none') return shapes.includes('point') ? 1 : 0.8;
  return shapes.includes(shape) ? 1 : 0.45;
}

const SHAPE_WORDS: Readonly<Record<string, string>> = {
  none: 'a table without positions',
  point: 'points',
  line: 'lines',
  polygon: 'areas',
};

/** Weight of a name that is the type's name and nothing else. */
const NAME_WEIGHT = 0.78;

function evidenceOfNames({ names, places, columns }: TypeClues): ReadonlyMap<FeatureType, Evidence> {
  const best = new Map<FeatureType, Evidence>();
  const said = wordsOfValues(columns);
  for (const name of names) {
    for (const match of typesNamed(name, places, said)) {
      const weight = NAME_WEIGHT * match.coverage;
      if (weight <= (best.get(match.type)?.weight ?? 0)) continue;
      best.set(match.type, { weight, reason: `“${name}” speaks of “${match.phrase}”` });
    }
  }
  return best;
}

/** Values looked at in each column for words of its file's name. */
const VALUES_HEARD = 20;

/** Words that stand in the values: `Keynsham` in the name of a file says where, as it does in its rows. */
function wordsOfValues(columns: readonly ColumnFacts[]): ReadonlySet<string> {
  const words = columns
    .filter(({ type }) => type === 'text')
    .flatMap(({ values }) => [...values.keys()].slice(0, VALUES_HEARD))
    .filter((text) => text.length < 120)
    .flatMap(wordsOf);
  return new Set(words);
}

/** Headings of columns that say what kind of thing a record is. */
const KIND_HEADING =
  /^(type|kind|class|category|classification|classifica|activity|theme|featuretype|subtype|use)$/;
const LOOKED_AT = 60;
/** Share of values that must name the type. */
const LEAST_SHARE = 0.6;

/** Values that name the type: a category column, or names such as `Blackrod Library`. */
function evidenceOfValues({ columns, places }: TypeClues): ReadonlyMap<FeatureType, Evidence> {
  const best = new Map<FeatureType, Evidence>();
  for (const column of columns) {
    const weight = weightOfColumn(column);
    if (weight === 0) continue;
    for (const [type, share] of sharesOf(column, places)) {
      const found = weight * share;
      if (share < LEAST_SHARE || found <= (best.get(type)?.weight ?? 0)) continue;
      const percent = Math.round(share * 100);
      best.set(type, { weight: found, reason: `${percent} % of “${column.name}” name it` });
    }
  }
  return best;
}

function weightOfColumn(column: ColumnFacts): number {
  if (column.type !== 'text' || column.sampled === 0) return 0;
  const words = wordsOf(column.name);
  if (words.some((word) => KIND_HEADING.test(word))) return 0.5;
  return words.at(-1) === 'name' || words.at(-1) === 'title' ? 0.45 : 0;
}

function sharesOf(
  column: ColumnFacts,
  places: ReadonlySet<string>,
): ReadonlyMap<FeatureType, number> {
  const counts = new Map<FeatureType, number>();
  let total = 0;
  for (const [text, count] of [...column.values].slice(0, LOOKED_AT)) {
    total += count;
    for (const { type, coverage } of typesNamed(text, places)) {
      if (coverage >= 0.45) counts.set(type, (counts.get(type) ?? 0) + count);
    }
  }
  return new Map([...counts].map(([type, count]) => [type, count / total]));
}

/** How fast several telling headings make a type certain: one 0.36, two 0.59, five 0.89. */
const COLUMN_RATE = 0.45;

function evidenceOfColumns(type: FeatureType, pairings: readonly Pairing[]): Evidence | undefined {
  const own = pairings.filter(({ attribute, hit }) =>
    hit ? claims(type, attribute, hit) : isOwn(type, attribute),
  );
  const sum = own.reduce((all, each) => all + each.confidence * weightOf(each), 0);
  if (sum < 0.05) return undefined;
  const required = attributesOf(type).filter(({ required }) => required === true);
  const met = required.filter(({ name }) => pairings.some((p) => p.attribute.name === name));
  const lacking = required.length > 0 && met.length === 0 ? 0.8 : 1;
  const listed = own.slice(0, 4).map(({ column }) => `“${column.name}”`);
  const more = own.length > 4 ? ` and ${own.length - 4} more` : '';
  return {
    weight: (1 - Math.exp(-COLUMN_RATE * sum)) * lacking,
    reason: `columns ${listed.join(', ')}${more} are its own`,
  };
}

/** Values this much against an attribute say nothing for a type, however its heading is worded. */
const CONTRADICTION = 0.4;

const weightOf = ({ hit, fit }: Pairing): number =>
  hit === undefined || fit <= CONTRADICTION ? 0 : tellingness(hit);

/** Weight of a heading that names the thing itself. */
const HEADING_WEIGHT = 0.35;

function evidenceOfHeadings(heard: readonly HeardColumn[]): ReadonlyMap<FeatureType, Evidence> {
  const found = new Map<FeatureType, Evidence>();
  for (const { column, thing } of heard) {
    for (const type of thing?.types ?? []) {
      found.set(type, { weight: HEADING_WEIGHT, reason: `heading “${column.name}” names it` });
    }
  }
  return found;
}

/** The type a layer is given when nobody says: the best, when it is sure enough and ahead of the next. */
export function takeType(ranked: readonly RankedType[]): RankedType | undefined {
  const [best, next] = ranked;
  if (best === undefined || best.confidence < TYPE_THRESHOLD) return undefined;
  const lead = best.confidence - (next?.confidence ?? 0);
  return lead >= LEAST_LEAD || best.confidence >= 0.9 ? best : undefined;
}

/** The columns a given type takes from a layer. */
export function columnsFor(
  type: FeatureType,
  clues: Pick<TypeClues, 'columns' | 'usedColumns'>,
): readonly Pairing[] {
  return pairColumns(type, hearColumns(clues.columns, clues.usedColumns));
}

/** A ranked type as reports show it. */
export const asTypeSuggestion = (ranked: RankedType): TypeSuggestion => ({
  featureType: ranked.type.id,
  confidence: ranked.confidence,
  reasons: ranked.reasons,
  columns: ranked.pairings.map(asSuggestion),
});
