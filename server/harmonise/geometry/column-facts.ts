import { readGridReference, readIrishGridReference } from '#data/geodesy/grid-reference.ts';
import type { Cell, RawRecord } from '#data/schema/flow.ts';
import {
  type AxisName,
  isGridReferenceName,
  isMeasureName,
  isPositionName,
  readAxisName,
} from './column-name.ts';
import { readCoordinate } from './coordinate.ts';
import { looksLikeObject } from './object-cell.ts';
import { readPair } from './pair.ts';
import { type Column, looksLikeWellKnown } from './position-source.ts';

/** What the sampled cells of one column look like. */
export type ColumnFacts = Column & {
  readonly axis?: AxisName;
  /** The heading says that it holds grid references. */
  readonly gridName: boolean;
  /** The heading says that two numbers in a cell are a size, a range or a ratio, and no position. */
  readonly measureName: boolean;
  filled: number;
  numbers: number;
  wkt: number;
  geojson: number;
  pairs: number;
  gridReferences: number;
  /** References of one letter, as in Ireland. */
  irishReferences: number;
  /** References whose figures stand in two groups, as no code does. */
  spacedReferences: number;
  /** Two letters of a grid square and no more. */
  squares: number;
  low: number;
  high: number;
};

/** Look through the sampled cells of one column. */
export function lookAt({ name, index }: Column, sample: readonly RawRecord[]): ColumnFacts {
  const axis = readAxisName(name);
  const facts: ColumnFacts = {
    name,
    index,
    ...(axis && { axis }),
    gridName: isGridReferenceName(name),
    measureName: isMeasureName(name) && !isPositionName(name),
    filled: 0,
    numbers: 0,
    wkt: 0,
    geojson: 0,
    pairs: 0,
    gridReferences: 0,
    irishReferences: 0,
    spacedReferences: 0,
    squares: 0,
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
  };
  for (const [cell, times] of countCells(sample, index)) lookAtCell(facts, cell, times);
  return facts;
}

/** The different cells of a column and how often each stands: what repeats is looked at once. */
function countCells(sample: readonly RawRecord[], index: number): ReadonlyMap<Cell, number> {
  const counts = new Map<Cell, number>();
  for (const { values } of sample) {
    const cell = values[index];
    if (cell === undefined || cell === null || cell === '') continue;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}

function lookAtCell(facts: ColumnFacts, cell: Cell, times: number): void {
  const number = readCoordinate(cell, facts.axis?.unit);
  if (number === undefined) return;
  facts.filled += times;
  if (facts.gridName && RUN_TOGETHER.test(String(cell))) facts.gridReferences += times;
  else if (Number.isFinite(number)) {
    facts.numbers += times;
    facts.low = Math.min(facts.low, number);
    facts.high = Math.max(facts.high, number);
  } else if (typeof cell === 'string') lookAtText(facts, cell, times);
}

/** Six figures of easting and of northing with little or nothing between. */
const RUN_TOGETHER = /^\s*\d{6}[\s/,;-]*\d{6}\s*$/;

function lookAtText(facts: ColumnFacts, cell: string, times: number): void {
  if (looksLikeWellKnown(cell)) facts.wkt += times;
  else if (looksLikeObject(cell)) facts.geojson += times;
  else if (!facts.measureName && isPosition(cell, facts.name)) facts.pairs += times;
  else if (cell.length <= LONGEST_REFERENCE) lookAtReference(facts, cell, times);
}

/** No grid reference is longer with the words before it, characters. */
const LONGEST_REFERENCE = 40;
/** Coarser references than this are areas, metres. */
const COARSEST_M = 10_000;
const SPACED = /\d{2,}[\s,]+\d{2,}/;

function lookAtReference(facts: ColumnFacts, cell: string, times: number): void {
  if (/^\s*[HJNOST][A-HJ-Z]\s*$/i.test(cell) && readGridReference(cell)) facts.squares += times;
  // planning references have slashes: only a heading vouches for those
  if (!facts.gridName && /[/:;]/.test(cell)) return;
  const national = readGridReference(cell);
  const square = national ?? readIrishGridReference(cell);
  if (square === undefined || square.sizeM > COARSEST_M) return;
  if (national) facts.gridReferences += times;
  else facts.irishReferences += times;
  if (SPACED.test(cell)) facts.spacedReferences += times;
}

/** Two numbers that may be a position in some order: not a range, date, voltage or telephone number. */
function isPosition(text: string, heading: string): boolean {
  const pair = readPair(text);
  if (!pair) return false;
  const [low, high] = [Math.min(pair.first, pair.second), Math.max(pair.first, pair.second)];
  const degrees = low > -15 && low < 5 && high > 48 && high < 62 && !isWhole(low, high);
  const labelled = pair.axis !== undefined && Math.abs(low) <= 180 && Math.abs(high) <= 180;
  const abroad = Math.abs(low) <= 180 && Math.abs(high) <= 180 && isExact(pair.first, pair.second);
  if (abroad && /loc|coord|geo|point|posit|lat/i.test(heading)) return true;
  return degrees || labelled || (low > 1000 && high > 5000 && high < 10_000_000);
}

/** Degrees of a place have three decimals or more; ratios and scores seldom do in pairs. */
const isExact = (...numbers: readonly number[]): boolean =>
  numbers.every((number) => /\.\d{3}/.test(String(number)));

/** True when none of some numbers has decimals. */
export const isWhole = (...numbers: readonly number[]): boolean => numbers.every(Number.isInteger);
