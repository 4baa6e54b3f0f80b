import { SaxesParser } from 'saxes';
import { refuse } from '../refusal.ts';
import { readText, type TextFile, textChunks } from '../text.ts';

/** Attributes by local name: prefixes are left out. */
export type Attributes = Readonly<Record<string, string>>;

/** What a reader of one XML vocabulary wants to be told; names are local, without prefix. */
export type XmlHandlers = {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/** Elements inside one another, at most. */
const DEPTH_LIMIT = 256;
/** Faults that spoil a character, not the structure; councils' files hold `&nbsp;` and stray control characters. */
const HARMLESS =
  /undefined entity|disallowed (entity|character)|malformed character entity|xml declaration/i;

/** XML text: its own declaration settles what would otherwise be a guess. */
export function readXmlText(bytes: Uint8Array): TextFile {
  const file = readText(bytes);
  const head = file.bytes.toString('latin1', 0, 200);
  const isDeclared =
    /^\s*<\?xml[^>]*encoding=["'](windows-1252|iso-8859-1|latin-?1|us-ascii)/i.test(head);
  if (!isDeclared) return file;
  return { ...file, issues: file.issues.filter(({ code }) => code !== 'text.encoding-guessed') };
}

/**
 * Stream XML: `handlersOf` gives the handlers, which emit items; the items come out as they are found.
 *
 * @throws Refusal for a DOCTYPE or an entity declaration, for XML nested deeper than 256, and where it is not well formed
 */
export function* readXml<Item>(
  file: TextFile,
  handlersOf: (emit: (item: Item) => void) => XmlHandlers,
): Generator<Item> {
  let ready: Item[] = [];
  const parser = parserOf(handlersOf((item) => ready.push(item)));
  for (const chunk of textChunks(file)) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      parser.write(chunk.slice(at, at + PIECE));
      if (ready.length === 0) continue;
      yield* ready;
      ready = [];
    }
  }
  parser.close();
  yield* ready;
}

/** Characters given to the parser at a time: bounds the items that wait. */
const PIECE = 1 << 16;

function parserOf(handlers: XmlHandlers): SaxesParser {
  const parser = new SaxesParser({ position: true });
  let depth = 0;
  parser.on('doctype', () => refuse('file.doctype', DOCTYPE_MESSAGE));
  parser.on('error', (error) => {
    if (!HARMLESS.test(error.message)) {
      refuse('file.corrupt', `The XML is damaged: ${error.message}.`, { line: parser.line });
    }
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEPTH_LIMIT) {
      refuse('file.deeply-nested', `The XML is nested deeper than ${DEPTH_LIMIT} levels.`);
    }
    handlers.open?.(localName(tag.name), localAttributes(tag.attributes as Attributes));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  if (handlers.text) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  return parser;
}

const DOCTYPE_MESSAGE =
  'The XML declares a document type, which can be used to attack the reader. Save it without <!DOCTYPE>.';

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function localAttributes(attributes: Readonly<Record<string, string>>): Attributes {
  const local: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(attributes)) local[localName(name)] = value;
  return local;
}

/** Every element of one name with its attributes; for the small parts of containers. */
export function elementsNamed(bytes: Uint8Array, wanted: string): Attributes[] {
  return [
    ...readXml<Attributes>(readXmlText(bytes), (emit) => ({
      open: (name, attributes) => {
        if (name === wanted) emit(attributes);
      },
    })),
  ];
}
