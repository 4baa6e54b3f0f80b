import type { Attribute } from '#data/schema/attribute.ts';
import { isIdentifier } from '../fields/identifier.ts';
import type { ColumnFacts } from '../profile.ts';
import type { Judging } from './rule.ts';

/** Say what a spreadsheet or a shapefile did to whole columns: filled down, zeros lost, texts cut. Once a column. */
export function reportAccidents({ plan, tally }: Judging): void {
  for (const { attribute, taps } of plan.fields) {
    for (const { column } of taps) reportColumn({ attribute, column }, tally);
  }
  for (const column of plan.rest) reportCut(column, tally);
}

type Read = { readonly attribute: Attribute; readonly column: ColumnFacts };

function reportColumn({ attribute, column }: Read, tally: Judging['tally']): void {
  const drift = driftOf(attribute, column);
  if (drift !== undefined) {
    tally.note(
      { code: 'value.filled-down', column: column.name, value: drift.join(', ') },
      `The values count upwards from row to row (${drift.join(', ')} …): the first cell was dragged down. Copy “${drift[0]}” into every row, or check each.`,
    );
  }
  if (isIdentifier(attribute)) reportZeros(column, tally);
  reportCut(column, tally);
}

/** Attributes that say the same in most rows of a file. */
const CONSTANT =
  /^(organisation|organisation-label|stated-crs|gss|district|county|region|country|operator|owner|licence-area|company)$/;
/** Values in a row that must count up before it is no accident that they do. */
const LEAST_STEPS = 4;
/** The same for area codes: a table of ten districts counts up rightly. */
const LEAST_CODES = 12;
const DAY_MS = 86_400_000;

/** The first values of a column that counts upwards though it should not; undefined for every other. */
function driftOf({ name, type }: Attribute, column: ColumnFacts): readonly string[] | undefined {
  if (!column.unique) return undefined;
  const texts = [...column.values.keys()].slice(0, 50);
  if (texts.length < (name === 'gss' ? LEAST_CODES : LEAST_STEPS)) return undefined;
  if (type !== 'date' && !CONSTANT.test(name)) return undefined;
  return countsUp(texts.map(type === 'date' ? dayOf : lastNumber)) ? texts.slice(0, 3) : undefined;
}

type Count = { readonly stem: string; readonly number: number } | undefined;

function lastNumber(text: string): Count {
  const [, stem, digits] = /^(.*?)(\d+)\D{0,2}$/s.exec(text) ?? [];
  return stem === undefined ? undefined : { stem, number: Number(digits) };
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$|^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

function dayOf(text: string): Count {
  const [, y, m, d, day, month, year] = DATE.exec(text) ?? [];
  const time = Date.UTC(Number(y ?? year), Number(m ?? month) - 1, Number(d ?? day));
  return Number.isNaN(time) ? undefined : { stem: '', number: time / DAY_MS };
}

function countsUp(counts: readonly Count[]): boolean {
  const [first] = counts;
  if (first === undefined) return false;
  return counts.every(
    (count, index) => count?.stem === first.stem && count.number === first.number + index,
  );
}

/** Share of values that must begin with a zero before those one digit short are suspected. */
const ZEROED = 0.3;

function reportZeros(column: ColumnFacts, tally: Judging['tally']): void {
  const texts = [...column.values.keys()].filter((text) => /^\d{3,}$/.test(text));
  const length = Math.max(0, ...texts.map((text) => text.length));
  const zeroed = texts.filter((text) => text.length === length && text.startsWith('0'));
  const short = texts.filter((text) => text.length === length - 1 && !text.startsWith('0'));
  if (short.length === 0 || zeroed.length < texts.length * ZEROED) return;
  tally.note(
    { code: 'table.leading-zero-lost', column: column.name, value: short[0] },
    `References here have ${length} digits and many begin with 0; ${short.length} of those looked at have one digit less and seem to have lost it, such as ${short[0]}. Format the column as text and type the zeros again.`,
  );
}

/** Longest texts of dBASE fields and of old spreadsheets. Source: dBASE III file format, Excel 95 cell limit. */
const LIMITS = [254, 255];

function reportCut(column: ColumnFacts, tally: Judging['tally']): void {
  const { values, name } = column;
  let [longest, met] = [0, 0];
  let example = '';
  for (const text of values.keys()) {
    longest = Math.max(longest, text.length);
    if (!LIMITS.includes(text.length) || /[.!?)]$/.test(text)) continue;
    met++;
    example = text;
  }
  if (met === 0 || !LIMITS.includes(longest)) return;
  tally.note(
    { code: 'table.truncated-value', column: name, value: example },
    `${met === 1 ? 'A text stops' : `${met} texts stop`} at exactly ${longest} characters, the longest the field allows: the end may be lost.`,
  );
}
