import type { HiddenContent, HiddenText } from '#data/schema/flow.ts';
import { hiddenContent } from '../hidden/content.ts';
import type { CompoundFile } from './cfb.ts';

/** Streams of properties, and what their numbers mean. Source: [MS-OLEPS] §3.1, [MS-OSHARED] §2.3.3. */
const PLACES: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  [
    '\u0005SummaryInformation',
    new Map([
      [2, 'title'],
      [3, 'subject'],
      [4, 'author'],
      [5, 'keywords'],
      [6, 'comments'],
      [8, 'last saved by'],
    ]),
  ],
  [
    '\u0005DocumentSummaryInformation',
    new Map([
      [2, 'category'],
      [14, 'manager'],
      [15, 'company'],
    ]),
  ],
]);

/** Where the first set of properties begins, as the stream says. */
const SET_AT = 44;
const [NARROW_TEXT, WIDE_TEXT] = [0x1e, 0x1f];
/** Properties of one set that are looked at. */
const PROPERTY_LIMIT = 200;

/** Who wrote the workbook and what it is called, as its properties say. */
export function propertiesOf({ entries, bytesOf }: CompoundFile): HiddenContent[] {
  return [...PLACES].flatMap(([name, labels]) => {
    const entry = entries.get(name);
    if (!entry) return [];
    return [
      hiddenContent('properties', 'properties of the workbook', () => read(bytesOf(entry), labels)),
    ];
  });
}

function* read(bytes: Buffer, labels: ReadonlyMap<number, string>): Generator<HiddenText> {
  const start = bytes.readUInt32LE(SET_AT);
  const count = Math.min(bytes.readUInt32LE(start + 4), PROPERTY_LIMIT);
  for (let index = 0; index < count; index += 1) {
    const label = labels.get(bytes.readUInt32LE(start + 8 + index * 8));
    if (label === undefined) continue;
    const text = textAt(bytes, start + bytes.readUInt32LE(start + 12 + index * 8));
    if (text !== undefined) yield { label, text };
  }
}

function textAt(bytes: Buffer, at: number): string | undefined {
  const type = bytes.readUInt16LE(at);
  if (type !== NARROW_TEXT && type !== WIDE_TEXT) return undefined;
  const isWide = type === WIDE_TEXT;
  const end = at + 8 + bytes.readUInt32LE(at + 4) * (isWide ? 2 : 1);
  const decoder = new TextDecoder(isWide ? 'utf-16le' : 'windows-1252');
  return decoder.decode(bytes.subarray(at + 8, end)).replaceAll('\0', '');
}
