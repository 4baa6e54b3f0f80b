import type { RawRecord } from '#data/schema/flow.ts';
import { type ColumnFacts, isWhole, lookAt } from './column-facts.ts';
import { crsOfHeading, isPositionName, wordsOf } from './column-name.ts';
import { readCoordinate } from './coordinate.ts';
import { findDegreeColumns } from './degree-columns.ts';
import { geocentricSource, isGeocentric } from './geocentric.ts';
import { gridReferenceSource, irishGridSource, lettersSource } from './grid-source.ts';
import { hintedSource } from './hinted-source.ts';
import type { LocatorHints, LocatorLayer } from './locator.ts';
import {
  type Column,
  columnsSource,
  geojsonSource,
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
  const columns = layer.columns.map((name, index) => lookAt({ name, index }, few));
  const { sources: angles, parts } = findDegreeColumns(columns, few);
  const pairs = namedPairs(columns.filter((column) => !parts.has(column)));
  const found = [
    ...(layer.spatial ? [nativeSource(layer)] : []),
    // beside columns whose headings say x and y, two figures of an unnamed cell may be anything
    ...textSources(columns, (name) => pairs.length === 0 || isPositionName(name)),
    ...geocentric(columns, few),
    ...lettered(columns, pairs),
    ...pairs.map(pairOfColumns),
    ...angles,
  ];
  const hinted = hintedSource(layer, hints.geometry);
  const others = hinted ? found.filter((source) => source.from !== hinted.from) : found;
  return [
    ...(hinted ? [hinted] : []),
    ...others,
    ...valuePairs(columns.filter((column) => !parts.has(column))),
  ];
}

function textSources(
  columns: readonly ColumnFacts[],
  mayHoldPair: (name: string) => boolean,
): readonly PositionSource[] {
  const mostly = (count: number, { filled }: ColumnFacts) => count > 0 && count >= MOST * filled;
  const make = (
    count: (facts: ColumnFacts) => number,
    source: (column: Column) => PositionSource,
  ) => columns.filter((facts) => mostly(count(facts), facts)).map(source);
  return [
    ...make(({ wkt }) => wkt, wktSource),
    ...make(({ geojson }) => geojson, geojsonSource),
    ...make(({ name, pairs }) => (mayHoldPair(name) ? pairs : 0), pairSource),
    ...references(columns),
  ];
}

/** Site codes such as `SH 0483` look like grid references: without a heading they must be confirmed. */
function references(columns: readonly ColumnFacts[]): readonly PositionSource[] {
  return columns.flatMap((facts) => {
    const { filled, gridReferences, irishReferences, spacedReferences, gridName } = facts;
    const both = gridReferences + irishReferences;
    if (both === 0 || both < MOST * filled) return [];
    const irish = irishReferences > gridReferences;
    // one letter and a number is what most codes look like
    if (irish && !gridName && spacedReferences < MOST * filled) return [];
    const source = irish ? irishGridSource(facts) : gridReferenceSource(facts);
    return [
      {
        ...source,
        ...(!gridName && { byValues: true, spaced: spacedReferences >= MOST * filled }),
      },
    ];
  });
}

/** Grid letters in one column beside eastings and northings within the square. */
function lettered(
  columns: readonly ColumnFacts[],
  pairs: readonly Pair[],
): readonly PositionSource[] {
  const letters = columns.find(({ squares, filled }) => squares > 0 && squares >= MOST * filled);
  if (!letters) return [];
  return pairs
    .filter(({ x, y }) => x.axis?.unit !== 'degrees' && Math.max(x.high, y.high) < 100_000)
    .filter(({ x, y }) => isWhole(x.low, x.high, y.low, y.high) && Math.min(x.low, y.low) >= 0)
    .map(({ x, y }) => lettersSource(letters, [x, y], String(Math.max(x.high, y.high)).length));
}

/** Three columns of distances from the centre of the earth. */
function geocentric(
  columns: readonly ColumnFacts[],
  sample: readonly RawRecord[],
): readonly PositionSource[] {
  const named = ['x', 'y', 'z'].map((letter) =>
    columns.find(
      ({ name, numbers }) =>
        numbers > 0 &&
        wordsOf(name).some(
          (word) =>
            word === letter ||
            word === `coord${letter}` ||
            word === `ecef${letter}` ||
            word === `${letter}coord`,
        ),
    ),
  );
  const [x, y, z] = named;
  if (!x || !y || !z) return [];
  const fits = sample.filter(({ values }) =>
    isGeocentric(
      ...([x, y, z].map(({ index }) => readCoordinate(values[index]) ?? 0) as [
        number,
        number,
        number,
      ]),
    ),
  );
  return fits.length > 0 && fits.length >= MOST * Math.min(x.filled, y.filled, z.filled)
    ? [geocentricSource([x, y, z])]
    : [];
}

/** Columns whose headings say x and y of the same thing, metres before degrees before bare x and y. */
function namedPairs(columns: readonly ColumnFacts[]): readonly Pair[] {
  const usable = columns.filter(({ axis, numbers, filled }) => axis && numbers >= HALF * filled);
  const ys = usable.filter(({ axis }) => axis?.axis === 'y');
  const taken = new Set<ColumnFacts>();
  const pairs: Pair[] = [];
  for (const x of usable.filter(({ axis }) => axis?.axis === 'x')) {
    const alike = ys.filter((y) => y.axis?.unit === x.axis?.unit && !taken.has(y));
    const y = alike.find(({ axis }) => axis?.stem === x.axis?.stem) ?? alike[0];
    if (!y || x.filled + y.filled === 0) continue;
    taken.add(y);
    pairs.push({ x, y });
  }
  return pairs.sort((a, b) => rankOf(a) - rankOf(b));
}

type Pair = { readonly x: ColumnFacts; readonly y: ColumnFacts };

const rankOf = ({ x }: Pair): number => ['metres', 'degrees', undefined].indexOf(x.axis?.unit);

/** A pair of columns, with the CRS its headings name: `ITM_E`, `WGS84 Longitude`. */
function pairOfColumns({ x, y }: Pair): PositionSource {
  const source = columnsSource(x, y, x.axis?.unit);
  const id = crsOfHeading(x.name);
  if (id === undefined || id !== crsOfHeading(y.name)) return source;
  return { ...source, stated: { id, by: `the headings “${source.from}”` } };
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
