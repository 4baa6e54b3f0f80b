import type { IssueCode } from '#data/issues/register.ts';
import { textOf } from './json/scan.ts';

/** Declarations and comments of XML: how they begin and end. */
const PROLOGUE: readonly (readonly [string, string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
];

/** The name of the outermost element of an XML text, past declarations and comments, without prefix. */
export function rootOf(head: string): string {
  let rest = head;
  for (;;) {
    const [, end] = PROLOGUE.find(([start]) => rest.startsWith(start)) ?? [];
    if (end === undefined) return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(rest)?.[1] ?? '';
    const at = rest.indexOf(end);
    if (at < 0) return '';
    rest = rest.slice(at + end.length).trimStart();
  }
}

/** Why a text is no data, in words that say what it is and what to send in its place. */
type NotData = { readonly refused: IssueCode; readonly message: string };

/** Reads what a text says of itself; undefined when it is none of the kind. */
type Reader = (head: string) => NotData | undefined;

const QUOTED = 160;
const quote = (text: string): string => {
  const plain = text
    .replaceAll(/<[^>]*>|<!\[CDATA\[|\]\]>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return plain.length > QUOTED ? `${plain.slice(0, QUOTED - 1)}…` : plain;
};
const noData = (message: string): NotData => ({ refused: 'fetch.not-data-format', message });

/** Signs of a table that a system exports as a page and calls a workbook: what Excel writes, or a page that is a table. */
const EXPORTED_TABLE =
  /schemas-microsoft-com:office:excel|content=["']?Excel\.Sheet|^(?:<!doctype[^>]*>\s*)?(?:<html[^>]*>\s*)?(?:<head[\s\S]{0,4000}?<\/head>\s*)?(?:<body[^>]*>\s*)?<table[\s>]/i;

/** A web page, by its title; a page that asks for a password says so. */
const webPage: Reader = (head) => {
  if (
    !/<!doctype html|<html[\s>]|^<table[\s>]/i.test(head) ||
    !/^(html|table|)$/i.test(rootOf(head))
  )
    return undefined;
  if (EXPORTED_TABLE.test(head)) {
    return {
      refused: 'file.unsupported',
      message:
        'This is a web page with a table, saved under the name of a workbook, as some systems export it. Open it in Excel or LibreOffice, save it as .xlsx or .csv, and send that.',
    };
  }
  const title = quote(/<title[^>]*>([\s\S]*?)<\/title>/i.exec(head)?.[1] ?? '');
  const called = title === '' ? '' : ` (“${title}”)`;
  const isSignIn = /type=["']?password|\b(sign|log)[ -]?(in|on)\b/i.test(`${title} ${head}`);
  return {
    refused: 'fetch.html-instead-of-data',
    message: isSignIn
      ? `This is a web page${called} that asks for a name and password, not the data behind it. Sign in, download the file itself and send that, or publish it where nobody need sign in.`
      : `This is a web page${called}, not the data. Open the page, use its download link, and send the file that gives.`,
  };
};

const XML_SAID: readonly (readonly [RegExp, (said: string) => string])[] = [
  [
    /<(?:\w+:)?(?:ExceptionText|ServiceException)[^>]*>([\s\S]*?)<\//,
    (said) =>
      `This is the error message of a map service, not data. The service says: “${said}”. Correct the address (most often the name of the layer) and download again.`,
  ],
  [
    /^(?:<\?xml[^>]*>\s*)?<Error>[\s\S]*?<Message>([\s\S]*?)<\/Message>/,
    (said) =>
      `This is the error message of a file store, not data. It says: “${said}”. Make the file public, or download it signed in and send that.`,
  ],
  [
    /<(?:rss|feed)[\s>][\s\S]*?<title[^>]*>([\s\S]*?)<\/title>/,
    (said) =>
      `This is a news feed (“${said}”), which lists pages, not records with positions. Send the table or the map layer itself.`,
  ],
  [
    /<(urlset|sitemapindex)[\s>]/,
    () =>
      'This is a website’s list of its pages (a sitemap), not data. Send the table or the map layer itself.',
  ],
];

const xmlAnswer: Reader = (head) => {
  if (!head.startsWith('<')) return undefined;
  for (const [pattern, message] of XML_SAID) {
    const match = pattern.exec(head);
    if (match !== null) return noData(message(quote(match[1] ?? '')));
  }
  return undefined;
};

/** Files that stand for another and hold none of it. */
const pointer: Reader = (head) => {
  if (head.startsWith('version https://git-lfs.github.com/spec')) {
    return noData(
      'This is a placeholder of Git LFS: it stands for the file and does not hold it. Download the file itself (git lfs pull), and send that.',
    );
  }
  if (!/^\[InternetShortcut\]/i.test(head)) return undefined;
  const address = /^URL=(.*)$/im.exec(head)?.[1];
  const where = address === undefined ? '' : ` to ${quote(address)}`;
  return noData(
    `This is a shortcut${where}, not the file it leads to. Open it, save what it leads to, and send that.`,
  );
};

const SERVER_ERROR =
  /^(?:\d{3}\s+)?(?:(?:internal )?(?:server|runtime|application|proxy|gateway) error|error\b|access (?:is )?denied|forbidden|not found|unauthori[sz]ed|bad (?:request|gateway)|service unavailable|too many requests|gateway time-?out|session expired|your session)/i;
/** Error messages are short; a table whose first heading is `Error` is not. */
const MESSAGE_LIMIT = 2000;

const serverError: Reader = (head) => {
  if (head.length > MESSAGE_LIMIT || !SERVER_ERROR.test(head)) return undefined;
  const [first = ''] = head.split('\n');
  if (/[,;\t|]/.test(first)) return undefined;
  return noData(
    `This is the error message of a server, not data. It says: “${quote(head)}”. Try the download again, or ask the web team.`,
  );
};

/** Lines of running text that show a letter or a note rather than a table of one column. */
const PROSE_SHARE = 0.5;
const PROSE_WORDS = 4;

/** How a letter begins: a row whose first cell is “Hi-Tech House” goes on behind a comma. */
const GREETING = /^(?:dear|hi|hello|good (?:morning|afternoon))\b[^,\d]{0,60},?\s*$/i;
const GREETING_LINES = 5;

const prose: Reader = (head) => {
  if (/[\t;|{}<]/.test(head)) return undefined;
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '');
  const isLetter = lines.slice(0, GREETING_LINES).some((line) => GREETING.test(line));
  const running = lines.filter(
    (line) => line.split(/\s+/).length >= PROSE_WORDS && /[.!?:]["”’)]?\s*$/.test(line),
  );
  // A heading is no sentence: text that begins with one is no table.
  const runs = running[0] === lines[0] && running.length >= lines.length * PROSE_SHARE;
  if (!isLetter && (lines.length < 2 || !runs)) return undefined;
  return noData(
    `This is running text (“${quote(lines[0] ?? '')}”), not a table: no columns can be made out. Send the table it speaks of, with one heading a column and one row a record.`,
  );
};

const READERS: readonly Reader[] = [webPage, xmlAnswer, pointer, serverError, prose];

/**
 * What a text is when it is no data: a web page, a service's error, a shortcut, a letter. The message quotes what it
 * says of itself, so that its sender knows which thing went wrong; undefined when it may be data.
 *
 * @param head the first characters, without byte order mark and leading white space
 */
export function textWithoutData(head: string): NotData | undefined {
  for (const read of READERS) {
    const found = read(head);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Bytes that are no format ODIN knows and no text: blank, text gone wrong, or something else. */
export function unknownContent(head: string): NotData {
  if (head.trim() === '') {
    return {
      refused: 'file.empty',
      message:
        'The file holds nothing but blank lines. Export it again, and check that it opens and shows its records.',
    };
  }
  const [first = ''] = head.split('\n');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells text from bytes
  const beginsAsText = first.length > 2 && !/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(first);
  return {
    refused: 'file.format-unknown',
    message: beginsAsText
      ? `The file begins as text (“${quote(first)}”) and then holds bytes that no text has: it is damaged, or two things ran together. Export it again as .csv, .xlsx, .geojson or .gpkg.`
      : 'ODIN cannot tell what kind of file this is: it is no text and no format ODIN knows, whatever its name says. Open it in the program it came from and export it as .csv, .xlsx, .geojson or .gpkg.',
  };
}

/** What an answer in JSON says went wrong, in a sentence; the service's own words are quoted. */
export function jsonErrorMessage(error: unknown): string {
  const said = quote(wordsOfError(error));
  const words = said === '' ? '' : ` It says: “${said}”.`;
  const mend =
    /token|unauthori[sz]ed|not authori[sz]ed|denied|forbidden|log ?in|sign ?in|\b(?:401|403|498|499)\b/i.test(
      said,
    )
      ? 'The service wants a sign-in: download the data signed in and send that file, or make the service public.'
      : 'Correct the address or the request, download again, and send what comes then.';
  return `This is the error message of a service, not data.${words} ${mend}`;
}

function wordsOfError(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error !== 'object' || error === null) return '';
  const members = new Map(Object.entries(error));
  const message =
    members.get('message') ?? members.get('error_description') ?? members.get('value');
  const words = typeof message === 'object' ? wordsOfError(message) : textOf(message ?? '');
  const code = members.get('code') ?? members.get('__type');
  return code === undefined ? words : `${words} (${textOf(code)})`;
}
