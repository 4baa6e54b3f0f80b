import type { Cell } from '#data/schema/flow.ts';
import { plainSpelling, readWritten } from './written-degrees.ts';

/** No coordinate is written longer, characters. */
const LONGEST = 60;

/** What people write where there is no coordinate, lower case. */
const NOTHING = new Set(
  [
    '',
    '-',
    '--',
    '.',
    '?',
    'n/a',
    'na',
    'n.a.',
    '#n/a',
    '#value!',
    '#ref!',
    'null',
    '(null)',
  ].concat(['<null>', 'none', 'nil', 'nan', 'unknown', 'not known', 'tbc', 'tba', 'missing']),
);

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const THOUSANDS = /^[+-]?\d{1,3}(?:([,\s'])\d{3})(?:\1\d{3})*(?:\.\d+)?$/;
const EUROPEAN_THOUSANDS = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/;
const DECIMAL_COMMA = /^[+-]?(?:\d{1,3},\d+|\d{4,},\d{1,3})$/;

/**
 * Read one coordinate in any customary spelling: plain, with thousands separators or a decimal comma,
 * in degrees, minutes and seconds, with a hemisphere letter.
 *
 * @param unit what the heading says, where it does: `53,480` is then 53.48 degrees and not 53,480 metres
 * @returns undefined when the cell says there is none (`''` is not 0), NaN when it cannot be read,
 * an infinity when it is one
 */
export function readCoordinate(
  cell: Cell | undefined,
  unit?: 'degrees' | 'metres',
): number | undefined {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return cell === null || cell === undefined ? undefined : Number.NaN;
  const text = cell.trim();
  if (PLAIN.test(text)) return Number(text);
  if (text.length > LONGEST) return Number.NaN;
  if (NOTHING.has(text.toLowerCase())) return undefined;
  if (/^[+-]?(?:inf|infinity)$/i.test(text)) return Number.POSITIVE_INFINITY;
  // words and sentences are most of what stands in a table: out with them before any rewriting
  return /\d/.test(text) ? readUnusual(plainSpelling(text), unit) : Number.NaN;
}

function readUnusual(spelt: string, unit: 'degrees' | 'metres' | undefined): number {
  const text = spelt.replace(/^["'=]+|(?<!\d\s*)["']+$/g, '');
  if (PLAIN.test(text)) return Number(text);
  if (unit !== 'degrees' && THOUSANDS.test(text)) return Number(text.replace(/[,\s']/g, ''));
  if (EUROPEAN_THOUSANDS.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (DECIMAL_COMMA.test(text)) return Number(text.replace(',', '.'));
  if (unit !== 'metres') return readWritten(text, unit);
  const figures = text.replace(/\s*m?\s*[EN]?$/i, '');
  return figures === text ? readWritten(text, unit) : readUnusual(figures, unit);
}

/**
 * Read a cell that holds several coordinates: `376909.953, 376913.2`, `53.4; 53.5`. Thousands commas
 * are not taken for lists.
 *
 * @returns undefined unless there are two or more and every one is a plain number
 */
export function readCoordinates(cell: Cell | undefined): readonly number[] | undefined {
  if (typeof cell !== 'string' || !/[,;|]\s/.test(cell)) return undefined;
  const texts = cell.split(/[,;|]/).map((text) => text.trim());
  const numbers = texts.map((text) => (PLAIN.test(text) ? Number(text) : Number.NaN));
  return numbers.length > 1 && numbers.every(Number.isFinite) ? numbers : undefined;
}
