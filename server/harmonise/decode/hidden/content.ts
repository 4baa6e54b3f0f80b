import type { HiddenContent, HiddenKind, HiddenText } from '#data/schema/flow.ts';
import { issueOf } from '../refusal.ts';
import { readXml, readXmlText, type XmlHandlers } from '../xml/reader.ts';

/** Texts handed out of one hidden place, at most: a screen looks for signs, it does not copy. */
const TEXT_LIMIT = 200_000;
/** Characters of one text. */
const LENGTH_LIMIT = 10_000;

/**
 * Content that hides in a file, read lazily: blank texts are left out, a damaged place ends early,
 * and at most 200,000 texts of 10,000 characters come out.
 */
export function hiddenContent(
  kind: HiddenKind,
  where: string,
  texts: () => Iterable<HiddenText>,
): HiddenContent {
  return { kind, where, texts: () => untilBroken(texts) };
}

function* untilBroken(texts: () => Iterable<HiddenText>): Generator<HiddenText> {
  let left = TEXT_LIMIT;
  try {
    for (const found of texts()) {
      const text = found.text.trim().slice(0, LENGTH_LIMIT);
      if (text === '') continue;
      yield { ...found, text };
      left -= 1;
      if (left === 0) return;
    }
  } catch (thrown) {
    // The place is damaged: what was read stands.
    if (issueOf(thrown) === undefined) throw thrown;
  }
}

/** Those places that hold something. */
export const filled = (places: readonly HiddenContent[]): HiddenContent[] =>
  places.filter(({ texts }) => {
    for (const _ of texts()) return true;
    return false;
  });

/** The text of every element of an XML part whose name is `wanted`, under its name as label. */
export function* elementTexts(
  bytes: Uint8Array,
  wanted: (name: string, parent: string) => boolean,
): Generator<HiddenText> {
  yield* readXml<HiddenText>(readXmlText(bytes), (emit) => textHandlers(wanted, emit));
}

type Open = { readonly name: string; text: string };

function textHandlers(
  wanted: (name: string, parent: string) => boolean,
  emit: (found: HiddenText) => void,
): XmlHandlers {
  const path: Open[] = [];
  return {
    open: (name) => {
      path.push({ name, text: '' });
    },
    text: (text) => {
      const open = path.at(-1);
      if (open) open.text += text;
    },
    close: () => {
      const closed = path.pop();
      if (closed && wanted(closed.name, path.at(-1)?.name ?? '')) {
        emit({ label: closed.name, text: closed.text });
      }
    },
  };
}
