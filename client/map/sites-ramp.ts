import type { MapMode } from '#data/cartography/picture.ts';

/** Points of one colour: 0–20, 20–40 … 80–100. */
export const STEP_POINTS = 20;

/** Colours from the least score to the most: one hue, even steps of lightness, towards the eye's contrast in each mode. */
const RAMPS: Readonly<Record<MapMode, readonly [string, string, string, string, string]>> = {
  light: ['#fbe4c4', '#e6bc80', '#ca8f36', '#9b6100', '#5a3500'],
  dark: ['#3b2708', '#6b4509', '#a06a12', '#d69a45', '#ffe0b0'],
  contrast: ['#ffffff', '#d0d0d0', '#9a9a9a', '#5c5c5c', '#000000'],
  print: ['#fbe4c4', '#e6bc80', '#ca8f36', '#9b6100', '#5a3500'],
};

/** The colours of the surface in a mode, from the least score to the most. */
export const rampOf = (mode: MapMode): readonly string[] => RAMPS[mode];

/** Which colour a score takes, from 0; 100 takes the last. */
export const stepOf = (score: number): number =>
  Math.max(0, Math.min(4, Math.floor(score / STEP_POINTS)));

/** A colour as deck.gl takes it: red, green, blue and opacity, 0 to 255. */
export function bytesOf(colour: string, opacity = 1): [number, number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255, Math.round(opacity * 255)];
}
