import type { HiddenContent, HiddenText } from '#data/schema/flow.ts';
import { readXml, readXmlText, type XmlHandlers } from '../xml/reader.ts';
import { filled, hiddenContent } from './content.ts';

/** Bytes looked at: who made a file stands before its features. */
const HEAD_BYTES = 1 << 16;

/** Who made a KML or GPX file: Atom's author, GPX's author, e-mail and copyright. */
export function authorsOf(what: string, bytes: Uint8Array): HiddenContent[] {
  const texts = () => readXml<HiddenText>(readXmlText(bytes.subarray(0, HEAD_BYTES)), authors);
  return filled([hiddenContent('properties', `author of the ${what}`, texts)]);
}

function authors(emit: (found: HiddenText) => void): XmlHandlers {
  const path: string[] = [];
  let text = '';
  return {
    open: (name, { id, domain, author }) => {
      path.push(name);
      text = '';
      if (name === 'email' && id && domain) emit({ label: name, text: `${id}@${domain}` });
      if (name === 'copyright' && author) emit({ label: 'author', text: author });
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      path.pop();
      const parent = path.at(-1);
      // GPX 1.0 writes author and e-mail straight into its root.
      const isSaid = parent === 'author' || (parent === 'gpx' && /^(author|email)$/.test(name));
      if (isSaid && text.trim() !== '') emit({ label: name, text });
      text = '';
    },
  };
}
