import { issue } from '#data/issues/issue.ts';
import type { DecodedFile, DecodedLayer, HiddenContent } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { statementsInStrings } from './licence-text.ts';
import { refuse } from './refusal.ts';
import type { Part, Source } from './source.ts';
import { hiddenInWorkbook } from './spreadsheet/hidden.ts';
import { hiddenOnSheet } from './spreadsheet/hidden-cells.ts';
import { mergedCells } from './spreadsheet/merges.ts';
import { mergesOf, sheetRows, type Workbook } from './spreadsheet/sheet.ts';
import { readStyles } from './spreadsheet/styles.ts';
import { readTable } from './table/index.ts';
import { elementsNamed, readXml, readXmlText } from './xml/reader.ts';

type Parts = ReadonlyMap<string, Part>;

/** Characters of shared text in one workbook, at most. */
const STRING_LIMIT = 200_000_000;

/**
 * An Excel workbook (.xlsx, .xlsm): every sheet that holds a table is a layer, record lines are
 * sheet rows. Read by our own streaming reader, so that limits hold while it inflates.
 *
 * @throws Refusal when no sheet holds a table
 */
export function decodeXlsx(source: Source): DecodedFile {
  const parts: Parts = new Map(source.parts.map((part) => [part.name.toLowerCase(), part]));
  const book = bytesOf(parts, 'xl/workbook.xml');
  if (!book) return refuse('file.corrupt', 'The workbook has no list of sheets.');
  const workbook: Workbook = {
    strings: readStrings(bytesOf(parts, 'xl/sharedstrings.xml')),
    kinds: readStyles(bytesOf(parts, 'xl/styles.xml')),
    is1904: /^(1|true)$/.test(elementsNamed(book, 'workbookPr')[0]?.date1904 ?? ''),
  };
  const issues: Issue[] = parts.has('xl/vbaproject.bin') ? [issue('file.macro-workbook')] : [];
  const layers: DecodedLayer[] = [];
  const hidden: HiddenContent[] = hiddenInWorkbook(parts.values());
  for (const sheet of listSheets(parts, book)) {
    const layer = readSheet(sheet, workbook, issues);
    if (!layer) continue;
    layers.push(layer);
    const { name: layerName, columns } = layer;
    const found = hiddenOnSheet({ ...sheet, columns }, () =>
      sheetRows(sheet.bytes, workbook, layerName, () => {}),
    );
    issues.push(...found.issues);
    hidden.push(...found.hidden);
  }
  if (layers.length === 0) return refuse('file.empty', 'No sheet of the workbook holds a table.');
  const licenceStatements = statementsInStrings(workbook.strings);
  return { format: 'xlsx', layers, issues, hidden, licenceStatements };
}

type Sheet = { readonly name: string; readonly isHidden: boolean; readonly bytes: Uint8Array };

function readSheet(sheet: Sheet, workbook: Workbook, issues: Issue[]): DecodedLayer | undefined {
  const { name, bytes } = sheet;
  const table = readTable(name, (report) => sheetRows(bytes, workbook, name, report), {
    isPadded: true,
  });
  if (!table.layer) return undefined;
  issues.push(...mergedCells(name, mergesOf(bytes)), ...table.issues);
  return sheet.isHidden ? { ...table.layer, isHidden: true } : table.layer;
}

function bytesOf(parts: Parts, name: string): Uint8Array | undefined {
  return parts.get(name)?.bytes();
}

/** The sheets in the order of the workbook, each with its bytes; chart sheets are left out. */
function listSheets(parts: Parts, book: Uint8Array): Sheet[] {
  const targets = relations(bytesOf(parts, 'xl/_rels/workbook.xml.rels'));
  return elementsNamed(book, 'sheet').flatMap((attributes, index) => {
    const target = targets.get(attributes.id ?? '') ?? `worksheets/sheet${index + 1}.xml`;
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const bytes = bytesOf(parts, path.toLowerCase());
    if (!bytes || !path.includes('worksheet')) return [];
    const isHidden = /hidden/i.test(attributes.state ?? '');
    return [{ name: attributes.name ?? `Sheet${index + 1}`, isHidden, bytes }];
  });
}

function relations(bytes: Uint8Array | undefined): ReadonlyMap<string, string> {
  const listed = bytes ? elementsNamed(bytes, 'Relationship') : [];
  return new Map(listed.map((one) => [one.Id ?? '', one.Target ?? '']));
}

/** The text of every `<si>`; phonetic readings (`<rPh>`) are left out. */
function readStrings(bytes: Uint8Array | undefined): string[] {
  if (!bytes) return [];
  const strings: string[] = [];
  let size = 0;
  for (const text of readXml<string>(readXmlText(bytes), stringHandlers)) {
    size += text.length;
    if (size > STRING_LIMIT)
      refuse('file.too-large', 'The workbook holds more than 200 MB of text.');
    strings.push(text);
  }
  return strings;
}

function stringHandlers(emit: (text: string) => void) {
  let text = '';
  let isText = false;
  let isPhonetic = false;
  return {
    open: (name: string) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text: (piece: string) => {
      if (isText) text += piece;
    },
    close: (name: string) => {
      isText = false;
      if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') emit(text);
    },
  };
}
