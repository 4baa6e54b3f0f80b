import type { HiddenContent, HiddenText } from '#data/schema/flow.ts';
import { elementTexts, filled, hiddenContent } from '../hidden/content.ts';
import { baseOf, type Part } from '../source.ts';
import { elementsNamed, readXml, readXmlText, type XmlHandlers } from '../xml/reader.ts';

/** Parts of a workbook that hold content beside its cells. Source: ECMA-376 part 1, §11–§12 and [MS-XLSX]. */
const PLACES: readonly (readonly [RegExp, (part: Part) => HiddenContent])[] = [
  [/^xl\/comments[^/]*\.xml$|^xl\/comments\/.*\.xml$/i, comments],
  [/^xl\/threadedcomments\/.*\.xml$/i, threadedComments],
  [/^xl\/persons\/.*\.xml$/i, persons],
  [/^docprops\/(core|app|custom)\.xml$/i, properties],
  [/^xl\/pivotcache\/[^/]*\.xml$/i, pivotCache],
  [/^xl\/externallinks\/[^/]*\.xml$/i, externalCells],
];

/** What a workbook (.xlsx) holds that is no cell of a sheet: comments, properties, cached tables. */
export function hiddenInWorkbook(parts: Iterable<Part>): HiddenContent[] {
  const places: HiddenContent[] = [];
  for (const part of parts) {
    const place = PLACES.find(([pattern]) => pattern.test(part.name))?.[1];
    if (place) places.push(place(part));
  }
  return filled(places);
}

function comments(part: Part): HiddenContent {
  return hiddenContent('comments', `cell comments (${baseOf(part.name)})`, () => {
    const handlers = (emit: (found: HiddenText) => void) => commentHandlers(emit, 'comment', 't');
    return readXml<HiddenText>(readXmlText(part.bytes()), handlers);
  });
}

function threadedComments(part: Part): HiddenContent {
  return hiddenContent('comments', `comment threads (${baseOf(part.name)})`, () => {
    const handlers = (emit: (found: HiddenText) => void) =>
      commentHandlers(emit, 'threadedComment', 'text');
    return readXml<HiddenText>(readXmlText(part.bytes()), handlers);
  });
}

/** One text a comment, its runs joined, with the row of its cell; the names of authors as they stand. */
function commentHandlers(
  emit: (found: HiddenText) => void,
  comment: string,
  run: string,
): XmlHandlers {
  let line: number | undefined;
  let text = '';
  let isText = false;
  return {
    open: (name, { ref }) => {
      if (name === comment) {
        line = Number(/\d+$/.exec(ref ?? '')?.[0]) || undefined;
        text = '';
      } else if (name === 'author') text = '';
      isText = name === run || name === 'author';
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      isText = false;
      if (name === 'author') emit({ label: 'Author', text });
      else if (name === comment) emit({ ...(line === undefined ? {} : { line }), text });
    },
  };
}

function persons(part: Part): HiddenContent {
  return hiddenContent('comments', 'people who commented', function* () {
    for (const person of elementsNamed(part.bytes(), 'person')) {
      yield { label: 'Name', text: person.displayName ?? '' };
      yield { label: 'Account', text: person.userId ?? '' };
    }
  });
}

/** Properties that say nothing of people or rights. */
const TECHNICAL =
  /^(revision|created|modified|Application|AppVersion|DocSecurity|ScaleCrop|LinksUpToDate|SharedDoc|HyperlinksChanged|TotalTime|i4|i8|r8|bool|filetime|lpstr)$/;

function properties(part: Part): HiddenContent {
  return hiddenContent('properties', 'properties of the workbook', () =>
    elementTexts(
      part.bytes(),
      (name, parent) => (parent === 'property' || !TECHNICAL.test(name)) && parent !== 'variant',
    ),
  );
}

/** Values of the table a pivot was made from stay in the file when its sheet is deleted. */
function pivotCache(part: Part): HiddenContent {
  return hiddenContent('pivot-cache', `pivot table data (${baseOf(part.name)})`, () =>
    readXml<HiddenText>(readXmlText(part.bytes()), (emit) => pivotHandlers(emit)),
  );
}

function pivotHandlers(emit: (found: HiddenText) => void): XmlHandlers {
  let label: string | undefined;
  return {
    open: (name, { name: field, v: text }) => {
      if (name === 'cacheField') label = field;
      // Source: ECMA-376 part 1, §18.10: `s` text, `n` number, `d` date.
      else if (/^[snd]$/.test(name) && text !== undefined)
        emit({ ...(label === undefined ? {} : { label }), text });
    },
  };
}

function externalCells(part: Part): HiddenContent {
  return hiddenContent('pivot-cache', `cells copied from another workbook`, () =>
    elementTexts(part.bytes(), (name, parent) => name === 'v' && parent === 'cell'),
  );
}
