import { type Caster, NOTHING, type Reading, unreadable } from './reading.ts';
import { isNoAnswer, NULL_TOKEN, textOf } from './text.ts';

const ANCHOR = /href\s*=\s*["']?([^"'\s>]+)/i;
const BARE_HOST =
  /^(www\.|[a-z0-9-]+(\.[a-z0-9-]+)*\.(gov\.uk|org\.uk|co\.uk|com|org|net|uk)(\/|$))/i;

/** Read a web address: http and https only; undefined for anything else, `javascript:` and paths included. */
export function readUrl(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text)) return undefined;
  const url = URL.parse(text);
  if (url === null || !/^[^.]+(\.[^.]+)+$|^localhost$/.test(url.hostname)) return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  return /\s/.test(text) ? url.href : text;
}

/** Caster of web addresses; an address without `https://` is completed and said so, an HTML link is opened. */
export function urlCaster(nullTokens?: ReadonlySet<string>): Caster {
  return (cell) => {
    const text = textOf(cell).trim();
    if (text === '') return NOTHING;
    if (isNoAnswer(text, nullTokens)) return NULL_TOKEN;
    const plain = SECOND.test(text) ? undefined : readUrl(text);
    if (plain !== undefined) return { value: plain, rule: 'as published' };
    return mended(text);
  };
}

function mended(text: string): Reading {
  const link = readUrl(ANCHOR.exec(text)?.[1] ?? '');
  if (link !== undefined) {
    return { value: link, rule: 'address in a link', faults: [{ code: 'value.html-stripped' }] };
  }
  const completed = BARE_HOST.test(text) ? readUrl(`https://${text}`) : undefined;
  if (completed !== undefined) {
    return { value: completed, rule: 'https:// added', faults: [{ code: 'value.patched' }] };
  }
  const slip = SLIPPED.exec(text);
  const corrected = slip === null ? undefined : readUrl(`http${slip[1] ?? ''}://${slip[2] ?? ''}`);
  if (corrected !== undefined && !/\s/.test(text)) {
    return { value: corrected, rule: 'https:// mended', faults: [{ code: 'value.patched' }] };
  }
  return several(text);
}

/** `http//`, `https:/`, `htttp://`, `http:\\\\`: the beginning of an address mistyped. */
const SLIPPED = /^ht{1,3}p(s)?[:;]?[/\\]{1,3}(.+)$/i;

/** Another address after the first; a lone space belongs to a file's name. */
const SECOND = /[\s;,|]+(https?:\/\/|www\.)/i;

/** Several addresses in one cell: the first is taken. */
function several(text: string): Reading {
  const [first = ''] = text.split(/[\s;,|]+/);
  const url = readUrl(first);
  if (url !== undefined) {
    const message = 'This holds more than an address: what follows the first is left out.';
    return { value: url, rule: 'first address', faults: [{ code: 'value.patched', message }] };
  }
  return unreadable('value.url-invalid', 'This is not a web address: it must begin with https://.');
}
