import { findCrs } from '#data/geodesy/crs.ts';
import { recogniseCrs } from '#data/geodesy/recognise-crs.ts';
import type { Cell, RawRecord } from '#data/schema/flow.ts';
import { eachPosition, type NativeGeometry, type Shape, shapeOf } from '#data/schema/geometry.ts';
import { isCrsName } from './column-name.ts';
import type { LocatorHints, LocatorLayer } from './locator.ts';
import type { Column, PositionSource, Sighting } from './position-source.ts';
import { type Decision, decide } from './verdict.ts';
import type { Constituency, Sample } from './vote.ts';

/** One source of positions, examined on a sample and decided. */
export type Lane = {
  readonly source: PositionSource;
  readonly decision: Decision;
  /** Raw first vertices of the sample, as written, in the order of the records that have one. */
  readonly sample: Sample;
  /** Share of sampled records with a readable position. */
  readonly filled: number;
  readonly shapes: ReadonlySet<Shape>;
  /** Metres the last written figure stands for, in the median. */
  readonly resolutionM: number;
};

/** The column that names each row's CRS, and what it mostly says. */
export type CrsColumn = Column & {
  /** Value → CRS id, as met in the sample; asked again for values met later. */
  readonly idOf: (cell: Cell | undefined) => string | undefined;
  /** CRS of most filled cells. */
  readonly usual?: { readonly id: string; readonly text: string };
};

/** Find the column that names each row's CRS. */
export function findCrsColumn(
  layer: LocatorLayer,
  sample: readonly RawRecord[],
): CrsColumn | undefined {
  const known = new Map<Cell, string | undefined>();
  const idOf = (cell: Cell | undefined): string | undefined => {
    if (cell === null || cell === undefined) return undefined;
    if (!known.has(cell) && known.size < 1000) known.set(cell, readCrsCell(cell));
    return known.get(cell);
  };
  for (const [index, name] of layer.columns.entries()) {
    if (!isCrsName(name)) continue;
    const cells = sample.map(({ values }) => values[index]).filter((cell) => idOf(cell));
    if (cells.length === 0) continue;
    const usual = mostCommon(cells.map((cell) => idOf(cell) ?? ''));
    const text = String(cells.find((cell) => idOf(cell) === usual.value) ?? '');
    const most = usual.count > cells.length / 2;
    return { index, name, idOf, ...(most && { usual: { id: usual.value, text } }) };
  }
  return undefined;
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

/** What `openLane` needs besides the source. */
export type LaneContext = {
  readonly sample: readonly RawRecord[];
  readonly where: Constituency;
  readonly crsColumn?: CrsColumn | undefined;
  readonly hints: LocatorHints;
};

/**
 * Examine a source on the sample and decide how it is to be read.
 *
 * @returns undefined when no sampled record has a readable position in it
 */
export function openLane(source: PositionSource, context: LaneContext): Lane | undefined {
  const raw: number[] = [];
  const shapes = new Set<Shape>();
  const resolutions: number[] = [];
  const sightings = context.sample
    .map((record) => source.sight(record))
    .filter((sighting) => sighting.kind === 'geometry');
  for (const { geometry, sizeM } of sightings) {
    const [x, y] = firstPosition(geometry);
    if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) continue;
    raw.push(x, y);
    const shape = shapeOf(geometry);
    if (shape) shapes.add(shape);
    resolutions.push(sizeM ?? resolutionOf(x, y));
  }
  if (raw.length === 0) return undefined;
  const stated = withStatement(source, sightings, context);
  const sample = Float64Array.from(raw);
  return {
    source: stated,
    decision: decide(stated, sample, context.where),
    sample,
    filled: sightings.length / context.sample.length,
    shapes,
    resolutionM: resolutions.sort((a, b) => a - b)[resolutions.length >> 1] ?? 0,
  };
}

/** The source with what is stated about its CRS: descriptor, then its own, then its cells, then a CRS column. */
function withStatement(
  source: PositionSource,
  sightings: readonly Extract<Sighting, { kind: 'geometry' }>[],
  { crsColumn, hints }: LaneContext,
): PositionSource {
  const { id, axis } = hints.crs ?? {};
  if ((id !== undefined || axis !== undefined) && fitsUnit(source, id)) {
    const by = [id, axis === 'yx' ? 'y first' : undefined].filter((word) => word).join(', ');
    const stated = { ...(id && { id }), ...(axis && { axis }), by: `${by} (descriptor)` };
    return { ...source, stated: { ...source.stated, ...stated } };
  }
  if (source.stated?.id !== undefined) return source;
  const own = mostCommon(
    sightings.map(({ reading }) => `${reading?.id ?? ''} ${reading?.axis ?? ''}`),
  );
  if (own.value.trim() !== '' && own.count > sightings.length / 2) {
    const [cellId = '', cellAxis = ''] = own.value.split(' ');
    const stated = {
      ...(cellId && { id: cellId }),
      ...(cellAxis === 'xy' && { axis: 'xy' as const }),
      by: cellId ? `${cellId} in the cells` : 'the cells name their axes',
    };
    return { ...source, stated };
  }
  const usual = crsColumn?.usual;
  if (!usual || source.kind === 'native' || !fitsUnit(source, usual.id)) return source;
  const by = `“${usual.text}” in “${crsColumn.name}”`;
  return { ...source, stated: { ...source.stated, id: usual.id, by } };
}

/** A CRS in metres says nothing of columns headed latitude and longitude, and the other way round. */
function fitsUnit({ unit }: PositionSource, id: string | undefined): boolean {
  const kind = id === undefined ? undefined : findCrs(id)?.kind;
  if (unit === undefined || kind === undefined) return true;
  return (unit === 'degrees') === (kind === 'geographic');
}

function firstPosition(geometry: NativeGeometry): readonly (number | undefined)[] {
  let first: readonly number[] = [];
  eachPosition(geometry, (position) => {
    if (first.length === 0) first = position;
  });
  return first;
}

const DEGREE_M = 111_320;

/** Metres the last written figure of a position stands for. */
function resolutionOf(x: number, y: number): number {
  const unitM = Math.abs(x) <= 180 && Math.abs(y) <= 180 ? DEGREE_M : 1;
  const figures = Math.max(decimalsOf(x), decimalsOf(y));
  if (figures > 0 || unitM > 1) return unitM / 10 ** figures;
  return [100_000, 10_000, 1000, 100, 10].find((step) => x % step === 0 && y % step === 0) ?? 1;
}

function decimalsOf(value: number): number {
  const text = String(value);
  const dot = text.indexOf('.');
  return dot < 0 ? 0 : text.length - dot - 1;
}

/** Resolutions finer than this are all alike: a metre is as good as a millimetre on this map. */
const FINE_M = 1.5;

/**
 * Best lane first: the descriptor's and the format's own stand where they are; lines and areas
 * before points, then the more complete, then the finer.
 */
export function rankLanes(lanes: readonly Lane[], fixed: number): readonly Lane[] {
  const coarse = ({ resolutionM }: Lane) => Math.max(resolutionM, FINE_M);
  const rich = ({ shapes }: Lane) => (shapes.has('polygon') || shapes.has('line') ? 1 : 0);
  const rest = lanes.slice(fixed).sort((a, b) => {
    if (rich(a) !== rich(b)) return rich(b) - rich(a);
    if (Math.abs(a.filled - b.filled) > 0.02) return b.filled - a.filled;
    return coarse(a) - coarse(b);
  });
  return [...lanes.slice(0, fixed), ...rest];
}
