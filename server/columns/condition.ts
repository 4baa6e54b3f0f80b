import {
  type Condition,
  type DateSpan,
  datesOf,
  dateText,
  isDateRange,
  isDuring,
  matches,
} from '#data/query/filter.ts';
import { type Column, NO_DATE, NOT_STATED } from './column.ts';
import { type Dictionary, findText, sizeOf, textAt } from './dictionary.ts';

type Of<Kind extends Column['kind']> = Extract<Column, { kind: Kind }>;

/**
 * Mark the features that fail a condition: `matches` of the query vocabulary, over a whole column at once.
 *
 * @param column undefined: no feature states the attribute
 * @param bad set to 1 for each that fails, left alone for the others
 */
export function failing(column: Column | undefined, condition: Condition, bad: Uint8Array): void {
  if (column?.kind === 'number') failingNumbers(column, condition, bad);
  else if (column?.kind === 'date') failingDates(column, condition, bad);
  else if (column?.kind === 'text') failingTexts(column, condition, bad);
  else if (column?.kind === 'list') failingLists(column, condition, bad);
  else if (!condition.unknown) bad.fill(1);
}

function failingNumbers({ values }: Of<'number'>, condition: Condition, bad: Uint8Array): void {
  const open = condition.unknown === true;
  const passes = numberTest(condition);
  for (let at = 0; at < bad.length; at++) {
    const value = values[at] as number;
    if (Number.isNaN(value) ? !open : !passes(value)) bad[at] = 1;
  }
}

function numberTest(condition: Condition): (value: number) => boolean {
  if (condition.kind === 'among') {
    const wanted = numbersAmong(condition.values);
    return (value) => wanted.has(value);
  }
  // dates let no number through
  if (isDateRange(condition)) return () => false;
  const { min = -Infinity, max = Infinity } = condition;
  return (value) => value >= min && value <= max;
}

/** Numbers that are written exactly as one of some texts. */
const numbersAmong = (texts: readonly string[]): ReadonlySet<number> =>
  new Set(texts.map(Number).filter((value, index) => String(value) === texts[index]));

function failingDates({ values }: Of<'date'>, condition: Condition, bad: Uint8Array): void {
  const open = condition.unknown === true;
  const passes = dateTest(condition);
  // dates repeat: each is judged once
  const judged = new Map<number, boolean>([
    [NOT_STATED, open],
    [NO_DATE, false],
  ]);
  for (let at = 0; at < bad.length; at++) {
    const value = values[at] as number;
    let verdict = judged.get(value);
    if (verdict === undefined) {
      verdict = passes(value);
      judged.set(value, verdict);
    }
    if (!verdict) bad[at] = 1;
  }
}

function dateTest(condition: Condition): (date: number) => boolean {
  if (condition.kind === 'among') return (date) => condition.values.includes(dateText(date));
  if (isDateRange(condition)) {
    const span: DateSpan = datesOf(condition);
    return (date) => isDuring(date, span);
  }
  // a range open at both ends is of anything that can be ranged
  return () => condition.min === undefined && condition.max === undefined;
}

/** 1 for every text of a dictionary that is among some; for no text, when the condition is a range. */
function listed(dictionary: Dictionary, condition: Condition): Uint8Array<ArrayBuffer> {
  const texts = new Uint8Array(sizeOf(dictionary));
  if (condition.kind !== 'among') return texts;
  for (const value of condition.values) {
    const found = findText(dictionary, value);
    if (found !== undefined) texts[found] = 1;
  }
  return texts;
}

/** 1 for every text that is a date in a range. */
const dated = (dictionary: Dictionary, condition: Condition): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: sizeOf(dictionary) }, (_, index) =>
    matches(condition, textAt(dictionary, index)) ? 1 : 0,
  );

function failingTexts(column: Of<'text'>, condition: Condition, bad: Uint8Array): void {
  const { codes, dictionary } = column;
  const passes = new Uint8Array(sizeOf(dictionary) + 1);
  passes[0] = condition.unknown ? 1 : 0;
  const judge = condition.kind === 'among' ? listed : dated;
  passes.set(judge(dictionary, condition), 1);
  for (let at = 0; at < bad.length; at++) {
    if (passes[codes[at] as number] === 0) bad[at] = 1;
  }
}

function failingLists(column: Of<'list'>, condition: Condition, bad: Uint8Array): void {
  const { starts, items, dictionary } = column;
  const passes = listed(dictionary, condition);
  for (let at = 0; at < bad.length; at++) {
    const [from, to] = [starts[at] as number, starts[at + 1] as number];
    let meets = from === to && condition.unknown === true;
    for (let item = from; item < to && !meets; item++) meets = passes[items[item] as number] === 1;
    if (!meets) bad[at] = 1;
  }
}
