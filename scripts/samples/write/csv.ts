import { type Table, textOf } from './table.ts';

type CsvHabits = {
  readonly delimiter?: string;
  readonly encoding?: 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le';
  /** Lines before the headings. */
  readonly preamble?: readonly string[];
  /** Lines after the data. */
  readonly footer?: readonly string[];
  readonly newline?: string;
};

/** A table as CSV, in its publisher's habits. */
export function writeCsv({ columns, rows }: Table, habits: CsvHabits = {}): Uint8Array {
  const {
    delimiter = ',',
    encoding = 'utf-8',
    preamble = [],
    footer = [],
    newline = '\r\n',
  } = habits;
  const quote = (text: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [columns, ...rows.map((row) => row.map(textOf))].map((cells) =>
    cells.map(quote).join(delimiter),
  );
  return encode([...preamble, ...lines, ...footer, ''].join(newline), encoding);
}

/** The few characters of windows-1252 outside Latin-1 that the samples use (Unicode mapping table CP1252.TXT). */
const CP1252: Readonly<Record<string, number>> = {
  '€': 0x80,
  '–': 0x96,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
};

function encode(text: string, encoding: NonNullable<CsvHabits['encoding']>): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\uFEFF${text}`);
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  return Uint8Array.from(text, (letter) => CP1252[letter] ?? letter.charCodeAt(0));
}
