import type { Cell, RawRecord } from '#data/schema/flow.ts';
import { readCoordinate } from './coordinate.ts';
import type { Column, PositionSource, Sighting } from './position-source.ts';

/** The columns of one angle. */
export type Angle = {
  readonly degrees: Column;
  readonly minutes: Column;
  readonly seconds?: Column;
  /** N, S, E or W. */
  readonly letter?: Column;
  /** South or west by the headings. */
  readonly backward: boolean;
};

/** An angle as read: NaN degrees when its parts make none, with the column at fault. */
export type AngleReading = {
  readonly degrees: number;
  /** Metres on the ground that its last written figure stands for. */
  readonly sizeM: number;
  readonly fault?: Column;
};

/** Metres of a minute and a second of arc on a meridian. */
const MINUTE_M = 1_852;
const SECOND_M = MINUTE_M / 60;

/** Positions from the columns of two angles. Their parts must all be there: a degree is 111 km. */
export function degreesSource(longitude: Angle, latitude: Angle): PositionSource {
  const [xs, ys] = [columnsOf(longitude), columnsOf(latitude)];
  const [x = '', ...restOfX] = xs;
  const [y = '', ...restOfY] = ys;
  return {
    kind: 'columns',
    columns: [x, y, ...restOfX, ...restOfY],
    from: [...xs, ...ys].map((name, i) => name || `column ${i + 1} of the angle`).join(', '),
    unit: 'degrees',
    sight: (record) => sight(record, longitude, latitude),
  };
}

const columnsOf = ({ degrees, minutes, seconds, letter }: Angle): readonly string[] =>
  [degrees, minutes, seconds, letter].flatMap((column) => (column ? [column.name] : []));

function sight({ values }: RawRecord, longitude: Angle, latitude: Angle): Sighting {
  const x = readPart(values, longitude);
  const y = readPart(values, latitude);
  if (x === undefined && y === undefined) return { kind: 'nothing' };
  if (x === undefined) return missing(longitude);
  if (y === undefined) return missing(latitude);
  const fault = x.fault ?? y.fault;
  if (fault) {
    const value = values[fault.index] ?? null;
    const code = value === null || value === '' ? 'geom.missing' : 'geom.parse-failed';
    return { kind: 'unreadable', code, column: fault.name, value };
  }
  const geometry = { type: 'Point' as const, coordinates: [x.degrees, y.degrees] };
  return { kind: 'geometry', geometry, sizeM: Math.max(x.sizeM, y.sizeM) };
}

const missing = ({ degrees }: Angle): Sighting => ({
  kind: 'unreadable',
  code: 'geom.missing',
  column: degrees.name,
  value: null,
});

/** Read one angle of a record; undefined when all its cells are empty. */
export function readPart(values: readonly Cell[], angle: Angle): AngleReading | undefined {
  const [degrees, minutes, seconds] = [angle.degrees, angle.minutes, angle.seconds].map((column) =>
    column ? figure(values[column.index]) : undefined,
  );
  if (degrees === undefined && minutes === undefined && seconds === undefined) return undefined;
  const fault = faultOf(angle, degrees, minutes, seconds);
  if (fault) return { degrees: Number.NaN, sizeM: 0, fault };
  const [d, m, s] = [degrees ?? 0, minutes ?? 0, seconds ?? 0];
  const turned = [d, m, s].some((part) => part < 0 || Object.is(part, -0));
  const side = sideOf(values, angle);
  // a minus sign beside E or N says two things
  if (side === 'forward' && turned) {
    return { degrees: Number.NaN, sizeM: 0, fault: angle.letter ?? angle.degrees };
  }
  const size = Math.abs(d) + Math.abs(m) / 60 + Math.abs(s) / 3600;
  return { degrees: turned || side === 'backward' ? -size : size, sizeM: sizeOf(m, seconds) };
}

/** The part that is missing or out of its range: whole degrees, minutes and seconds below 60. */
function faultOf(
  angle: Angle,
  degrees: number | undefined,
  minutes: number | undefined,
  seconds: number | undefined,
): Column | undefined {
  if (degrees === undefined || !Number.isInteger(degrees) || Math.abs(degrees) > 180) {
    return angle.degrees;
  }
  if (minutes === undefined || !(Math.abs(minutes) < 60)) return angle.minutes;
  if (seconds === undefined) return undefined;
  const both = !Number.isInteger(minutes) && seconds !== 0;
  return Math.abs(seconds) <= 60 && !both ? undefined : angle.seconds;
}

const figure = (cell: Cell | undefined): number | undefined =>
  readCoordinate(
    typeof cell === 'string' ? cell.replace(/(?<=\d)\s*['"′″’”]+\s*$/, '') : cell,
    'degrees',
  );

function sideOf(values: readonly Cell[], { letter, backward }: Angle): 'forward' | 'backward' | '' {
  if (backward) return 'backward';
  const cell = letter ? values[letter.index] : undefined;
  if (isLetter(cell, /^[sw]/i)) return 'backward';
  return isLetter(cell, /^[ne]/i) ? 'forward' : '';
}

/** True for a cell that is a letter or word of the compass that `pattern` takes. */
export const isLetter = (cell: Cell | undefined, pattern: RegExp): boolean =>
  typeof cell === 'string' &&
  /^(?:[nsew]|north|south|east|west)\.?$/i.test(cell.trim()) &&
  pattern.test(cell.trim());

function sizeOf(minutes: number, seconds: number | undefined): number {
  if (seconds !== undefined && seconds !== 0) return SECOND_M / 10 ** decimalsOf(seconds);
  if (Number.isInteger(minutes)) return seconds === undefined ? MINUTE_M : SECOND_M;
  return MINUTE_M / 10 ** decimalsOf(minutes);
}

const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;
