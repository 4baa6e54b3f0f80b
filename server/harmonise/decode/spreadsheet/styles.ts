import type { Cell } from '#data/schema/flow.ts';
import { readXml, readXmlText } from '../xml/reader.ts';

/** What a cell style makes of a number. */
export type NumberKind = 'number' | 'date' | 'time';

/** Built-in formats that show dates or times. Source: ECMA-376 part 1, §18.8.30. */
export const BUILT_IN_FORMATS: ReadonlyMap<number, NumberKind> = new Map([
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map(
    (id) => [id, 'date'] as const,
  ),
  ...[18, 19, 20, 21, 32, 33, 45, 46, 47].map((id) => [id, 'time'] as const),
]);

/** The kind of each cell style of a workbook, by style number. */
export function readStyles(bytes: Uint8Array | undefined): readonly NumberKind[] {
  if (!bytes) return [];
  const formats = new Map(BUILT_IN_FORMATS);
  const kinds: NumberKind[] = [];
  let inCellStyles = false;
  const events = readXml<NumberKind>(readXmlText(bytes), (emit) => ({
    open: (name, attributes) => {
      if (name === 'numFmt') {
        formats.set(Number(attributes.numFmtId), kindOfFormat(attributes.formatCode ?? ''));
      } else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        emit(formats.get(Number(attributes.numFmtId)) ?? 'number');
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  }));
  for (const kind of events) kinds.push(kind);
  return kinds;
}

/** `dd/mm/yyyy` → date, `[h]:mm` → time, `0.00 "days"` → number. */
export function kindOfFormat(code: string): NumberKind {
  const [first = ''] = code.split(';');
  const bare = first
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replaceAll(/general/gi, '');
  if (/[dy]|mmm/i.test(bare)) return 'date';
  if (/[hs]/i.test(bare)) return 'time';
  return /m/i.test(bare) && !/[0#?]/.test(bare) ? 'date' : 'number';
}

const DAY_MS = 86_400_000;
/** Serial number of 1 January 1970 counted from 1900, with Excel's 29 February 1900. */
const SERIAL_1970 = 25_569;
/** Days between the 1900 and the 1904 way of counting. */
const DAYS_1904 = 1462;

/** A serial number as a moment; undefined when it is no date (negative, or beyond the year 9999). */
export function dateOfSerial(serial: number, is1904: boolean): Date | undefined {
  const days = is1904 ? serial + DAYS_1904 : serial;
  // Excel counts a 29 February 1900 that never was.
  const real = days < 60 && !is1904 ? days + 1 : days;
  if (!(days >= 0) || days > 2_958_466) return undefined;
  return new Date(Math.round((real - SERIAL_1970) * DAY_MS));
}

/** A fraction of a day as `HH:MM`, with seconds when there are any; hours go beyond 24. */
export function timeOfSerial(serial: number): string {
  const seconds = Math.round(serial * 86_400);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}`;
  return seconds % 60 === 0 ? clock : `${clock}:${two(seconds % 60)}`;
}

/** A number as its cell shows it: a moment, a time of day, or itself. */
export function cellOfNumber(value: number, kind: NumberKind, is1904: boolean): Cell {
  if (kind === 'time' && value >= 0) return timeOfSerial(value);
  return kind === 'date' ? (dateOfSerial(value, is1904) ?? value) : value;
}
