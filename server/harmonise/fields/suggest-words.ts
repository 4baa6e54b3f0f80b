import { FEATURE_TYPES } from '#data/features/index.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { wordsOf } from './heading.ts';
import { PLACE_WORDS } from './place-words.ts';

/** Words of names that say nothing about what a file holds. */
const IDLE = new Set(
  wordsOf(
    'the of and in for from with by to at on os osm ons inspire gis gm greater manchester uk gb ofsted cqc defra dft ofcom england wales scotland english united kingdom great britain city council borough metropolitan district county unitary authority mbc open data dataset datasets database register list lists final copy new latest current draft version v1 v2 v3 raw clean generalised simplified full sample example demo load test layer layers view public published export extract output shp csv geojson json xlsx xls kml gml gpkg zip wgs84 bng osgb epsg 27700 4326 point points polygon polygons line lines region poly multipolygon area areas location locations site sites round map maps mapping bfc bfe bgc bge bsc buc ew feature features record records table sheet sheet1 sheet2 sheet3 info information details all boundary boundaries january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec q1 q2 q3 q4',
  ),
);

/** A phrase that names a feature type. */
type TypeName = {
  readonly type: FeatureType;
  readonly words: readonly string[];
  readonly folded: string;
};

/** Names of feature types by their first word, and by all their words written as one. */
type Names = {
  readonly byFirst: ReadonlyMap<string, readonly TypeName[]>;
  readonly byFolded: ReadonlyMap<string, readonly TypeName[]>;
};

let names: Names | undefined;

function namesOfTypes(): Names {
  if (names !== undefined) return names;
  const byFirst = new Map<string, TypeName[]>();
  const byFolded = new Map<string, TypeName[]>();
  for (const name of FEATURE_TYPES.flatMap(namesOf)) {
    append(byFirst, name.words[0] ?? '', name);
    if (name.words.length > 1) append(byFolded, name.folded, name);
  }
  names = { byFirst, byFolded };
  return names;
}

function append(index: Map<string, TypeName[]>, key: string, name: TypeName): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [name]);
  else known.push(name);
}

function namesOf(type: FeatureType): readonly TypeName[] {
  const slug = type.id.slice(type.id.indexOf('/') + 1);
  const byFolded = new Map<string, TypeName>();
  for (const text of [slug, type.title, type.plural, ...type.synonyms]) {
    const words = tellingWords(text);
    const folded = words.join('');
    const known = byFolded.get(folded);
    // `conservationareas` beside `conservation areas`: the parted one also finds the joined.
    if (folded === '' || (known !== undefined && known.words.length >= words.length)) continue;
    byFolded.set(folded, { type, words, folded });
  }
  return [...byFolded.values()];
}

const tellingWords = (text: string): string[] => wordsOf(text).filter((word) => !LINKING.has(word));

const LINKING = new Set(['of', 'the', 'and', 'for', 'in']);

/** Last words of headings about a thing itself, and the envelope attribute they mean. */
const HEADING_ENDS: Readonly<Record<string, 'name' | 'reference'>> = {
  name: 'name',
  title: 'name',
  id: 'reference',
  code: 'reference',
  ref: 'reference',
  reference: 'reference',
  no: 'reference',
  number: 'reference',
};

/** A heading that names the thing the records are: `pharmacy_name`, `treeID`. */
export type ThingHeading = {
  readonly types: readonly FeatureType[];
  readonly attribute: 'name' | 'reference';
};

/** Read a heading as a feature type's own name or reference; undefined when it is none. */
export function readThing(heading: string): ThingHeading | undefined {
  const words = partedEnd(endedWords(heading));
  const attribute = HEADING_ENDS[words.at(-1) ?? ''];
  if (attribute === undefined || words.length < 2) return undefined;
  const thing = words.slice(0, -1).join(' ');
  const types = typesNamed(thing, PLACE_WORDS)
    .filter(({ coverage }) => coverage > 0.95)
    .map(({ type }) => type);
  return types.length === 0 ? undefined : { types, attribute };
}

/** Endings a shapefile's ten letters cut: `Station_Na`, `Project_re`. */
const CUT_ENDS = ['name', 'reference', 'number'];
const CUT_LENGTH = 10;

/** The words of a heading, a last one that was cut written out. */
export function endedWords(heading: string): readonly string[] {
  const words = wordsOf(heading);
  const last = words.at(-1) ?? '';
  if (heading.trim().length !== CUT_LENGTH || last.length < 2) return words;
  const whole = CUT_ENDS.find((end) => end.startsWith(last));
  return whole === undefined ? words : [...words.slice(0, -1), whole];
}

