import {
  type GridSquare,
  readGridReference,
  readIrishGridReference,
} from '#data/geodesy/grid-reference.ts';
import type { Cell } from '#data/schema/flow.ts';
import { type Column, type PositionSource, type Sighting, textSource } from './position-source.ts';

const NATIONAL = { id: 'EPSG:27700', by: 'National Grid references' } as const;
const IRISH = { id: 'EPSG:29903', by: 'Irish Grid references' } as const;

/** Two eastings and northings of six figures run together: only under a heading that says so. */
const RUN_TOGETHER = /^(\d{6})[\s/,;-]*(\d{6,7})$/;

/** A column of National Grid references. Positions are the middle of the square they name. */
export const gridReferenceSource = (column: Column): PositionSource => ({
  ...textSource('grid-reference', column, (text) => {
    const square = readGridReference(text);
    if (square) return sightingOf(square, NATIONAL.id);
    const [, easting, northing] = RUN_TOGETHER.exec(text) ?? [];
    if (easting === undefined) return undefined;
    const corner = { easting: Number(easting), northing: Number(northing), sizeM: 1 };
    return sightingOf(corner, NATIONAL.id);
  }),
  stated: { ...NATIONAL, axis: 'xy' },
});

/** A column of Irish Grid references, which have one letter. */
export const irishGridSource = (column: Column): PositionSource => ({
  ...textSource('grid-reference', column, (text) => {
    const square = readIrishGridReference(text);
    return square && sightingOf(square, IRISH.id);
  }),
  stated: { ...IRISH, axis: 'xy' },
});

/**
 * Grid letters in one column, the figures in two others: `SJ`, `84007`, `97003`.
 *
 * @param figures how many figures either column has, by the largest; spreadsheets drop leading zeros
 */
export const lettersSource = (
  letters: Column,
  [x, y]: readonly [Column, Column],
  figures: number,
): PositionSource => ({
  kind: 'grid-reference',
  columns: [letters.name, x.name, y.name],
  from: `grid reference in ${letters.name}, ${x.name}, ${y.name}`,
  stated: { ...NATIONAL, axis: 'xy' },
  sight: ({ values }) => {
    const [square, east, north] = [letters, x, y].map(({ index }) => textOf(values[index]));
    if (!square && !east && !north) return { kind: 'nothing' };
    const padded = [east, north].map((text) => (text ?? '').padStart(figures, '0'));
    const reference = readGridReference(`${square} ${padded.join(' ')}`);
    if (reference && square && east && north) return sightingOf(reference, NATIONAL.id);
    return {
      kind: 'unreadable',
      code: 'geom.parse-failed',
      column: letters.name,
      value: `${square} ${east} ${north}`,
    };
  },
});

const textOf = (cell: Cell | undefined): string => String(cell ?? '').trim();

function sightingOf({ easting, northing, sizeM }: GridSquare, id: string): Sighting {
  // the south-west corner of the whole grid is where empty cells come out
  const half = sizeM > 1 && (easting > 0 || northing > 0) ? sizeM / 2 : 0;
  return {
    kind: 'geometry',
    geometry: { type: 'Point', coordinates: [easting + half, northing + half] },
    reading: { id, axis: 'xy' },
    sizeM,
  };
}
