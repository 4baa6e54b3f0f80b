import type { Attribute } from '#data/schema/attribute.ts';
import { type CodeMatcher, codeMatcher, readingOf, unknownCode } from './code.ts';
import { type Caster, type Fault, NOTHING, type Reading } from './reading.ts';
import { isNullToken, NULL_TOKEN, stripMarkup, textOf } from './text.ts';

/** Caster of lists: parted at `;`, `|`, line ends or, when there is none of these, commas; codes checked when given. */
export function listCaster(
  attribute: Attribute,
  more?: Readonly<Record<string, string>>,
  nullTokens?: ReadonlySet<string>,
): Caster {
  const find = attribute.codes === undefined ? undefined : codeMatcher(attribute.codes, more);
  return (cell) => {
    const text = stripMarkup(textOf(cell));
    if (text === '') return NOTHING;
    const whole = find?.(text);
    if (whole !== undefined) return { ...readingOf(whole, text), value: [whole.code.value] };
    if (isNullToken(text, nullTokens)) return NULL_TOKEN;
    return readParts(attribute, partsOf(text, find), find);
  };
}

function partsOf(text: string, find: CodeMatcher | undefined): readonly string[] {
  const separator = /[;|\n]/.test(text) ? /[;|\n]/ : /,/;
  const parts = split(text, separator);
  // `B2/B8`: a stroke or an ampersand parts a list only where every part is a code.
  return parts.flatMap((part) => {
    const smaller = find === undefined || find(part) !== undefined ? [] : split(part, /[/&+]/);
    return smaller.length > 1 && smaller.every((each) => find?.(each)) ? smaller : [part];
  });
}

const split = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isNullToken(part));

function readParts(
  attribute: Attribute,
  parts: readonly string[],
  find: CodeMatcher | undefined,
): Reading {
  if (find === undefined) {
    return { value: [...new Set(parts)], rule: parts.length > 1 ? 'list parted' : 'as published' };
  }
  const values = new Set<string>();
  const faults: Fault[] = [];
  for (const part of parts) {
    const match = find(part);
    if (match === undefined) {
      faults.push({ code: 'value.code-unknown', message: unknownCode(attribute) });
    } else values.add(match.code.value);
  }
  const outcome = faults.length === 0 ? {} : { faults };
  if (values.size === 0) return { rule: 'not read', ...outcome };
  return { value: [...values], rule: 'list parted', ...outcome };
}
