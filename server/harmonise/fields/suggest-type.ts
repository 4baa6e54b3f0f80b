import { attributesOf } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { TypeSuggestion } from '#data/schema/harmonised.ts';
import {
  allCandidates,
  asSuggestion,
  type HeardColumn,
  hearColumns,
  type Pairing,
  pairColumns,
} from './suggest-columns.ts';
import {
  type Evidence,
  evidenceOfNames,
  evidenceOfValues,
  type TypeClues,
} from './suggest-evidence.ts';
import { evidenceOfMarks } from './suggest-marks.ts';
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

/** A feature type a layer may be, with the columns that would be taken. */
export type RankedType = {
  readonly type: FeatureType;
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly pairings: readonly Pairing[];
};

/** Rank the feature types a layer may be, best first; at most five, none under 0.15. */
export function rankTypes(clues: TypeClues): readonly RankedType[] {
  const heard = hearColumns(clues.columns, clues.usedColumns);
  const named = evidenceOfNames(clues);
  const valued = evidenceOfValues(clues);
  const headed = evidenceOfHeadings(heard);
  const marked = evidenceOfMarks(clues.columns);
  // Only types something speaks for: the others would come out at nothing.
  const spoken = new Set<FeatureType>([
    ...named.keys(),
    ...valued.keys(),
    ...headed.keys(),
    ...marked.keys(),
    ...heard.flatMap(({ hits }) => hits.flatMap(({ own }) => own.map(({ type }) => type))),
  ]);
  const ranked = [...spoken].map((type) => {
    const pairings = pairColumns(type, heard);
    const evidence = [
      named.get(type),
      valued.get(type),
      evidenceOfColumns(type, pairings),
      headed.get(type),
      marked.get(type),
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
  const named = pairings.some(({ attribute, hit }) =>
    hit === undefined ? isOwn(type, attribute) : tellingness(hit) > 0,
  );
  const fit = shapeFit(type, shape, named);
  if (fit < 1) reasons.push(`${type.plural} are not given as ${SHAPE_WORDS[shape]}`);
  const confidence = (1 - doubt) * fit;
  return { type, confidence: Math.round(confidence * 100) / 100, reasons, pairings };
}

/** Factor on the confidence: boundaries do not come as a table, nor sewers as points. */
function shapeFit({ shapes }: FeatureType, shape: TypeClues['shape'], named: boolean): number {
  if (shape === 'mixed') return 1;
  // A table called after areas, without a column of theirs, counts something by them: `CIL receipts`.
  if (shape === 'none' && !shapes.includes('point')) return named ? 0.8 : 0.6;
  if (shape === 'none') return 1;
  return shapes.includes(shape) ? 1 : 0.45;
}

const SHAPE_WORDS: Readonly<Record<string, string>> = {
  none: 'a table without positions',
  point: 'points',
  line: 'lines',
  polygon: 'areas',
};

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

/** The two best types when both could be taken and neither is clearly ahead of the other. */
export function closeRival(
  ranked: readonly RankedType[],
): readonly [RankedType, RankedType] | undefined {
  const [best, next] = ranked;
  if (best === undefined || next === undefined || next.confidence < TYPE_THRESHOLD)
    return undefined;
  return best.confidence - next.confidence < LEAST_LEAD ? [best, next] : undefined;
}

/** The columns a given type takes from a layer. */
export function columnsFor(
  type: FeatureType,
  clues: Pick<TypeClues, 'columns' | 'usedColumns'>,
): readonly Pairing[] {
  return pairColumns(type, hearColumns(clues.columns, clues.usedColumns));
}

/** Everything the columns of a layer could be for a type, sure or not. */
export function candidatesFor(
  type: FeatureType,
  clues: Pick<TypeClues, 'columns' | 'usedColumns'>,
): readonly Pairing[] {
  return allCandidates(type, hearColumns(clues.columns, clues.usedColumns));
}

/** A ranked type as reports show it. */
export const asTypeSuggestion = (ranked: RankedType): TypeSuggestion => ({
  featureType: ranked.type.id,
  confidence: ranked.confidence,
  reasons: ranked.reasons,
  columns: ranked.pairings.map(asSuggestion),
});
