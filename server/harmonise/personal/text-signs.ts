import { emailSigns, phoneSigns } from './contact.ts';
import { titledNames } from './names.ts';
import { announcedSigns, ninoSigns } from './numbers.ts';
import type { Sign } from './sign.ts';

/** Characters of a cell that are looked at; what hides further behind in one cell is not found. */
const TEXT_LIMIT = 20_000;
/** Titles of public office or of a profession, which stand in names of surgeries and wards. */
const PUBLIC_TITLE = /^(dr|prof|rev|cllr|councillor)/i;
const GEOMETRY =
  /^\s*(?:SRID=\d+;)?(?:POINT|LINESTRING|POLYGON|MULTI|GEOMETRY|CIRCULAR|COMPOUND|CURVE)|^\s*\{\s*"(?:type|coordinates)"/i;
const ANNOUNCING = /\b(?:d\.?o\.?b|born|birth|sort|acc|a\/c|nhs|reg|vrm|vehicle)/i;

/**
 * Everything in one text that speaks of a living person. Most cells are passed over after one look at their
 * characters, so that a whole file can be screened.
 */
export function signsIn(cell: string): readonly Sign[] {
  if (cell.length < SHORTEST) return NONE;
  const clue = clueIn(cell);
  if (clue === 0) return NONE;
  if (GEOMETRY.test(cell)) return NONE;
  const text = cell.length > TEXT_LIMIT ? cell.slice(0, TEXT_LIMIT) : cell;
  return [
    ...(clue & AT ? emailSigns(text) : NONE),
    ...(clue & PAIR ? ninoSigns(text) : NONE),
    ...(clue & ZERO ? phoneSigns(text) : NONE),
    ...(clue & WORDS && ANNOUNCING.test(text) ? announcedSigns(text) : NONE),
    ...(clue & TITLE ? nameSigns(text) : NONE),
  ];
}

const nameSigns = (text: string): readonly Sign[] =>
  titledNames(text).map(({ title, found }) => ({
    kind: 'name',
    strength: PUBLIC_TITLE.test(title) ? 'weak' : 'strong',
    found,
  }));

const NONE: readonly Sign[] = [];
/** Clues: an at sign · two letters, then figures · a figure 0 or a plus at the start of a word · words and figures · a title. */
const AT = 1;
const PAIR = 2;
const ZERO = 4;
const WORDS = 8;
const TITLE = 16;
/** The fewest digits of a telephone number without its first 0, and of a short date of birth. */
const PHONE_DIGITS = 10;
const DATE_DIGITS = 4;
/** Letters of the shortest word that announces something: `dob`. */
const WORD_LETTERS = 3;
/** `R`, the last of the letters a title begins with; most letters come after a small one. */
const LAST_TITLE = 82;
/** Shorter cells hold no sign: `Mr Lee` is the shortest. */
const SHORTEST = 6;

/** Which kinds of sign a text may hold, from one pass over its characters; this sees every cell of a file. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: hot kernel, one pass over every character of a file
function clueIn(cell: string): number {
  const length = Math.min(cell.length, TEXT_LIMIT);
  let clue = 0;
  let digits = 0;
  let letters = 0;
  let run = 0;
  let before = 32;
  for (let index = 0; index < length; index++) {
    const code = cell.charCodeAt(index);
    if (code >= 48 && code <= 57) {
      digits++;
      if (run === 2) clue |= PAIR;
      if (code === 48 && (startsWord(before) || (before === 58 && letters >= WORD_LETTERS)))
        clue |= ZERO;
      run = 3;
    } else if (code >= 65) {
      letters++;
      run = before === 32 ? 1 : run + 1;
      if (before <= LAST_TITLE && isTitleStart(before, code)) clue |= TITLE;
    } else if (code === 64) clue |= AT;
    else if (code === 43) clue |= ZERO;
    else if (code !== 32 || run !== 2) run = 0;
    before = code;
  }
  if (digits >= DATE_DIGITS && letters >= WORD_LETTERS) clue |= WORDS;
  return digits < PHONE_DIGITS ? clue & ~ZERO : clue;
}

/** True after a space, a bracket or another sign that may stand before a telephone number. */
const startsWord = (before: number): boolean =>
  before < 48 ? before !== 45 && before !== 46 && before !== 47 : before > 122;

/** `Mr Ms Mi Mx Dr Pr Re Cl`: the first two letters of a title. */
function isTitleStart(first: number, second: number): boolean {
  if (first === 77) return second === 114 || second === 115 || second === 105 || second === 120;
  if (first === 68 || first === 80) return second === 114;
  if (first === 82) return second === 101;
  return first === 67 && second === 108;
}
