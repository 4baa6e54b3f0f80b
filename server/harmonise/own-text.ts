/** V8 copies shorter pieces anyway. */
const SLICED_FROM = 13;

/**
 * The same text with memory of its own. A piece cut from a longer text keeps all of that alive: a few thousand
 * cells kept of a long file would keep the file.
 */
export function ownText(text: string): string {
  return text.length < SLICED_FROM ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
