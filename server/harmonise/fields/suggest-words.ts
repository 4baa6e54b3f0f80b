import { FEATURE_TYPES } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { fold, wordsOf } from './heading.ts';

/** Words of names that say nothing about what a file holds. */
const IDLE = new Set(
  wordsOf(
    'the of and in for from with by to at on gm greater manchester uk gb england wales scotland english united kingdom great britain city council borough metropolitan district county unitary authority mbc open data dataset datasets database register list lists final copy new latest current draft version v1 v2 v3 raw clean generalised simplified full sample example demo load test layer layers view public published export extract output shp csv geojson json xlsx xls kml gml gpkg zip wgs84 bng osgb epsg 27700 4326 point points polygon polygons line lines region poly multipolygon area areas location locations site sites map maps mapping feature features record records table sheet sheet1 sheet2 sheet3 info information details all boundary boundaries january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec q1 q2 q3 q4',
  ),
);

/** A phrase that names a feature type. */
type TypeName = {
  readonly type: FeatureType;
  readonly words: readonly string[];
  readonly folded: string;
};

let names: readonly TypeName[] | undefined;

function namesOfTypes(): readonly TypeName[] {
  names ??= FEATURE_TYPES.flatMap((type) => {
    const slug = type.id.slice(type.id.indexOf('/') + 1);
    const texts = new Set([slug, type.title, type.plural, ...type.synonyms].map((t) => t.trim()));
    const seen = new Set<string>();
    return [...texts].flatMap((text) => {
      const words = wordsOf(text).filter((word) => !LINKING.has(word));
      const folded = words.join('');
      if (folded === '' || seen.has(folded)) return [];
      seen.add(folded);
      return [{ type, words, folded }];
    });
  });
  return names;
}

const LINKING = new Set(['of', 'the', 'and', 'for', 'in']);

/** How much of a name a type's own words are. */
export type NameMatch = {
  readonly type: FeatureType;
  /** 0–1: share of the telling words that name the type, less when it is not the last noun. */
  readonly coverage: number;
  readonly phrase: string;
};

/**
 * The feature types a file, layer or sheet name speaks of: `gm_places_of_worship_RAW`.
 *
 * @param places words of places and publishers, which tell nothing: `trafford`
 */
export function typesNamed(name: string, places: ReadonlySet<string>): readonly NameMatch[] {
  const words = wordsOf(name).filter((word) => !LINKING.has(word));
  const best = new Map<FeatureType, NameMatch & { readonly length: number }>();
  for (const candidate of namesOfTypes()) {
    const start = findRun(words, candidate);
    if (start < 0) continue;
    const match = { ...measure(words, candidate, start, places), length: candidate.words.length };
    const known = best.get(candidate.type);
    if (known === undefined || match.coverage > known.coverage) best.set(candidate.type, match);
  }
  return [...best.values()].sort((a, b) => b.coverage - a.coverage || b.length - a.length);
}

/** Where the phrase begins among the words; also found when written as one: `supplypoints`. */
function findRun(words: readonly string[], candidate: TypeName): number {
  const last = words.length - candidate.words.length;
  for (let start = last; start >= 0; start--) {
    if (candidate.words.every((word, index) => words[start + index] === word)) return start;
  }
  if (candidate.words.length < 2) return -1;
  return words.findIndex((word) => fold(word) === candidate.folded);
}

function measure(
  words: readonly string[],
  candidate: TypeName,
  start: number,
  places: ReadonlySet<string>,
): NameMatch {
  const joined = fold(words[start] ?? '') === candidate.folded;
  const end = start + (joined ? 1 : candidate.words.length);
  const isIdle = (word: string): boolean =>
    IDLE.has(word) || places.has(word) || /^\d+$/.test(word) || word.length === 1;
  const before = words.slice(0, start).filter((word) => !isIdle(word)).length;
  const after = words.slice(end).filter((word) => !isIdle(word)).length;
  const own = Math.max(1, candidate.words.length);
  // English names the thing last: what follows changes the meaning more than what goes before.
  const coverage = own / (own + before * 0.8 + after * 1.6);
  const idle = candidate.words.every(isIdle);
  return {
    type: candidate.type,
    coverage: idle ? coverage * 0.4 : coverage,
    phrase: candidate.words.join(' '),
  };
}
