/**
 * The National Grid's transverse Mercator projection on the GRS80 ellipsoid, after Ordnance Survey,
 * "A guide to coordinate systems in Great Britain", annexe C, with its own series and notation
 * (I … VI, VII … XIIA). The meridional arc is the same series with its products of sines and cosines
 * expanded to sines of multiples of latitude, so that one sine and cosine serve the whole point.
 */

const DEGREE = Math.PI / 180;

/** GRS80 semi-axes, metres. */
const A = 6_378_137;
const B = 6_356_752.31414;

/** National Grid: scale on the central meridian, true origin, false origin (metres). */
const F0 = 0.999_601_271_7;
const PHI0 = 49 * DEGREE;
const LAMBDA0 = -2 * DEGREE;
const E0 = 400_000;
const N0 = -100_000;

const E2 = (A * A - B * B) / (A * A);
const AF0 = A * F0;
const N = (A - B) / (A + B);
const N2 = N * N;
const N3 = N2 * N;
const N4 = N2 * N2;

/** Meridional arc in metres = M0·φ + M2·sin 2φ + M4·sin 4φ + M6·sin 6φ, from the equator. */
const M0 = B * F0 * (1 + N + 1.25 * (N2 + N3));
const M2 = (-B * F0 * (3 * N + 3 * N2 + 2.625 * N3)) / 2;
const M4 = (B * F0 * (1.875 * (N2 + N3))) / 2;
const M6 = (-B * F0 * (35 / 24) * N3) / 2;
const ARC_AT_ORIGIN =
  M0 * PHI0 + M2 * Math.sin(2 * PHI0) + M4 * Math.sin(4 * PHI0) + M6 * Math.sin(6 * PHI0);

/** Footpoint latitude minus rectifying latitude μ = Σ F2k·sin 2kμ. Source: Snyder 1987, (3-26). */
const F2 = 1.5 * N - (27 / 32) * N3;
const F4 = (21 / 16) * N2 - (55 / 32) * N4;
const F6 = (151 / 96) * N3;
const F8 = (1097 / 512) * N4;

/** Where the two functions below leave their answer: no allocation for a point. Not shared further. */
export const projected = new Float64Array(2);

/** Farther from the central meridian than this (degrees) OS's two series part by over 0.1 mm. */
const SERIES_AGREE_WITHIN = 3;
/** Metres in a degree of the meridian, near enough to mend millimetres. */
const DEGREE_M = 111_300;

/**
 * ETRS89 longitude and latitude (degrees) to easting and northing (metres) on GRS80:
 * left in `projected`. The inverse of `unprojectGrs80` to 0.1 mm: where OS's truncated series part
 * (5 mm at St Kilda) the difference is worked off, so that coordinates survive a round trip.
 */
export function projectGrs80(lng: number, lat: number): void {
  project(lng, lat);
  if (Math.abs(lng - LAMBDA0 / DEGREE) < SERIES_AGREE_WITHIN) return;
  const parallelM = DEGREE_M * Math.cos(lat * DEGREE);
  for (let pass = 0; pass < 3; pass++) {
    const easting = projected[0] as number;
    const northing = projected[1] as number;
    unprojectGrs80(easting, northing);
    projected[0] = easting + (lng - (projected[0] as number)) * parallelM;
    projected[1] = northing + (lat - (projected[1] as number)) * DEGREE_M;
  }
}

function project(lng: number, lat: number): void {
  const phi = lat * DEGREE;
  const s = Math.sin(phi);
  const c = Math.cos(phi);
  const w = 1 - E2 * s * s;
  const nu = AF0 / Math.sqrt(w);
  const eta2 = w / (1 - E2) - 1;
  const s2 = 2 * s * c;
  const c2 = 1 - 2 * s * s;
  const s4 = 2 * s2 * c2;
  const s6 = s4 * c2 + (1 - 2 * s2 * s2) * s2;
  const arc = M0 * phi + M2 * s2 + M4 * s4 + M6 * s6 - ARC_AT_ORIGIN;
  const t2 = (s * s) / (c * c);
  const t4 = t2 * t2;
  const c3 = c * c * c;
  const c5 = c3 * c * c;
  const dLambda = lng * DEGREE - LAMBDA0;
  const l2 = dLambda * dLambda;
  const ii = (nu * s * c) / 2;
  const iii = ((nu * s * c3) / 24) * (5 - t2 + 9 * eta2);
  const iiia = ((nu * s * c5) / 720) * (61 - 58 * t2 + t4);
  const iv = nu * c;
  const v = ((nu * c3) / 6) * (1 + eta2 - t2);
  const vi = ((nu * c5) / 120) * (5 - 18 * t2 + t4 + 14 * eta2 - 58 * t2 * eta2);
  projected[0] = E0 + dLambda * (iv + l2 * (v + l2 * vi));
  projected[1] = N0 + arc + l2 * (ii + l2 * (iii + l2 * iiia));
}

/**
 * Easting and northing (metres) on GRS80 to ETRS89 longitude and latitude (degrees):
 * left in `projected`. This is the direction OS defines the transformation in.
 */
export function unprojectGrs80(easting: number, northing: number): void {
  const mu = (northing - N0 + ARC_AT_ORIGIN) / M0;
  const sMu = Math.sin(mu);
  const cMu = Math.cos(mu);
  const s2 = 2 * sMu * cMu;
  const c2 = 1 - 2 * sMu * sMu;
  const s4 = 2 * s2 * c2;
  const c4 = 1 - 2 * s2 * s2;
  const delta = F2 * s2 + F4 * s4 + F6 * (s4 * c2 + c4 * s2) + F8 * (2 * s4 * c4);
  const phi = mu + delta;
  // δ is below 0.003: four terms give its sine and cosine to the last bit, for no call
  const d2 = delta * delta;
  const sDelta = delta * (1 - (d2 / 6) * (1 - d2 / 20));
  const cDelta = 1 - (d2 / 2) * (1 - (d2 / 12) * (1 - d2 / 30));
  const s = sMu * cDelta + cMu * sDelta;
  const c = cMu * cDelta - sMu * sDelta;
  const w = 1 - E2 * s * s;
  const nu = AF0 / Math.sqrt(w);
  const nuOverRho = w / (1 - E2);
  const eta2 = nuOverRho - 1;
  const t = s / c;
  const t2 = t * t;
  const t4 = t2 * t2;
  const x = (easting - E0) / nu;
  const x2 = x * x;
  const vii = (t * nuOverRho) / 2;
  const viii = ((t * nuOverRho) / 24) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
  const ix = ((t * nuOverRho) / 720) * (61 + 90 * t2 + 45 * t4);
  const xi = (nuOverRho + 2 * t2) / 6;
  const xii = (5 + 28 * t2 + 24 * t4) / 120;
  const xiia = (61 + 662 * t2 + 1320 * t4 + 720 * t4 * t2) / 5040;
  projected[0] = (LAMBDA0 + (x / c) * (1 - x2 * (xi - x2 * (xii - x2 * xiia)))) / DEGREE;
  projected[1] = (phi - x2 * (vii - x2 * (viii - x2 * ix))) / DEGREE;
}
