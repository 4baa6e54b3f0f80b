import { formatBytes } from '#client/ui/format.ts';

/** What a file is, told by its first bytes, and what to send instead. */
const OTHERS: readonly (readonly [magic: string, what: string])[] = [
  ['%PDF', 'a PDF'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a photograph'],
  ['GIF8', 'a picture'],
  ['{\\rtf', 'a text document'],
  ['MZ', 'a program'],
];

/** Endings of files that are documents although their bytes look like data. */
const DOCUMENTS = /\.(docx?|odt|pages|pptx?|msg|eml)$/iu;

/** Bytes needed to tell what a file is. */
export const HEAD_BYTES = 8;

/** A file as far as it must be known before it is sent. */
export type FileHead = {
  readonly name: string;
  readonly size: number;
  /** Its first `HEAD_BYTES`. */
  readonly head: Uint8Array;
};

/**
 * Why a file cannot be sent, in words with what to do instead; undefined for one worth sending. The server judges
 * again: this only spares a long upload.
 */
export function wrongFile({ name, size, head }: FileHead, mostBytes: number): string | undefined {
  if (size === 0)
    return `${name} is empty. Save it again in the program it comes from, then send it.`;
  if (size > mostBytes) {
    return `${name} is ${formatBytes(size)}; the most we take is ${formatBytes(mostBytes)}. Zip it, or send it in parts by district.`;
  }
  const start = String.fromCharCode(...head);
  const other = OTHERS.find(([magic]) => start.startsWith(magic))?.[1];
  const what = other ?? (DOCUMENTS.test(name) ? 'a document' : undefined);
  if (what === undefined) return undefined;
  return `This is ${what}. Send the table it was made from: CSV, Excel or a map file.`;
}

/** Read as much of a file as `wrongFile` needs. */
export async function headOf(file: File): Promise<FileHead> {
  const bytes = await file.slice(0, HEAD_BYTES).arrayBuffer();
  return { name: file.name, size: file.size, head: new Uint8Array(bytes) };
}
