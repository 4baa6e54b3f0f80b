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
  const clue = clueIn(cell);
  if (clue === 0) return NONE;
  if (GEOMETRY.test(cell)) return NONE;
  const text = cell.length > TEXT_LIMIT ? cell.slice(0, TEXT_LIMIT) : cell;
  return [
    ...(clue & AT ? emailSigns(text) : NONE),
    ...(clue & DIGITS ? numberSigns(text) : NONE),
    ...(clue & TITLE ? nameSigns(text) : NONE),
  ];
}

const numberSigns = (text: string): readonly Sign[] => [
  ...ninoSigns(text),
  ...phoneSigns(text),
  ...(ANNOUNCING.test(text) ? announcedSigns(text) : NONE),
];

const nameSigns = (text: string): readonly Sign[] =>
  titledNames(text).map(({ title, found }) => ({
    kind: 'name',
    strength: PUBLIC_TITLE.test(title) ? 'weak' : 'strong',
    found,
  }));

const NONE: readonly Sign[] = [];
const AT = 1;
const DIGITS = 2;
const TITLE = 4;
/** The fewest digits of anything looked for: those of a National Insurance number or a short date of birth. */
const FEWEST_DIGITS = 5;
/** Shorter cells hold no sign: `Mr Lee` is the shortest. */
const SHORTEST = 6;

function clueIn(cell: string): number {
  const length = Math.min(cell.length, TEXT_LIMIT);
  if (length < SHORTEST) return 0;
  let clue = 0;
  let digits = 0;
  let before = 0;
  for (let index = 0; index < length; index++) {
    const code = cell.charCodeAt(index);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 64) clue |= AT;
    else if (isTitleStart(before, code)) clue |= TITLE;
    before = code;
  }
  return digits >= FEWEST_DIGITS ? clue | DIGITS : clue;
}

/** `Mr Ms Mi Mx Dr Pr Re Cl Co`: the first two letters of a title. */
function isTitleStart(first: number, second: number): boolean {
  if (first === 77) return second === 114 || second === 115 || second === 105 || second === 120;
  if (first === 68 || first === 80) return second === 114;
  if (first === 82) return second === 101;
  return first === 67 && (second === 108 || second === 111);
}
