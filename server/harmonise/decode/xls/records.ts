import { issue } from '#data/issues/issue.ts';
import type { Issue } from '#data/schema/issue.ts';

/** One record of a BIFF stream, and those that continue it. Source: [MS-XLS] §2.1.4. */
export type Biff = {
  readonly type: number;
  readonly data: Buffer;
  /** The data of the CONTINUE records behind it. */
  readonly more: readonly Buffer[];
};

/** Types of records that are read. Source: [MS-XLS] §2.3.1. */
export const TYPE = {
  formula: 0x0006,
  eof: 0x000a,
  note: 0x001c,
  dateMode: 0x0022,
  filePass: 0x002f,
  continued: 0x003c,
  object: 0x005d,
  columnInfo: 0x007d,
  sheet: 0x0085,
  multipleRk: 0x00bd,
  richLabel: 0x00d6,
  format: 0x041e,
  style: 0x00e0,
  merged: 0x00e5,
  strings: 0x00fc,
  sharedLabel: 0x00fd,
  textObject: 0x01b6,
  number: 0x0203,
  label: 0x0204,
  flag: 0x0205,
  text: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  begin: 0x0809,
} as const;

/**
 * The records of a stream from an offset on, each with its continuations. A record that reaches
 * beyond the end is told of as `file.truncated`, and nothing comes after it.
 */
export function* recordsFrom(
  stream: Buffer,
  offset: number,
  report: (found: Issue) => void,
): Generator<Biff> {
  let at = offset;
  while (at + 4 <= stream.length) {
    const type = stream.readUInt16LE(at);
    const data = bodyAt(stream, at);
    if (!data) return report(issue('file.truncated'));
    at += 4 + data.length;
    const more: Buffer[] = [];
    while (at + 4 <= stream.length && stream.readUInt16LE(at) === TYPE.continued) {
      const next = bodyAt(stream, at);
      if (!next) return report(issue('file.truncated'));
      more.push(next);
      at += 4 + next.length;
    }
    yield { type, data, more };
  }
}

function bodyAt(stream: Buffer, at: number): Buffer | undefined {
  const end = at + 4 + stream.readUInt16LE(at + 2);
  return end <= stream.length ? stream.subarray(at + 4, end) : undefined;
}
