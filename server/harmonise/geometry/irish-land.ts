import type { Sample } from './vote.ts';

type Stretches = readonly (readonly [west: number, east: number])[];

/** Where the stripes begin, kilometres of northing; each is 10 km high. */
const SOUTH_KM = 310;

/**
 * Between which eastings Great Britain has land, kilometres of the National Grid, in the stripes whose figures
 * Northern Ireland has on the Irish Grid. Set down from general geography, from no dataset.
 */
const BRITISH: readonly Stretches[] = [
  [[254, 400]],
  [
    [211, 237],
    [255, 400],
  ],
  [
    [221, 253],
    [255, 400],
  ],
  [[227, 400]],
  [[237, 400]],
  [[231, 400]],
  [[222, 400]],
  [
    [217, 255],
    [274, 284],
    [298, 400],
  ],
  [
    [227, 250],
    [325, 400],
  ],
  [[326, 400]],
  [[327, 400]],
  [[330, 400]],
  [[329, 400]],
  [[329, 400]],
  [[335, 400]],
];

/** The same for Northern Ireland, kilometres of the Irish Grid. Likewise from no dataset. */
const IRISH: readonly Stretches[] = [
  [[290, 333]],
  [
    [219, 252],
    [278, 341],
  ],
  [
    [204, 257],
    [264, 358],
  ],
  [[193, 361]],
  [[190, 366]],
  [[194, 367]],
  [[203, 366]],
  [[220, 364]],
  [[228, 352]],
  [[232, 347]],
  [[236, 345]],
  [[240, 342]],
  [[254, 329]],
  [[282, 327]],
  [[306, 322]],
];

/** Which share of some eastings and northings is on land, read as one grid and as the other. */
export type LandShares = { readonly british: number; readonly irish: number };

/**
 * Compare the National Grid with the Irish Grid, whose figures overlap between Anglesey and Lancashire: Belfast's are
 * the Wirral's.
 *
 * @param eastAt 0 when eastings come first in the sample
 */
export function compareLand(sample: Sample, eastAt: 0 | 1): LandShares {
  let british = 0;
  let irish = 0;
  for (let i = 0; i < sample.length; i += 2) {
    const east = (sample[i + eastAt] as number) / 1000;
    const stripe = Math.floor(((sample[i + 1 - eastAt] as number) / 1000 - SOUTH_KM) / 10);
    if (isOn(BRITISH[stripe], east)) british++;
    if (isOn(IRISH[stripe], east)) irish++;
  }
  const count = sample.length / 2;
  return { british: british / count, irish: irish / count };
}

const isOn = (stretches: Stretches | undefined, east: number): boolean =>
  stretches?.some(([west, end]) => east >= west && east <= end) ?? false;

/** The Isle of Man on the National Grid, metres: easting and northing. */
const MAN = { east: [216_000, 250_000], north: [464_000, 505_000] } as const;

/** Share of a sample that lies on the Isle of Man when its first figure (`eastAt` 0) or second is the easting. */
export function shareOnMan(sample: Sample, eastAt: 0 | 1): number {
  let found = 0;
  for (let i = 0; i < sample.length; i += 2) {
    const east = sample[i + eastAt] as number;
    const north = sample[i + 1 - eastAt] as number;
    const within = east >= MAN.east[0] && east <= MAN.east[1];
    if (within && north >= MAN.north[0] && north <= MAN.north[1]) found++;
  }
  return found / (sample.length / 2);
}
