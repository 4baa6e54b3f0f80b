import type { Attribute } from '#data/schema/attribute.ts';
import { foldCode } from './code.ts';
import { type Caster, NOTHING, type Reading, unreadable } from './reading.ts';
import { formulaError, isNoAnswer, NULL_TOKEN, textOf } from './text.ts';

const TRUE = new Set(['y', 'yes', 'true', 't', '1', '1.0', '✓', '✔', '☑', 'tick', 'ticked', '-1']);
const FALSE = new Set(['n', 'no', 'false', 'f', '0', '0.0', '✗', '✘', '☒', '☐']);
/** `Yes - part of the site`, `yes part`: the answer and a remark; a bare `no` begins other sentences. */
const ANSWER = /^(?:(yes|true)\b(?!\s*(?:\/|or)\s*no)|(?:no|false)\b\s*[-–,:;(])/;

/** Read a yes or no: `Y`, `TRUE`, `1`, `✓`, `No - see notes`; undefined for anything else. */
export function readFlag(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (TRUE.has(word)) return true;
  if (FALSE.has(word)) return false;
  const answer = ANSWER.exec(word);
  return answer === null ? undefined : answer[1] !== undefined;
}

/** The question itself as the answer: `Adopted`, `not adopted` in a column of that name. */
function readOwnWords({ title, name }: Attribute, text: string): boolean | undefined {
  const [said, own] = [foldCode(text), [foldCode(title), foldCode(name)]];
  if (own.includes(said)) return true;
  const denied = /^(?:not |non |un)(.+)$/.exec(said)?.[1];
  return denied !== undefined && own.includes(denied) ? false : undefined;
}

/** What the column says about its answers. */
export type FlagSettings = {
  /** True when `x` is the column's only value: a cross in the box means yes. */
  readonly crossMeansYes?: boolean;
  readonly nullTokens?: ReadonlySet<string>;
};

/** Caster of yes and no. */
export function flagCaster(attribute: Attribute, settings: FlagSettings = {}): Caster {
  return (cell) => {
    if (typeof cell === 'boolean') return { value: cell, rule: 'as published' };
    const text = textOf(cell).trim();
    if (text === '') return NOTHING;
    const crossed = settings.crossMeansYes === true && /^x$/i.test(text);
    const flag = crossed || (readFlag(text) ?? readOwnWords(attribute, text));
    if (flag !== undefined) return { value: flag, rule: 'yes or no' };
    return isNoAnswer(text, settings.nullTokens) ? NULL_TOKEN : whyNot(attribute, text);
  };
}

const whyNot = ({ title }: Attribute, text: string): Reading =>
  formulaError(text) ??
  unreadable('value.flag-invalid', `${title} is answered with yes or no, and this is neither.`);
