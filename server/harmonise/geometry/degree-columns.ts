import type { RawRecord } from '#data/schema/flow.ts';
import type { ColumnFacts } from './column-facts.ts';
import { type DegreePart, type DegreePartName, readDegreePart } from './degree-part.ts';
import { type Angle, degreesSource, isLetter, readPart } from './degree-source.ts';
import type { PositionSource } from './position-source.ts';

/** Positions whose degrees, minutes and seconds stand in columns of their own. */
export type DegreeColumns = {
  readonly sources: readonly PositionSource[];
  /** Columns that are a part of an angle: on their own they are no coordinate. */
  readonly parts: ReadonlySet<ColumnFacts>;
};

type Group = {
  axis: 'x' | 'y' | undefined;
  readonly stem: string;
  backward: boolean;
  bare: boolean;
  readonly columns: Partial<Record<DegreePart, ColumnFacts>>;
  last: number;
};

/** Share of the records that must be degrees, minutes and seconds for columns to be taken for them. */
const MOST = 0.8;

/**
 * Find latitudes and longitudes written in several columns: `LatDeg`, `LatMin`, `LatSec`, `N/S`; degrees and
 * decimal minutes; `Latitude`, `Min`, `Sec`; columns without any heading behind one that has.
 */
export function findDegreeColumns(
  columns: readonly ColumnFacts[],
  sample: readonly RawRecord[],
): DegreeColumns {
  const split = groupsOf(columns).filter(
    ({ columns: { degrees, minutes } }) => degrees !== undefined && minutes !== undefined,
  );
  const boxes = columns.some(({ name }) => /max/i.test(name) && readDegreePart(name)?.axis);
  const groups = split.filter((group) => !boxes || !isLeast(group));
  const angles = groups.flatMap((group) => {
    const angle = angleOf(group);
    return angle && fits(angle, sample) ? [{ ...angle, axis: axisOf(group, sample) }] : [];
  });
  const latitudes = angles.filter(({ axis }) => axis === 'y');
  const longitudes = angles.filter(({ axis }) => axis === 'x');
  const sources = latitudes.flatMap((latitude, i) => {
    const longitude = longitudes.find(({ stem }) => stem === latitude.stem) ?? longitudes[i];
    return longitude ? [degreesSource(longitude, latitude)] : [];
  });
  const parts = groups.flatMap((group) => partsOf(group, sample));
  return { sources, parts: new Set(parts) };
}

/** `LatMin` beside `LatMax` is the least latitude, not its minutes. */
const isLeast = ({ columns: { minutes } }: Group): boolean =>
  /min(?!ute)/i.test(minutes?.name ?? '');

function groupsOf(columns: readonly ColumnFacts[]): readonly Group[] {
  const groups: Group[] = [];
  for (const column of columns) {
    const latest = groups.at(-1);
    const beside = latest && latest.last === column.index - 1 ? latest : undefined;
    if (column.name.trim() === '') {
      if (beside) joinUnnamed(beside, column);
      continue;
    }
    const name = readDegreePart(column.name);
    if (name) join(groupOf(name, groups, beside), name.part, column, name);
  }
  return groups;
}

/** The group a column belongs to, opened if there is none: its axis and stem tell, else what stands before it. */
function groupOf(
  { axis, part, stem, bare }: DegreePartName,
  groups: Group[],
  beside: Group | undefined,
): Group {
  const own = axis
    ? groups.find((group) => group.axis === axis && group.stem === stem)
    : beside && !isPast(beside, part)
      ? beside
      : undefined;
  // decimal degrees beside the parts are another way to say the same
  const spare = part === 'degrees' && axis !== undefined && (own?.bare || bare);
  const free = own && (own.columns[part] === undefined || spare);
  return free ? own : open(groups, axis, stem);
}

/** Degrees begin a new angle unless only its letter stands before them. */
const isPast = ({ columns }: Group, part: DegreePart): boolean =>
  part === 'degrees' && columns.minutes !== undefined;

function open(groups: Group[], axis: Group['axis'], stem: string): Group {
  const group = { axis, stem, backward: false, bare: false, columns: {}, last: -1 };
  groups.push(group);
  return group;
}

function join(
  group: Group,
  part: DegreePart,
  column: ColumnFacts,
  { backward, bare }: { readonly backward: boolean; readonly bare: boolean },
): void {
  const kept = group.columns[part] !== undefined && bare;
  if (kept) return;
  group.columns[part] = column;
  group.backward ||= backward;
  if (part === 'degrees') group.bare = bare;
  group.last = column.index;
}

/** A column without a heading behind degrees or minutes is what comes next, if its figures can be. */
function joinUnnamed(group: Group, column: ColumnFacts): void {
  const { degrees, minutes, seconds } = group.columns;
  if (!degrees || seconds || column.filled === 0) return;
  const figures = column.numbers >= MOST * column.filled;
  if (figures && !(column.low >= 0 && column.high <= 60)) return;
  const part = !figures ? 'letter' : minutes ? 'seconds' : 'minutes';
  if (group.columns[part] === undefined)
    join(group, part, column, { backward: false, bare: false });
}

function angleOf({ columns, stem, backward }: Group): (Angle & { stem: string }) | undefined {
  const { degrees, minutes, seconds, letter } = columns;
  if (!degrees || !minutes) return undefined;
  return {
    degrees,
    minutes,
    backward,
    stem,
    ...(seconds && { seconds }),
    ...(letter && { letter }),
  };
}

function fits(angle: Angle, sample: readonly RawRecord[]): boolean {
  let filled = 0;
  let fitting = 0;
  for (const { values } of sample) {
    const reading = readPart(values, angle);
    if (reading === undefined) continue;
    filled++;
    if (Number.isFinite(reading.degrees)) fitting++;
  }
  return filled > 0 && fitting >= MOST * filled;
}

/** Parts of an angle are no coordinates; a column of degrees that has decimals is one by itself. */
function partsOf({ columns }: Group, sample: readonly RawRecord[]): readonly ColumnFacts[] {
  const { degrees, ...others } = columns;
  const whole =
    degrees !== undefined &&
    sample.every(({ values }) => !/\d[.,]\d*[1-9]/.test(String(values[degrees.index] ?? '')));
  return [...(whole ? [degrees] : []), ...Object.values(others)];
}

/** The axis a group's headings name, else its letters, else the figures: no latitude here is below 49. */
function axisOf(
  { axis, columns: { degrees, letter } }: Group,
  sample: readonly RawRecord[],
): 'x' | 'y' | undefined {
  if (axis) return axis;
  if (letter) {
    const cells = sample.map(({ values }) => values[letter.index]);
    if (cells.some((cell) => isLetter(cell, /^[ns]/i))) return 'y';
    if (cells.some((cell) => isLetter(cell, /^[ew]/i))) return 'x';
  }
  if (!degrees) return undefined;
  if (degrees.low >= 48 && degrees.high <= 62) return 'y';
  return degrees.low >= -14 && degrees.high <= 14 ? 'x' : undefined;
}
