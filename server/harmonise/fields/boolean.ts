import type { Attribute } from '#data/schema/attribute.ts';
import { type Caster, NOTHING, unreadable } from './reading.ts';
import { isNullToken, NULL_TOKEN, textOf } from './text.ts';

const TRUE = new Set(['y', 'yes', 'true', 't', '1', '1.0', '✓', '✔', '☑', 'tick', 'ticked', '-1']);
const FALSE = new Set(['n', 'no', 'false', 'f', '0', '0.0', '✗', '✘', '☒', '☐']);
/** `Yes - part of the site`: the answer and a remark. */
const ANSWER = /^(yes|no|true|false)\b\s*[-–,:;(]/;

/** Read a yes or no: `Y`, `TRUE`, `1`, `✓`, `No - see notes`; undefined for anything else. */
export function readFlag(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (TRUE.has(word)) return true;
  if (FALSE.has(word)) return false;
  const answer = ANSWER.exec(word)?.[1];
  return answer === undefined ? undefined : answer === 'yes' || answer === 'true';
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
    const flag = settings.crossMeansYes === true && /^x$/i.test(text) ? true : readFlag(text);
    if (flag !== undefined) return { value: flag, rule: 'yes or no' };
    if (isNullToken(text, settings.nullTokens)) return NULL_TOKEN;
    return unreadable(
      'value.flag-invalid',
      `${attribute.title} is answered with yes or no, and this is neither.`,
    );
  };
}
