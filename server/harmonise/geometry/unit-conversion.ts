import type { UnitConversion } from './decision.ts';
import type { PositionSource, Reading } from './position-source.ts';
import { mapGeometry } from './project-geometry.ts';
import { type Ballot, type Constituency, poll, type Sample } from './vote.ts';

type Conversion = UnitConversion & { readonly of: 'degrees' | 'metres' };

/** Units that eastings and northings, or longitudes and latitudes, are met in by mistake. */
const CONVERSIONS: readonly Conversion[] = [
  { of: 'metres', factor: 1e-3, name: 'millimetres' },
  { of: 'metres', factor: 1e-2, name: 'centimetres' },
  { of: 'metres', factor: 1e-1, name: 'tenths of a metre' },
  { of: 'metres', factor: 1e3, name: 'kilometres' },
  { of: 'metres', factor: 0.3048, name: 'feet' },
  { of: 'degrees', factor: 1e-7, name: 'ten-millionths of a degree' },
  { of: 'degrees', factor: 1e-6, name: 'millionths of a degree' },
  { of: 'degrees', factor: 1e-5, name: 'hundred-thousandths of a degree' },
  { of: 'degrees', factor: 1e-4, name: 'ten-thousandths of a degree' },
  { of: 'degrees', factor: 1 / 60, name: 'minutes of arc' },
  { of: 'degrees', factor: 1 / 3600, name: 'seconds of arc' },
  { of: 'degrees', factor: 180 / Math.PI, name: 'radians' },
];

/** Share of the sample that must come home by a conversion for it to be believed. */
const SURE = 0.9;

/** A source in its right unit, and what was done. */
export type Converted = { readonly source: PositionSource; readonly unit: UnitConversion };

/**
 * Find the one unit in which figures that lie nowhere in the country, or wholly at sea, would be in
 * the publisher's area, or where no area is known on its land.
 *
 * @returns undefined when none does, or two do
 */
export function findUnit(
  source: PositionSource,
  sample: Sample,
  where: Constituency,
): Converted | undefined {
  if (source.byValues || source.kind === 'grid-reference') return undefined;
  const fitting = CONVERSIONS.flatMap((conversion) => {
    const score = scoreOf(conversion, source, sample, where);
    return score >= SURE ? [{ conversion, score }] : [];
  });
  const districts = fitting.filter(({ score }) => score > 1);
  const [only, ...more] = districts.length > 0 ? districts : fitting;
  if (!only || more.length > 0) return undefined;
  const { of, factor, name } = only.conversion;
  return {
    source: { ...scaled(source, factor), ...(source.stated?.id === undefined && { unit: of }) },
    unit: { factor, name },
  };
}

/** How sure a conversion is: the share in the area or on land; 1 more when it is in the districts. */
function scoreOf(
  { of, factor }: Conversion,
  source: PositionSource,
  sample: Sample,
  where: Constituency,
): number {
  if (source.unit !== undefined && source.unit !== of) return 0;
  const id = of === 'degrees' ? 'EPSG:4326' : 'EPSG:27700';
  if (source.stated?.id !== undefined && source.stated.id !== id) return 0;
  if (!hasRoom(sample, of, factor)) return 0;
  const converted = sample.map((value) => convert(value, factor));
  const axes: readonly Reading['axis'][] = ['xy', 'yx'];
  return Math.max(...axes.map((axis) => homeShare(poll({ id, axis }, converted, where))));
}

const homeShare = ({ area, districts, land }: Ballot): number => {
  if (area !== undefined) return area;
  return districts >= SURE ? 1 + districts : land;
};

/** Northings of the National Grid end here, metres. */
const NORTH_END_M = 1_300_000;

/** Metres are only converted when they are too large or too small to be any. */
function hasRoom(sample: Sample, of: Conversion['of'], factor: number): boolean {
  if (of === 'degrees') return true;
  const largest = sample.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return factor < 1 ? largest > NORTH_END_M : largest * factor <= NORTH_END_M;
}

/** The source with every coordinate multiplied. */
const scaled = (source: PositionSource, factor: number): PositionSource => ({
  ...source,
  sight: (record) => {
    const sighting = source.sight(record);
    if (sighting.kind !== 'geometry') return sighting;
    const geometry = mapGeometry(sighting.geometry, ([x = Number.NaN, y = Number.NaN, ...rest]) => [
      convert(x, factor),
      convert(y, factor),
      ...rest,
    ]);
    return { ...sighting, geometry };
  },
});

/** To the figures that were written: 384.007 × 1000 is 384007, and not 384007.00000000006. */
const convert = (value: number, factor: number): number => Number((value * factor).toPrecision(15));
