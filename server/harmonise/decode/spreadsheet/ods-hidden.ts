import type { HiddenContent, HiddenText } from '#data/schema/flow.ts';
import { elementTexts, filled, hiddenContent } from '../hidden/content.ts';
import type { TextFile } from '../text.ts';
import { type Attributes, readXml, type XmlHandlers } from '../xml/reader.ts';

/** One sheet as its style and its columns describe it. */
export type OdsFace = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Hidden columns, from 0. */
  readonly places: ReadonlySet<number>;
};

/** Hidden columns further right are the blank rest of the sheet. */
const COLUMN_LIMIT = 1000;

/** The sheets in their order, a name met twice once. */
export function odsFaces(file: TextFile): OdsFace[] {
  const faces = new Map<string, OdsFace>();
  for (const face of readXml<OdsFace>(file, faceHandlers)) {
    if (!faces.has(face.name)) faces.set(face.name, face);
  }
  return [...faces.values()];
}

function faceHandlers(emit: (face: OdsFace) => void): XmlHandlers {
  const unseen = new Set<string>();
  let style = '';
  let places = new Set<number>();
  let column = 0;
  return {
    open: (name, attributes) => {
      if (name === 'style') style = attributes.name ?? '';
      else if (name === 'table-properties' && attributes.display === 'false') unseen.add(style);
      else if (name === 'table') {
        [places, column] = [new Set<number>(), 0];
        const isHidden = unseen.has(attributes['style-name'] ?? '');
        emit({ name: attributes.name ?? '', isHidden, places });
      } else if (name === 'table-column') column = addColumns(places, column, attributes);
    },
  };
}

/** The column after a run of alike ones. */
function addColumns(places: Set<number>, from: number, attributes: Attributes): number {
  const end = from + (Number(attributes['number-columns-repeated'] ?? 1) || 1);
  const { visibility = 'visible' } = attributes;
  if (visibility === 'visible') return end;
  for (let at = from; at < Math.min(end, COLUMN_LIMIT); at += 1) places.add(at);
  return end;
}

const PROPERTY =
  /^(creator|initial-creator|printed-by|title|subject|description|keyword|user-defined)$/;

/** What an OpenDocument spreadsheet holds that is no cell: comments and properties. */
export function hiddenInOds(file: TextFile, meta: Uint8Array | undefined): HiddenContent[] {
  const comments = hiddenContent('comments', 'cell comments', () =>
    readXml<HiddenText>(file, noteHandlers),
  );
  const places = [comments];
  if (meta) {
    places.push(
      hiddenContent('properties', 'properties of the spreadsheet', () =>
        elementTexts(meta, (name) => PROPERTY.test(name)),
      ),
    );
  }
  return filled(places);
}

/** One text a comment, and the name of who wrote it. */
function noteHandlers(emit: (found: HiddenText) => void): XmlHandlers {
  let inNote = false;
  let element = '';
  let text = '';
  let author = '';
  return {
    open: (name) => {
      if (name === 'annotation') [inNote, text, author] = [true, '', ''];
      element = name;
      if (name === 'p' && text !== '') text += '\n';
    },
    text: (piece) => {
      if (!inNote) return;
      if (element === 'creator') author += piece;
      else if (element !== 'date') text += piece;
    },
    close: (name) => {
      element = '';
      if (name !== 'annotation') return;
      inNote = false;
      emit({ label: 'Author', text: author });
      emit({ text });
    },
  };
}
