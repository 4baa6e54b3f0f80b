import {
  AREA_DECIMALS,
  type Area,
  type AreaFault,
  type AreaGeometry,
  type AreaSubject,
  MOST_BUFFER_M,
  MOST_TEXT_POSITIONS,
  MOST_TITLE,
  runsOf,
  settleShape,
} from './area.ts';

/**
 * An area as a short text that people can read in an address:
 *
 *     polygon:-2.2843,53.4301;-2.2711,53.4302;-2.2711,53.4398
 *     polygon:<outer ring>!<hole>/<next polygon>        line:a;b;c/d;e        point:a
 *     feature:odin:planning/conservation-area:…         kept:<id>
 *
 * Then `~250m` for a buffer and `~~Title`, or `~250m~Title`. Rings are closed without saying so. Every sign of it
 * but those of the title stands unescaped in a query.
 */

/** Longest text that should travel in an address; the server keeps what is longer. */
export const AREA_TEXT_MOST = 1_500;

/** Longest text that is read at all. */
const LONGEST_READ = 8_000;

/** Write an area. A shape is rounded to `AREA_DECIMALS`. */
export function writeArea({ subject, bufferM, title }: Area): string {
  const buffer = bufferM === undefined ? '' : `${bufferM}m`;
  const name = title === undefined || title === '' ? '' : `~${title}`;
  return `${writeSubject(subject)}${buffer || name ? `~${buffer}` : ''}${name}`;
}

/** True when the text of an area is short enough for an address; if not, let the server keep the shape. */
export const fitsAddress = (area: Area): boolean => writeArea(area).length <= AREA_TEXT_MOST;

/** Read what `writeArea` wrote; undefined when it is none. Never throws. */
export function readArea(text: string): Area | undefined {
  const read = parseArea(text);
  return 'what' in read ? undefined : read;
}

/** `readArea`, saying what is wrong. Never throws. */
export function parseArea(text: string): Area | AreaFault {
  if (text.length > LONGEST_READ) {
    return {
      what: `The area is written in ${text.length.toLocaleString('en-GB')} characters.`,
      mend: `Send shapes longer than ${LONGEST_READ.toLocaleString('en-GB')} to POST /api/areas and use the kept: text it answers.`,
    };
  }
  const [subjectText = '', bufferText = '', ...rest] = text.split('~');
  const subject = readSubject(subjectText);
  if ('what' in subject) return subject;
  const buffer = readBuffer(bufferText);
  if (typeof buffer === 'object') return buffer;
  const title = rest.join('~').trim();
  if (title.length > MOST_TITLE || CONTROL.test(title)) {
    return {
      what: 'The title of the area is too long or holds signs that cannot be printed.',
      mend: `Use at most ${MOST_TITLE} characters.`,
    };
  }
  return {
    subject,
    ...(buffer === undefined ? {} : { bufferM: buffer }),
    ...(title === '' ? {} : { title }),
  };
}

const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

function writeSubject(subject: AreaSubject): string {
  if (subject.kind !== 'shape') return `${subject.kind}:${subject.id}`;
  const geometry = settleShape(subject.geometry);
  switch (geometry.type) {
    case 'Point':
      return `point:${writeRun([geometry.coordinates])}`;
    case 'MultiPoint':
      return `point:${writeRun(geometry.coordinates)}`;
    case 'LineString':
      return `line:${writeRun(geometry.coordinates)}`;
    case 'MultiLineString':
      return `line:${geometry.coordinates.map(writeRun).join('/')}`;
    case 'Polygon':
      return `polygon:${writeRings(geometry.coordinates)}`;
    case 'MultiPolygon':
      return `polygon:${geometry.coordinates.map(writeRings).join('/')}`;
  }
}

type Position = number[];

const writeRun = (run: readonly Position[]): string =>
  run.map(([lng = 0, lat = 0]) => `${degrees(lng)},${degrees(lat)}`).join(';');

/** Without an exponent, which short figures near nought would have, and without noughts at the end. */
const degrees = (value: number): string =>
  value
    .toFixed(AREA_DECIMALS)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0');

const writeRings = (rings: readonly Position[][]): string =>
  rings.map((ring) => writeRun(ring.slice(0, -1))).join('!');

/** Ids of features and kept areas hold letters, digits and these signs. */
const FEATURE_ID = /^[A-Za-z0-9:/._-]{1,200}$/;
const KEPT_ID = /^[a-z2-7]{26}$/;