/** `hydrantno` → `hydrant no`: a heading written as one word, its ending parted. */
function partedEnd(words: readonly string[]): readonly string[] {
  if (words.length !== 1) return words;
  const [, thing, end] =
    /^(.{3,}?)(name|reference|ref|number|code|no|id)$/.exec(words[0] ?? '') ?? [];
  return thing === undefined || end === undefined ? words : [thing, end];
}

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
 * @param said words that stand in the records themselves: beside a type's name they tell nothing either
 */
export function typesNamed(
  name: string,
  places: ReadonlySet<string>,
  said: ReadonlySet<string> = NONE,
): readonly NameMatch[] {
  const best = new Map<FeatureType, NameMatch & { readonly length: number }>();
  const acronyms = acronymsIn(name);
  for (const words of segmentsOf(name)) {
    for (const run of runsIn(words)) {
      const { candidate } = run;
      const match = {
        ...measure(words, run, { places, said, acronyms }),
        length: run.candidate.words.length,
      };
      const known = best.get(candidate.type);
      if (known === undefined || match.coverage > known.coverage) best.set(candidate.type, match);
    }
  }
  return [...best.values()].sort((a, b) => b.coverage - a.coverage || b.length - a.length);
}

/** The words of each part of a name: `Public_Rights_of_Way_-_Bath` says two things, one after the other. */
const segmentsOf = (name: string): readonly (readonly string[])[] =>
  name
    .split(/[\s_]-[\s_]|[,;:()[\]]/)
    .map((part) => tellingWords(part.replace(/(\p{L}{2})(\d{2,})/gu, '$1 $2')))
    .filter((words) => words.length > 0);

type Run = { readonly candidate: TypeName; readonly start: number; readonly end: number };

/** Every type name among the words, also when written as one word (`supplypoints`); a name within a longer one is none. */
function runsIn(words: readonly string[]): readonly Run[] {
  const { byFirst, byFolded } = namesOfTypes();
  const runs = words.flatMap((word, start): Run[] => {
    const whole = (byFirst.get(word) ?? []).filter((candidate) =>
      candidate.words.every((part, index) => words[start + index] === part),
    );
    const joined = byFolded.get(word) ?? [];
    return [
      ...whole.map((candidate) => ({ candidate, start, end: start + candidate.words.length })),
      ...joined.map((candidate) => ({ candidate, start, end: start + 1 })),
    ];
  });
  return runs.filter((run) => !runs.some((other) => isWithin(run, other)));
}

const isWithin = (run: Run, other: Run): boolean =>
  run.start >= other.start &&
  run.end <= other.end &&
  run.end - run.start < other.end - other.start &&
  run.candidate.type !== other.candidate.type;

const NONE: ReadonlySet<string> = new Set();

const typeWords = new WeakMap<FeatureType, ReadonlySet<string>>();

/** Words of all the names of a type: `bring sites recycling` says it twice. */
export function wordsOfType(type: FeatureType): ReadonlySet<string> {
  const { title, plural, synonyms } = type;
  const words = typeWords.get(type) ?? new Set(wordsOf([title, plural, ...synonyms].join(' ')));
  typeWords.set(type, words);
  return words;
}

type Idle = {
  readonly places: ReadonlySet<string>;
  readonly said: ReadonlySet<string>;
  /** Capital letters among other words, mostly who publishes: `GMFRS_Fire_Stations`. */
  readonly acronyms: ReadonlySet<string>;
};

function acronymsIn(name: string): ReadonlySet<string> {
  if (!/\p{Ll}{3}/u.test(name)) return NONE;
  return new Set(
    name
      .split(/[^\p{L}\d]+/u)
      .filter(isAcronym)
      .flatMap(wordsOf),
  );
}

const isAcronym = (word: string): boolean => /^\p{Lu}{3,6}$/u.test(word);

function measure(
  words: readonly string[],
  { candidate, start, end }: Run,
  { places, said, acronyms }: Idle,
): NameMatch {
  const isIdle = (word: string): boolean =>
    IDLE.has(word) ||
    PLACE_WORDS.has(word) ||
    places.has(word) ||
    /^\d+$/.test(word) ||
    word.length === 1;
  const own = wordsOfType(candidate.type);
  const tells = (word: string): boolean => !isIdle(word) && !said.has(word) && !own.has(word);
  const before = words
    .slice(0, start)
    .filter(tells)
    .reduce((sum, word) => sum + (acronyms.has(word) ? 0.3 : 1), 0);
  const after = words.slice(end).filter(tells).length;
  const length = Math.max(1, candidate.words.length);
  // English names the thing last: what follows changes the meaning more than what goes before.
  const coverage = length / (length + before * 0.8 + after * 1.6);
  const idle = candidate.words.length === 1 && candidate.words.every(isIdle);
  return {
    type: candidate.type,
    coverage: idle ? coverage * 0.4 : coverage,
    phrase: candidate.words.join(' '),
  };
}
