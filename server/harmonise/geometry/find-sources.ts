import { readGridReference } from '#data/geodesy/grid-reference.ts';
import type { Cell, RawRecord } from '#data/schema/flow.ts';
import { type AxisName, isGridReferenceName, readAxisName } from './column-name.ts';
import { readCoordinate } from './coordinate.ts';
import type { LocatorHints, LocatorLayer } from './locator.ts';
import { looksLikeObject } from './object-cell.ts';
import { readPair } from './pair.ts';
import {
  type Column,
  columnsSource,
  geojsonSource,
  gridReferenceSource,
  looksLikeWellKnown,
  nativeSource,
  type PositionSource,
  pairSource,
  wktSource,
} from './position-source.ts';

/** Share of a column's filled cells that must fit for the column to be taken for what they are. */
const MOST = 0.8;
/** Share of numbers that is enough when the heading says the same. */
const HALF = 0.5;
/** Records enough to see what a column holds. */
const ENOUGH = 1_000;

/** What the sampled cells of one column look like. */
type ColumnFacts = Column & {
  readonly axis?: AxisName;
  filled: number;
  numbers: number;
  wkt: number;
  geojson: number;
  pairs: number;
  gridReferences: number;
  low: number;
  high: number;
};

/**
 * Find every place in a layer where positions may stand: the format's own geometry, columns of
 * text, pairs of columns by heading, pairs of columns by their values. The descriptor's own rule,
 * when there is one, stands first.
 */
export function findSources(
  layer: LocatorLayer,
  sample: readonly RawRecord[],
  hints: LocatorHints,
): readonly PositionSource[] {
  const step = Math.ceil(sample.length / ENOUGH);
  const few = sample.filter((_, i) => i % step === 0);
  const columns = layer.columns.map((name, index) => lookAt(name, index, few));
  const found = [
    ...(layer.spatial ? [nativeSource(layer)] : []),
    ...textSources(columns),
    ...namedPairs(columns),
  ];
  const hinted = hintedSource(layer, hints.geometry);
  const others = hinted ? found.filter((source) => source.from !== hinted.from) : found;
  return [...(hinted ? [hinted] : []), ...others, ...valuePairs(columns)];
}

function lookAt(name: string, index: number, sample: readonly RawRecord[]): ColumnFacts {
  const axis = readAxisName(name);
  const facts: ColumnFacts = {
    name,
    index,
    ...(axis && { axis }),
    filled: 0,
    numbers: 0,
    wkt: 0,
    geojson: 0,
    pairs: 0,
    gridReferences: 0,
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
  };
  for (const { values } of sample) lookAtCell(facts, values[index]);
  return facts;
}

function lookAtCell(facts: ColumnFacts, cell: Cell | undefined): void {
  const number = readCoordinate(cell, facts.axis?.unit);
  if (number === undefined) return;
  facts.filled++;
  if (Number.isFinite(number)) {
    facts.numbers++;
    facts.low = Math.min(facts.low, number);
    facts.high = Math.max(facts.high, number);
  } else if (typeof cell === 'string') {
    if (looksLikeWellKnown(cell)) facts.wkt++;
    else if (looksLikeObject(cell)) facts.geojson++;
    else if (isPosition(cell)) facts.pairs++;
    else if ((readGridReference(cell)?.sizeM ?? Infinity) <= 10_000) facts.gridReferences++;
  }
}

/** Two numbers that may be a position of this country in some order: not a range, date or telephone. */
function isPosition(text: string): boolean {
  const pair = readPair(text);
  if (!pair) return false;
  const [low, high] = [Math.min(pair.first, pair.second), Math.max(pair.first, pair.second)];
  const degrees = low > -15 && low < 5 && high > 49 && high < 62 && !isWhole(low, high);
  return degrees || (low > 1000 && high > 5000 && high < 1_300_000);
}

const isWhole = (...numbers: readonly number[]): boolean => numbers.every(Number.isInteger);

function textSources(columns: readonly ColumnFacts[]): readonly PositionSource[] {
  const mostly = (count: number, { filled }: ColumnFacts) => count > 0 && count >= MOST * filled;
  const make = (
    count: (facts: ColumnFacts) => number,
    source: (column: Column) => PositionSource,
  ) => columns.filter((facts) => mostly(count(facts), facts)).map(source);
  return [
    ...make(({ wkt }) => wkt, wktSource),
    ...make(({ geojson }) => geojson, geojsonSource),
    ...make(({ pairs }) => pairs, pairSource),
    ...make(({ gridReferences }) => gridReferences, namedGridReference),
  ];
}