function readSubject(text: string): AreaSubject | AreaFault {
  const [, kind = '', rest = ''] = /^([a-z]+):(.*)$/s.exec(text) ?? [];
  switch (kind) {
    case 'feature':
      return FEATURE_ID.test(rest)
        ? { kind, id: rest }
        : badId(rest, 'feature:odin:<theme>/<type>:<id>');
    case 'kept':
      return KEPT_ID.test(rest) ? { kind, id: rest } : badId(rest, 'kept:<26 letters and digits>');
    case 'point':
    case 'line':
    case 'polygon': {
      const geometry = readShape(kind, rest);
      return 'what' in geometry ? geometry : { kind: 'shape', geometry };
    }
    default:
      return {
        what: 'This is not the text of an area.',
        ...(text === '' ? {} : { where: clip(text) }),
        mend: 'Begin with point:, line:, polygon:, feature: or kept:.',
      };
  }
}

const badId = (id: string, form: string): AreaFault => ({
  what: 'The area names nothing.',
  where: clip(id),
  mend: `Write ${form}.`,
});

/** So much of a text that a person finds the place. */
const clip = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Least positions of a run, by kind. */
const LEAST = { point: 1, line: 2, polygon: 3 } as const;

function readShape(kind: keyof typeof LEAST, text: string): AreaGeometry | AreaFault {
  const faults: AreaFault[] = [];
  let positions = 0;
  const readRun = (run: string): Position[] => {
    const read = run.split(';').map((pair) => readPosition(pair, faults));
    positions += read.length;
    return read;
  };
  const parts = text.split('/').map((part) => part.split('!').map(readRun));
  const [fault] = faults;
  if (fault) return fault;
  if (positions > MOST_TEXT_POSITIONS) return tooMany(positions);
  const geometry = settleShape(build(kind, parts));
  return findFlaw(kind, geometry, parts) ?? geometry;
}

const tooMany = (positions: number): AreaFault => ({
  what: `The area has ${positions.toLocaleString('en-GB')} corners.`,
  mend: `An address holds at most ${MOST_TEXT_POSITIONS}: send the shape to POST /api/areas and use the kept: text it answers.`,
});

const DECIMAL = /^-?\d{1,3}(?:\.\d{1,15})?$/;

function readPosition(text: string, faults: AreaFault[]): Position {
  const parts = text.split(',');
  const [lng = Number.NaN, lat = Number.NaN] = parts.map((part) =>
    DECIMAL.test(part) ? Number(part) : Number.NaN,
  );
  if (parts.length === 2 && Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return [lng, lat];
  faults.push({
    what: 'A corner of the area is not a position.',
    where: clip(text),
    mend: 'Write longitude,latitude in degrees, as in -2.2843,53.4301, with ; between corners.',
  });
  return [0, 0];
}

function build(kind: keyof typeof LEAST, parts: Position[][][]): AreaGeometry {
  const [first = [[]]] = parts;
  if (kind === 'polygon') {
    return parts.length === 1
      ? { type: 'Polygon', coordinates: first }
      : { type: 'MultiPolygon', coordinates: parts };
  }
  const runs = parts.flat();
  const [run = []] = runs;
  if (kind === 'line') {
    return runs.length === 1
      ? { type: 'LineString', coordinates: run }
      : { type: 'MultiLineString', coordinates: runs };
  }
  const [point = []] = run;
  return run.length === 1
    ? { type: 'Point', coordinates: point }
    : { type: 'MultiPoint', coordinates: run };
}

function findFlaw(
  kind: keyof typeof LEAST,
  geometry: AreaGeometry,
  parts: readonly Position[][][],
): AreaFault | undefined {
  if (kind !== 'polygon' && parts.some((part) => part.length > 1)) {
    return {
      what: `Only a polygon has holes, and this is a ${kind}.`,
      mend: 'Leave out the ! or begin with polygon:.',
    };
  }
  if (kind === 'point' && parts.length > 1) {
    return { what: 'Points are parted by ;, not by /.', mend: 'Write point:a;b;c.' };
  }
  // settled: a ring has its closing position and repeated ones are gone
  const least = LEAST[kind] + (kind === 'polygon' ? 1 : 0);
  const runs = runsOf(geometry);
  if (runs.every((run) => run.length >= least)) return undefined;
  return {
    what:
      kind === 'polygon'
        ? 'A polygon needs three corners that are not the same.'
        : 'A line needs two positions that are not the same.',
    mend: 'Add the missing corners, or ask about a point: point:-2.2843,53.4301.',
  };
}

function readBuffer(text: string): number | undefined | AreaFault {
  if (text === '') return undefined;
  const [, digits] = /^(\d{1,4})m$/.exec(text) ?? [];
  const metres = Number(digits);
  if (digits !== undefined && metres >= 1 && metres <= MOST_BUFFER_M) return metres;
  return {
    what: 'The buffer of the area is not a distance ODIN measures.',
    where: clip(text),
    mend: `Write whole metres from 1 to ${MOST_BUFFER_M}, as in ~250m.`,
  };
}
