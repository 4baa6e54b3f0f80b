/** What may stand before the value in a script: `var x =`, `window.x =`, `export default`, `callback(`. */
const OPENING = /^(?:(?:var|let|const)\s+[\w$]+\s*=|[\w$.]+\s*=|export\s+default|[\w$.]+\s*\()\s*/;

/**
 * Where the JSON begins in a text that has comments or a script's opening before it, as web maps export it.
 *
 * @param head the first characters, one a byte
 * @returns 0 when it is plain JSON or something else
 */
export function scriptedJsonAt(head: string): number {
  const start = pastSpace(head, 0);
  let at = start;
  for (let end = endOfComment(head, at); end !== undefined; end = endOfComment(head, at)) {
    at = pastSpace(head, end);
  }
  at += OPENING.exec(head.slice(at, at + 300))?.[0].length ?? 0;
  return at > start && isOpening(head.charAt(at)) ? at : 0;
}

const isOpening = (char: string): boolean => char === '{' || char === '[';

function pastSpace(head: string, from: number): number {
  let at = from;
  while (/\s/.test(head.charAt(at))) at += 1;
  return at;
}

function endOfComment(head: string, at: number): number | undefined {
  if (head.startsWith('//', at)) return ending(head, '\n', at);
  return head.startsWith('/*', at) ? ending(head, '*/', at) : undefined;
}

function ending(head: string, end: string, from: number): number | undefined {
  const at = head.indexOf(end, from);
  return at < 0 ? undefined : at + end.length;
}
