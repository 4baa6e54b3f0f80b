import type { DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import { readTable, type Table } from '../table/index.ts';
import { cellOf } from './columns.ts';
import { columnsBeside } from './columns-of-rows.ts';
import { parse, type Span } from './scan.ts';

/** Rows of cells, and the members of the object their list stands in. */
type Rows = {
  readonly spans: () => Iterable<Span>;
  readonly beside: ReadonlyMap<string, Span>;
};

/**
 * A list of rows (`[["id","lat"],[1,53.5]]`): headings from a member beside it, else found as those
 * of any table. Lines are the numbers of the rows, from 1.
 */
export function rowLayer(name: string, bytes: Buffer, { spans, beside }: Rows): Table {
  const columns = columnsBeside(bytes, beside);
  if (!columns) return readTable(name, () => rowsOf(bytes, spans), { isPadded: true });
  const records = function* (): Generator<RawRecord> {
    for (const { line, cells } of rowsOf(bytes, spans)) {
      yield { line, values: columns.map((_, at) => cells[at] ?? null) };
    }
  };
  const layer: DecodedLayer = { name, columns, spatial: false, records };
  return { layer, issues: [] };
}

function* rowsOf(bytes: Buffer, spans: () => Iterable<Span>) {
  let line = 0;
  for (const span of spans()) {
    line += 1;
    const value = parse(bytes, span);
    if (Array.isArray(value)) yield { line, cells: value.map(cellOf) };
  }
}
