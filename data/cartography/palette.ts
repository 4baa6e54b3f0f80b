import type { Theme } from '#data/schema/theme.ts';
import type { MapMode } from './picture.ts';

/** Hues of the map: a hue says the theme, never the layer. Named as the tokens `--theme-*`. */
export const HUES = [
  'energy',
  'gas',
  'water',
  'sewer',
  'digital',
  'transport',
  'green',
  'flood',
  'heritage',
  'sites',
  'social',
  'admin',
] as const;
export type Hue = (typeof HUES)[number];

/** Colours of the land the data lies on, and of its labels. */
export type Ground = {
  readonly land: string;
  /** Built-up land: a step darker than land (lighter in dark). */
  readonly urban: string;
  /** Land outside the area ODIN covers. */
  readonly outside: string;
  readonly water: string;
  readonly waterEdge: string;
  readonly net: string;
  readonly ink: string;
  readonly label: string;
  readonly labelStrong: string;
  readonly labelWater: string;
  readonly labelNet: string;
  readonly halo: string;
  readonly paper: string;
  readonly gap: string;
};

/** Everything a style needs to know about colour in one mode. */
export type Palette = {
  readonly mode: MapMode;
  readonly ground: Ground;
  readonly hue: Readonly<Record<Hue, string>>;
  /** The hue as text on land: at least 4.5:1. */
  readonly label: Readonly<Record<Hue, string>>;
  /** The figure on a mark's plate. */
  readonly glyph: string;
  /** Ring round what is selected: wide outside, narrow inside. */
  readonly ring: { readonly outer: string; readonly inner: string };
  /** Widths are multiplied by this: without hues, and on paper, lines are heavier. */
  readonly weight: number;
  /** Strength of areas' fills, as a share of their own; patterns and edges tell them apart where it is little. */
  readonly fill: number;
  /** Opacity of areas' patterns: they stay behind lines and labels, and bright hues on dark land need less. */
  readonly pattern: number;
  /** Lines say by a letter what they carry: without hues, or copied in grey, nothing else does. */
  readonly lettered: boolean;
};

/** The hue a type of a theme falls back to when nothing finer is said of it. */
export const THEME_HUES: Readonly<Record<Theme, Hue>> = {
  energy: 'energy',
  water: 'water',
  transport: 'transport',
  digital: 'digital',
  waste: 'sewer',
  land: 'sites',
  planning: 'heritage',
  social: 'social',
  environment: 'green',
  boundaries: 'admin',
};
