import { findCrs } from '#data/geodesy/crs.ts';
import { recogniseCrs } from '#data/geodesy/recognise-crs.ts';
import type { Cell, RawRecord } from '#data/schema/flow.ts';
import { isCrsName } from './column-name.ts';
import type { LocatorHints, LocatorLayer } from './locator.ts';
import type { Column, GeometrySighting, PositionSource } from './position-source.ts';

/** The column that names each row's CRS, and what it mostly says. */
export type CrsColumn = Column & {
  /** CRS id a cell means; undefined when it means none that ODIN reads. */
  readonly idOf: (cell: Cell | undefined) => string | undefined;
  /** CRS of most filled cells. */
  readonly usual?: { readonly id: string; readonly text: string };
};

/** Different spellings of CRSs remembered for one column; a column of free text has no more use. */
const MOST_SPELLINGS = 1_000;

/** Find the column that names each row's CRS. */
export function findCrsColumn(
  layer: LocatorLayer,
  sample: readonly RawRecord[],
): CrsColumn | undefined {
  for (const [index, name] of layer.columns.entries()) {
    if (!isCrsName(name)) continue;
    const idOf = rememberingReader();
    const cells = sample.map(({ values }) => values[index]).filter((cell) => idOf(cell));
    if (cells.length === 0) continue;
    const usual = mostCommon(cells.map((cell) => idOf(cell) ?? ''));
    const text = String(cells.find((cell) => idOf(cell) === usual.value) ?? '');
    const most = usual.count > cells.length / 2;
    return { index, name, idOf, ...(most && { usual: { id: usual.value, text } }) };
  }
  return undefined;
}

function rememberingReader(): CrsColumn['idOf'] {
  const known = new Map<Cell, string | undefined>();
  return (cell) => {
    if (cell === null || cell === undefined) return undefined;
    if (!known.has(cell) && known.size < MOST_SPELLINGS) known.set(cell, readCrsCell(cell));
    return known.get(cell);
  };
}

function readCrsCell(cell: Cell): string | undefined {
  const id = recogniseCrs(String(cell).slice(0, 200))?.id;
  return id !== undefined && findCrs(id) ? id : undefined;
}

function mostCommon(values: readonly string[]): { value: string; count: number } {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value = '', count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { value, count };
}

/** Where a statement about a source's CRS may come from. */
export type Witnesses = {
  readonly hints: LocatorHints;
  /** What the source gave for the sample. */
  readonly sightings: readonly GeometrySighting[];
  readonly crsColumn?: CrsColumn | undefined;
};

/**
 * The source with what is stated about its CRS: by the descriptor, else by the format, else by its
 * cells (EWKT), else by a column that names the CRS.
 */
export function withStatement(source: PositionSource, witnesses: Witnesses): PositionSource {
  const { hints, sightings, crsColumn } = witnesses;
  const byDescriptor = statedByDescriptor(source, hints);
  if (byDescriptor) return byDescriptor;
  if (source.stated?.id !== undefined) return source;
  const byCells = statedByCells(sightings);
  if (byCells) return { ...source, stated: byCells };
  const usual = crsColumn?.usual;
  if (!usual || source.kind === 'native' || !fitsUnit(source, usual.id)) return source;
  const by = `“${usual.text}” in “${crsColumn.name}”`;
  return { ...source, stated: { ...source.stated, id: usual.id, by } };
}

function statedByDescriptor(
  source: PositionSource,
  { crs }: LocatorHints,
): PositionSource | undefined {
  const { id, axis } = crs ?? {};
  if ((id === undefined && axis === undefined) || !fitsUnit(source, id)) return undefined;
  const by = [id, axis === 'yx' ? 'second axis first' : undefined]
    .filter((word) => word)
    .join(', ');
  const stated = { ...(id && { id }), ...(axis && { axis }), by: `${by} in its descriptor` };
  return { ...source, stated: { ...source.stated, ...stated } };
}

function statedByCells(sightings: readonly GeometrySighting[]): PositionSource['stated'] {
  const spellings = sightings.map(({ reading }) => `${reading?.id ?? ''} ${reading?.axis ?? ''}`);
  const { value, count } = mostCommon(spellings);
  if (value.trim() === '' || count <= sightings.length / 2) return undefined;
  const [id = '', axis = ''] = value.split(' ');
  return {
    ...(id && { id }),
    ...(axis === 'xy' && { axis }),
    by: id ? `${id} in the cells` : 'the cells name their axes',
  };
}

/** A CRS in metres says nothing of columns headed latitude and longitude, and the other way round. */
function fitsUnit({ unit }: PositionSource, id: string | undefined): boolean {
  const kind = id === undefined ? undefined : findCrs(id)?.kind;
  if (unit === undefined || kind === undefined) return true;
  return (unit === 'degrees') === (kind === 'geographic');
}
