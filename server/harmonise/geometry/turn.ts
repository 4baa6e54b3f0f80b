import type { PositionSource } from './position-source.ts';
import { mapGeometry } from './project-geometry.ts';
import type { Sample } from './vote.ts';

/** Degrees of a whole turn, of half of one, and from the equator to a pole. */
const TURN = 360;
const HALF = 180;
const POLE = 90;
/** Share of the positions that must be degrees for any to be taken for such. */
const MOST = 0.9;

/** True for degrees of which some are counted on beyond 180: `357.76, 53.48` is 2.24° west. */
export function countsFullTurn(sample: Sample, { unit, kind }: PositionSource): boolean {
  if (unit === 'metres' || kind === 'grid-reference') return false;
  let degrees = 0;
  let beyond = 0;
  for (let i = 0; i < sample.length; i += 2) {
    const low = Math.min(Math.abs(sample[i] as number), Math.abs(sample[i + 1] as number));
    const high = Math.max(sample[i] as number, sample[i + 1] as number);
    if (low > POLE || high > TURN) continue;
    degrees++;
    if (high > HALF) beyond++;
  }
  return beyond > 0 && degrees >= MOST * (sample.length / 2);
}

/** The source with longitudes from 180 to 360 counted westwards instead; no latitude is as large. */
export const countedWestwards = (source: PositionSource): PositionSource => ({
  ...source,
  fullTurn: true,
  sight: (record) => {
    const sighting = source.sight(record);
    if (sighting.kind !== 'geometry') return sighting;
    const geometry = mapGeometry(sighting.geometry, ([x = Number.NaN, y = Number.NaN, ...rest]) => [
      westward(x),
      westward(y),
      ...rest,
    ]);
    return { ...sighting, geometry };
  },
});

/** To the figures that were written: 357.7574 is −2.2426, and not −2.2425999999999817. */
const westward = (value: number): number =>
  value > HALF && value <= TURN ? Number((value - TURN).toFixed(12)) : value;
