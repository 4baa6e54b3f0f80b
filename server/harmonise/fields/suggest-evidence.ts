import type { FeatureType } from '#data/schema/feature-type.ts';
import type { Shape } from '#data/schema/geometry.ts';
import type { ColumnFacts } from '../profile.ts';
import { wordsOf } from './heading.ts';
import { typesNamed } from './suggest-words.ts';

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

/** One reason to believe in a type. */
export type Evidence = { readonly weight: number; readonly reason: string };

/** Weight of a name that is the type's name and nothing else. */
const NAME_WEIGHT = 0.78;

/** Names of the file and its layers that speak of a type. */
export function evidenceOfNames({
  names,
  places,
  columns,
}: TypeClues): ReadonlyMap<FeatureType, Evidence> {
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
export function evidenceOfValues({
  columns,
  places,
}: TypeClues): ReadonlyMap<FeatureType, Evidence> {
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
