import type { Cell, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Source } from '#data/schema/source.ts';
import type { Ended, Redaction } from '#data/schema/source-rules.ts';
import { fold } from './fields/heading.ts';
import { textOf } from './fields/text.ts';
import { patchLayers } from './patches.ts';
import { mayBeName } from './personal/names.ts';
import { signsIn } from './personal/text-signs.ts';

/**
 * Layers as a person decided they are to be read: cells put right, columns about persons gone or emptied, records
 * the file lost kept with the day they ended. Everything after sees only that.
 */
export function editLayers(
  layers: readonly DecodedLayer[],
  source: Pick<Source, 'patch' | 'redact' | 'ended'> = {},
): readonly DecodedLayer[] {
  const { patch, redact = [], ended = [] } = source;
  return patchLayers(layers, patch)
    .map((layer) => withEnded(layer, ended))
    .map((layer) => redacted(layer, redact));
}

/** What becomes of one cell. */
type Edit = { readonly index: number; readonly how: Redaction['how'] };

function redacted(layer: DecodedLayer, redactions: readonly Redaction[]): DecodedLayer {
  const edits = redactions.flatMap(({ column, how }): Edit[] =>
    layer.columns.flatMap((name, index) => (name === column ? [{ index, how }] : [])),
  );
  if (edits.length === 0) return layer;
  const dropped = new Set(edits.filter(({ how }) => how === 'drop').map(({ index }) => index));
  const others = edits.filter(({ how }) => how !== 'drop');
  const stays = (_: unknown, index: number): boolean => !dropped.has(index);
  return {
    ...layer,
    columns: layer.columns.filter(stays),
    *records(report) {
      for (const record of layer.records(report)) {
        const values = [...record.values];
        for (const { index, how } of others) values[index] = lessened(values[index] ?? null, how);
        yield { ...record, values: values.filter(stays) };
      }
    },
  };
}

/** As much of a cell as says nothing of a person. */
function lessened(cell: Cell, how: Redaction['how']): Cell {
  const text = textOf(cell).trim();
  if (how === 'year') return /\b(?:18|19|20)\d{2}\b/.exec(text)?.[0] ?? '';
  if (how === 'outcode') return OUTCODE.exec(text)?.[1]?.toUpperCase() ?? '';
  return signsIn(text).length > 0 || mayBeName(text) ? '' : cell;
}

/** The first half of a postcode, with or without the second. */
const OUTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?)(?:\s*\d[A-Z]{2})?\b/i;

/** Columns registers give the day a record ended in. Source: planning.data.gov.uk, `end-date`. */
const END = new Set(['enddate', 'removeddate', 'dateremoved']);

/** Column added where the file has none. */
const END_COLUMN = 'EndDate';

function withEnded(layer: DecodedLayer, ended: readonly Ended[]): DecodedLayer {
  const own = ended.filter(({ by }) => by.every((column) => layer.columns.includes(column)));
  if (own.length === 0 || layer.spatial) return layer;
  const found = layer.columns.findIndex((column) => END.has(fold(column)));
  const endAt = found < 0 ? layer.columns.length : found;
  const columns = found < 0 ? [...layer.columns, END_COLUMN] : layer.columns;
  return {
    ...layer,
    columns,
    *records(report) {
      const gone = openRoll(own, columns);
      let last = 0;
      for (const record of layer.records(report)) {
        last = Math.max(last, record.line);
        gone.meet(record);
        yield found < 0 ? { ...record, values: [...record.values, null] } : record;
      }
      for (const { cells, on } of gone.rest()) yield endedRecord(cells, endAt, on, ++last);
    },
  };
}

/** Calls the ended records over: those the file holds again are struck off. */
function openRoll(ended: readonly Ended[], columns: readonly string[]) {
  const keys = ended.map((one) => {
    const cells = columns.map((column) => one.record[column] ?? '');
    const indexes = one.by.map((column) => columns.indexOf(column));
    return { cells, on: one.on, indexes, name: nameOf(cells, indexes) };
  });
  const ways = [...new Map(keys.map(({ indexes }) => [indexes.join(), indexes])).values()];
  const met = new Set<string>();
  return {
    meet({ values }: RawRecord): void {
      for (const indexes of ways) met.add(nameOf(values, indexes));
    },
    rest: () => keys.filter(({ name }) => !met.has(name)),
  };
}

const nameOf = (values: readonly Cell[], indexes: readonly number[]): string =>
  JSON.stringify(
    indexes.map((index) =>
      textOf(values[index] ?? null)
        .trim()
        .toLowerCase(),
    ),
  );

const endedRecord = (
  cells: readonly string[],
  endAt: number,
  on: string,
  line: number,
): RawRecord => ({ line, values: cells.map((cell, index) => (index === endAt ? on : cell)) });
