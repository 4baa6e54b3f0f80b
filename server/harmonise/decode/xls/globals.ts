import type { Issue } from '#data/schema/issue.ts';
import { refuse } from '../refusal.ts';
import { BUILT_IN_FORMATS, kindOfFormat, type NumberKind } from '../spreadsheet/styles.ts';
import { type Biff, recordsFrom, TYPE } from './records.ts';
import { BiffReader } from './strings.ts';

/** What stands before the sheets of a workbook. */
export type Globals = {
  readonly sheets: readonly SheetPlace[];
  readonly strings: readonly string[];
  /** The kind of each cell style, by number. */
  readonly kinds: readonly NumberKind[];
  /** Dates are counted from 1904. */
  readonly is1904: boolean;
};

/** A sheet of cells and where its records begin. */
export type SheetPlace = { readonly name: string; readonly isHidden: boolean; readonly at: number };

/** Version of the records since Excel 97. */
const BIFF8 = 0x0600;

/** The globals while they are read. */
type Reading = {
  readonly sheets: SheetPlace[];
  readonly strings: string[];
  readonly formats: Map<number, NumberKind>;
  readonly styles: number[];
  is1904: boolean;
};

/**
 * Read a workbook's globals, up to their end or the end of the file.
 *
 * @throws Refusal when it is of Excel 95 or older, or under a password
 */
export function readGlobals(stream: Buffer, report: (found: Issue) => void): Globals {
  const reading: Reading = {
    sheets: [],
    strings: [],
    formats: new Map(BUILT_IN_FORMATS),
    styles: [],
    is1904: false,
  };
  let isFirst = true;
  for (const record of recordsFrom(stream, 0, report)) {
    if (isFirst) checkVersion(record);
    isFirst = false;
    if (record.type === TYPE.eof) break;
    READERS.get(record.type)?.(reading, record);
  }
  if (isFirst) refuse('file.corrupt', 'The workbook is cut short before its list of sheets.');
  const { sheets, strings, formats, styles, is1904 } = reading;
  return { sheets, strings, kinds: styles.map((id) => formats.get(id) ?? 'number'), is1904 };
}

function checkVersion({ type, data }: Biff): void {
  if (type !== TYPE.begin || data.length < 4) {
    refuse('file.corrupt', 'The workbook does not begin as one: it is damaged.');
  }
  if (data.readUInt16LE(0) !== BIFF8) refuseOld();
}

/** Workbooks before Excel 97 are written otherwise. */
export function refuseOld(): never {
  return refuse(
    'file.unsupported',
    'This workbook was saved by Excel 95 or an older program, whose files are not read. Open it in Excel or LibreOffice and save it as .xlsx or .csv.',
  );
}

const READERS: ReadonlyMap<number, (reading: Reading, record: Biff) => void> = new Map([
  [TYPE.filePass, refuseLocked],
  [
    TYPE.dateMode,
    (reading, { data }) => {
      reading.is1904 = data.readUInt16LE(0) === 1;
    },
  ],
  [TYPE.sheet, readSheetPlace],
  [
    TYPE.format,
    ({ formats }, record) => {
      const reader = new BiffReader(record);
      const id = reader.uint16();
      formats.set(id, kindOfFormat(reader.text(reader.uint16())));
    },
  ],
  [TYPE.style, ({ styles }, { data }) => void styles.push(data.readUInt16LE(2))],
  [TYPE.strings, readStrings],
]);

function refuseLocked(): never {
  return refuse(
    'file.encrypted',
    'The workbook is protected by a password. Open it, take the password off (File, Info, Protect Workbook), and save it as .xlsx or .csv.',
  );
}

/** Charts, macros and modules are listed among the sheets too. */
function readSheetPlace({ sheets }: Reading, record: Biff): void {
  const { data } = record;
  const [state = 0, type = 0] = data.subarray(4, 6);
  if (type !== 0) return;
  const name = new BiffReader(record, 7).text(data.readUInt8(6));
  sheets.push({ name, isHidden: (state & 3) !== 0, at: data.readUInt32LE(0) });
}

/** The texts of all cells, each once. How many it says there are is not believed. */
function readStrings({ strings }: Reading, record: Biff): void {
  const reader = new BiffReader(record, 8);
  const claimed = record.data.readUInt32LE(4);
  while (strings.length < claimed && !reader.isDone) strings.push(reader.richText());
}