/** Site codes such as `SH 0483` look like grid references: without a heading they must be confirmed. */
const namedGridReference = (column: Column): PositionSource => ({
  ...gridReferenceSource(column),
  ...(!isGridReferenceName(column.name) && { byValues: true }),
});

/** Columns whose headings say x and y of the same thing, metres before degrees before bare x and y. */
function namedPairs(columns: readonly ColumnFacts[]): readonly PositionSource[] {
  const usable = columns.filter(({ axis, numbers, filled }) => axis && numbers >= HALF * filled);
  const ys = usable.filter(({ axis }) => axis?.axis === 'y');
  const taken = new Set<ColumnFacts>();
  const pairs: { readonly rank: number; readonly source: PositionSource }[] = [];
  for (const x of usable.filter(({ axis }) => axis?.axis === 'x')) {
    const alike = ys.filter((y) => y.axis?.unit === x.axis?.unit && !taken.has(y));
    const y = alike.find(({ axis }) => axis?.stem === x.axis?.stem) ?? alike[0];
    if (!y || x.filled + y.filled === 0) continue;
    taken.add(y);
    const unit = x.axis?.unit;
    const rank = ['metres', 'degrees', undefined].indexOf(unit);
    pairs.push({ rank, source: columnsSource(x, y, unit) });
  }
  return pairs.sort((a, b) => a.rank - b.rank).map(({ source }) => source);
}

/**
 * Neighbouring columns of numbers that could be a position although no heading says so
 * (`GMGRFE`, `GMGRFN`). They are only candidates: the vote must confirm them.
 */
function valuePairs(columns: readonly ColumnFacts[]): readonly PositionSource[] {
  const pairs: PositionSource[] = [];
  for (const [i, first] of columns.entries()) {
    const second = columns[i + 1];
    if (!second || first.axis || second.axis) continue;
    if (!isFullOfNumbers(first) || !isFullOfNumbers(second)) continue;
    const unit = unitOfRanges(first, second);
    if (!unit) continue;
    const latitudeFirst = unit === 'degrees' && first.low > 40;
    pairs.push({
      ...(latitudeFirst ? columnsSource(second, first, unit) : columnsSource(first, second, unit)),
      byValues: true,
    });
  }
  return pairs;
}

const isFullOfNumbers = ({ filled, numbers }: ColumnFacts): boolean =>
  filled > 0 && numbers >= 0.95 * filled;

function unitOfRanges(a: ColumnFacts, b: ColumnFacts): 'degrees' | 'metres' | undefined {
  const within = ({ low, high }: ColumnFacts, least: number, most: number) =>
    low >= least && high <= most;
  const degrees =
    (within(a, 49, 62) && within(b, -14, 4)) || (within(b, 49, 62) && within(a, -14, 4));
  if (degrees && !isWhole(a.low, a.high, b.low, b.high)) return 'degrees';
  const metres = within(a, 5_000, 700_000) && within(b, 5_000, 1_300_000);
  return metres ? 'metres' : undefined;
}

/** The source the descriptor names; undefined when it names none or a column is not there. */
function hintedSource(
  layer: LocatorLayer,
  rule: LocatorHints['geometry'],
): PositionSource | undefined {
  if (!rule) return undefined;
  const find = (name: string): Column | undefined => {
    const index = layer.columns.indexOf(name);
    return index < 0 ? undefined : { index, name };
  };
  if ('native' in rule) return layer.spatial ? nativeSource(layer) : undefined;
  if ('x' in rule) {
    const [x, y] = [find(rule.x), find(rule.y)];
    return x && y && columnsSource(x, y, readAxisName(x.name)?.unit);
  }
  const [name, make] =
    'wkt' in rule
      ? ([rule.wkt, wktSource] as const)
      : 'geojson' in rule
        ? ([rule.geojson, geojsonSource] as const)
        : ([rule.gridReference, gridReferenceSource] as const);
  const column = find(name);
  return column && make(column);
}
