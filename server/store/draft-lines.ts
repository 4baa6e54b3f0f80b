import type { Database } from 'better-sqlite3';
import type { LngLat } from '#data/schema/geometry.ts';
import type { ReadPublished } from './published-blocks.ts';

/** A record of an edition as it was published. */
export type DraftLine = {
  readonly id: string;
  readonly layer: string;
  readonly line: number;
  readonly reference?: string;
  readonly name?: string;
  readonly point?: LngLat;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** In the order of the layer's columns. */
  readonly cells: readonly string[];
};

type Row = {
  readonly row: number;
  readonly edition: number;
  readonly id: string;
  readonly layer: string;
  readonly line: number;
  readonly reference: string | null;
  readonly name: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly attributes: string;
};

/** Records of one edition by the lines they stand on, placed or not. */
export function draftLines(db: Database, readPublished: ReadPublished) {
  const columns = 'row, edition, id, layer, line, reference, name, lng, lat, attributes';
  const range = db.prepare<[number, string, number, number, number], Row>(`
    SELECT ${columns} FROM feature WHERE edition = ? AND layer = ? AND line BETWEEN ? AND ?
    ORDER BY line LIMIT ?`);
  const before = db.prepare<[number, string, number], Row>(`
    SELECT ${columns} FROM feature WHERE edition = ? AND layer = ? AND line < ?
    ORDER BY line DESC LIMIT 1`);
  const after = db.prepare<[number, string, number], Row>(`
    SELECT ${columns} FROM feature WHERE edition = ? AND layer = ? AND line > ?
    ORDER BY line LIMIT 1`);
  const paged = db.prepare<[number, number, number], Row>(`
    SELECT ${columns} FROM feature WHERE edition = ? AND row > ? ORDER BY row LIMIT ?`);
  const byId = db.prepare<[number, string], Row>(
    `SELECT ${columns} FROM feature WHERE edition = ? AND id = ? LIMIT 1`,
  );
  const fromRow = (row: Row): DraftLine & { readonly row: number } => ({
    ...{ row: row.row, id: row.id, layer: row.layer, line: row.line },
    ...(row.reference === null ? {} : { reference: row.reference }),
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.lng === null || row.lat === null ? {} : { point: [row.lng, row.lat] as const }),
    attributes: JSON.parse(row.attributes),
    cells: readPublished(row.edition, row.row).cells,
  });
  return {
    /** Records of a layer from one line to another. */
    listLines: async (
      edition: number,
      { layer, from, to, limit }: LineRange,
    ): Promise<DraftLine[]> => range.all(edition, layer, from, to, limit).map(fromRow),
    /** The record on a line with the one before and the one after it, those there are. */
    linesAround: async (edition: number, layer: string, line: number): Promise<DraftLine[]> =>
      [
        ...before.all(edition, layer, line),
        ...range.all(edition, layer, line, line, 1),
        ...after.all(edition, layer, line),
      ].map(fromRow),
    /** Every record, after a row number. */
    pageLines: async (edition: number, rowAfter: number, limit: number) =>
      paged.all(edition, rowAfter, limit).map(fromRow),
    /** The record of an edition that has an id. */
    findLine: async (edition: number, id: string): Promise<DraftLine | undefined> => {
      const found = byId.get(edition, id);
      return found && fromRow(found);
    },
  };
}

/** Some lines of a layer, at most so many. */
export type LineRange = {
  readonly layer: string;
  readonly from: number;
  readonly to: number;
  readonly limit: number;
};
