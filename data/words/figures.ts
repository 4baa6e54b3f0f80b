/** How figures and things are said in a sentence, everywhere alike. */

/** Thousands marked, decimals as they are: `1,204`, `-1,204.5`. */
export function grouped(figure: number): string {
  const [whole = '', part] = String(figure).split('.');
  const text = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? text : `${text}.${part}`;
}

/** `1 site`, `1,204 sites`. */
export const many = (count: number, noun: string): string =>
  `${grouped(count)} ${count === 1 ? noun : plural(noun)}`;

/** `sites`, `properties`, `crosses`. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
