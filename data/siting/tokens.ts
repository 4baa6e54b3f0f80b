/** Split at a sign wherever it stands outside single quotes and brackets. Brackets that do not match hide nothing. */
export function splitTop(text: string, sign: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (unit === "'") isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (unit === '(') depth++;
    if (unit === ')') depth = Math.max(0, depth - 1);
    if (unit !== sign || depth > 0) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  parts.push(text.slice(from));
  return parts;
}

/** `name(inside)` → its two parts; undefined when it is not of that form. */
export function readCall(text: string): { name: string; inside: string } | undefined {
  const [, name, inside] = /^([a-z0-9.-]+)\((.*)\)$/su.exec(text) ?? [];
  return name === undefined || inside === undefined ? undefined : { name, inside };
}

/** A number as it is written: never blank, never hexadecimal, never infinite. */
const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e-?\d+)?$/i;

/** A finite number; undefined when the text is none. */
export function readFinite(text: string): number | undefined {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value + 0 : undefined;
}

/** A finite number without the plus sign, which an address reads as a space; −0 is 0. */
export const writeFinite = (value: number): string => `${value + 0}`.replace('e+', 'e');

/** Names of attributes, districts and criteria: kebab-case. */
export const NAME = /^[a-z0-9][a-z0-9-]{0,79}$/;
