import type { AreaAsked, AreaFigure } from '#data/schema/area.ts';
import { count } from './format.ts';

/** Finding of any group → the number it has on the map and in the lists. */
export type Numbered = ReadonlyMap<string, number>;

/** Figures of an area in words, as the map's panel says them. */

const HECTARE_M2 = 10_000;

/** An area below this is said in square metres. */
const SMALL_M2 = 1_000;

/** As fine as a reader uses it: `7.48`, `418.4`, `1,204`. */
function fine(value: number): string {
  const decimals = value >= 1_000 ? 0 : value >= 10 ? 1 : 2;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return value.toLocaleString('en-GB', digits);
}

/** `812 m²`, `418.4 ha`. */
export const ground = (m2: number): string =>
  m2 < SMALL_M2 ? `${count(Math.round(m2))} m²` : `${fine(m2 / HECTARE_M2)} ha`;

/** `4.5 m`, `145 m`, `7.48 km`. */
export function distance(metres: number): string {
  if (metres < 10) return `${metres.toFixed(1)} m`;
  return metres < 1_000 ? `${count(Math.round(metres))} m` : `${fine(metres / 1_000)} km`;
}

/** A share in whole percent; never `0 %` or `100 %` of what is neither none nor all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1 %';
  if (share < 1 && share >= 0.995) return 'over 99 %';
  return `${Math.round(share * 100)} %`;
}

/** `21 %, 85.9 ha`, `3.00 km`, `4`. */
export function figureText(figure: AreaFigure): string {
  switch (figure.kind) {
    case 'share':
      return `${percent(figure.share)}, ${ground(figure.areaM2)}`;
    case 'length':
      return distance(figure.lengthM);
    case 'count':
      return count(figure.count);
  }
}

/** What is asked about, by name or kind: `Sale Water Park`, `Area at SJ 81359 92403`. */
export function areaTitle({ title, feature, gridReference, drawn }: AreaAsked): string {
  if (title) return title;
  if (feature) return feature.title;
  const kind = { point: 'Point', line: 'Line', polygon: 'Area' }[drawn];
  return gridReference ? `${kind} at ${gridReference}` : kind;
}

/** `576.9 ha, edge 8.86 km`, `2.30 km long`, `a point`. */
export function sizeText({ areaM2, edgeM, lengthM, corners }: AreaAsked): string {
  if (areaM2 !== undefined) {
    return edgeM === undefined ? ground(areaM2) : `${ground(areaM2)}, edge ${distance(edgeM)}`;
  }
  if (lengthM !== undefined) return `${distance(lengthM)} long`;
  return corners === 1 ? 'a point' : `${count(corners)} points`;
}
