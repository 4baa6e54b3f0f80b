import { wordsOf } from './column-name.ts';

/** What part of an angle a column holds: `letter` is N, S, E or W. */
export const DEGREE_PARTS = ['degrees', 'minutes', 'seconds', 'letter'] as const;
export type DegreePart = (typeof DEGREE_PARTS)[number];

/** What a heading says of an angle written in several columns. */
export type DegreePartName = {
  readonly part: DegreePart;
  /** Undefined where the heading does not say of which axis. */
  readonly axis?: 'x' | 'y';
  /** South or west by the heading alone: `Deg W`. */
  readonly backward: boolean;
  /** The heading names its axis and no part: degrees, if the columns beside it are minutes. */
  readonly bare: boolean;
  /** The heading without axis and part: columns of one position share it. */
  readonly stem: string;
};

const LAT = 'latitude|lattitude|latitud|latit|lati|lat';
const LON = 'longitude|longtitude|longitud|longit|longi|long|lng|lon';
const PART = 'degrees?|degs?|minutes?|mins?|seconds?|secs?|dir|hemi|[dms]';
/** Words that stand without a gap: `LatDeg` is parted at its capital, `LATDEG` and `DEGLAT` are not. */
const GLUED = [
  new RegExp(`^(${LAT}|${LON})(${PART}|ns|ew|h)$`),
  new RegExp(`^(degrees?|degs?|minutes?|mins?|seconds?|secs?)(${LAT}|${LON}|[nsew])$`),
  /^([nsew])(degrees?|degs?|minutes?|mins?|seconds?|secs?)$/,
];

const AXES: readonly (readonly [RegExp, 'x' | 'y'])[] = [
  [new RegExp(`^(?:${LAT}|n|north)$`), 'y'],
  [new RegExp(`^(?:${LON}|e|w|east|west)$`), 'x'],
];
const PARTS: readonly (readonly [RegExp, DegreePart])[] = [
  [/^(?:degrees?|degs?|d)$/, 'degrees'],
  [/^(?:minutes?|mins?|m)$/, 'minutes'],
  [/^(?:seconds?|secs?|s)$/, 'seconds'],
  [/^(?:dir|direction|hemi|hemisphere|letter|cardinal|quadrant|ns|ew|h)$/, 'letter'],
];
/** Letters that are a word of their own mean something else without an axis beside them. */
const ONE_LETTER = /^[dmsh]$/;
/** `N/S`, `East or West`. */
const EITHER = /^(?:n s|north south|e w|w e|east west|n or s|e or w)$/;

/** Tell from a heading which part of a latitude or longitude its column holds; undefined for none. */
export function readDegreePart(heading: string): DegreePartName | undefined {
  const words = wordsOf(spelt(heading)).flatMap(unglue);
  if (EITHER.test(words.join(' '))) {
    const axis = /^n/.test(words[0] ?? '') ? 'y' : 'x';
    return { part: 'letter', axis, backward: false, bare: false, stem: '' };
  }
  const named = firstOf(AXES, words);
  const parts = words.filter((word, i) => i !== named?.at && (named || !ONE_LETTER.test(word)));
  const part = firstOf(PARTS, parts);
  // a single letter is an axis only beside a part: `Deg N`
  const lone = named && words[named.at]?.length === 1 && !part;
  if ((!named && !part) || lone) return undefined;
  const backward = /^(?:w|west)$/.test(words[named?.at ?? -1] ?? '');
  const stem = parts.filter((_, i) => i !== part?.at).join(' ');
  const bare = part === undefined;
  return {
    part: part?.means ?? 'degrees',
    ...(named && { axis: named.means }),
    ...{ backward, bare, stem },
  };
}

const unglue = (word: string): readonly string[] => {
  for (const pattern of GLUED) {
    const [, one, two] = pattern.exec(word) ?? [];
    if (one !== undefined && two !== undefined) return [one, two];
  }
  return [word];
};

/** Signs of degrees, minutes and seconds as words. */
const spelt = (heading: string): string =>
  heading
    .replace(/[°º˚]/g, ' deg ')
    .replace(/["″”]|''/g, ' sec ')
    .replace(/['′’](?!\w)/g, ' min ');

function firstOf<T>(
  table: readonly (readonly [RegExp, T])[],
  words: readonly string[],
): { readonly means: T; readonly at: number } | undefined {
  for (const [pattern, means] of table) {
    const at = words.findIndex((word) => pattern.test(word));
    if (at >= 0) return { means, at };
  }
  return undefined;
}
