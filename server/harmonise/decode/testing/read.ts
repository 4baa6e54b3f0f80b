import type { DecodedFile, RawRecord, Undecodable } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import { decode } from '../index.ts';

/** A decoded file with every record read, for tests. */
export type Read = {
  readonly file: DecodedFile | Undecodable;
  readonly columns: readonly string[];
  /** Records of all layers. */
  readonly records: readonly RawRecord[];
  /** Issues of the file and of its records. */
  readonly issues: readonly Issue[];
  readonly codes: readonly string[];
};

/** Decode bytes or text under a name, and read every record of every layer. */
export function read(
  content: Uint8Array | string,
  fileName = 'file.csv',
  companions: Readonly<Record<string, Uint8Array | string>> = {},
): Read {
  const resourceOf = (name: string, bytes: Uint8Array | string) => ({
    sha256: '',
    fileName: name,
    bytes: Buffer.from(bytes),
  });
  const beside = Object.entries(companions).map(([name, bytes]) => resourceOf(name, bytes));
  const file = decode(resourceOf(fileName, content), beside);
  const issues: Issue[] = [...file.issues];
  const layers = 'layers' in file ? file.layers : [];
  const records = layers.flatMap((layer) => [...layer.records((found) => issues.push(found))]);
  const columns = layers[0]?.columns ?? [];
  return { file, columns, records, issues, codes: issues.map(({ code }) => code) };
}

/** The records' values. */
export const valuesOf = ({ records }: Read) => records.map(({ values }) => values);
