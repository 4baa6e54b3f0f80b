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
  /** Widths are multiplied by this: contrast mode draws heavier. */
  readonly weight: number;
};

const all = (colour: string): Record<Hue, string> => {
  const hues: Partial<Record<Hue, string>> = {};
  for (const hue of HUES) hues[hue] = colour;
  return hues as Record<Hue, string>;
};

const LIGHT: Palette = {
  mode: 'light',
  ground: {
    land: '#efece6',
    urban: '#e8e5de',
    outside: '#e4e1da',
    water: '#c4d9e5',
    waterEdge: '#8fb4c8',
    net: '#fbfaf8',
    ink: '#17191c',
    label: '#45494f',
    labelStrong: '#2b2e33',
    labelWater: '#36617a',
    labelNet: '#5f6269',
    halo: 'rgba(246, 244, 240, 0.92)',
    paper: '#ffffff',
    gap: '#8b887f',
  },
  hue: {
    energy: '#c63645',
    gas: '#605800',
    water: '#00406f',
    sewer: '#371d00',
    digital: '#a136e5',
    transport: '#13171f',
    green: '#264c20',
    flood: '#007bca',
    heritage: '#870061',
    sites: '#a86800',
    social: '#208080',
    admin: '#171719',
  },
  label: {
    energy: '#9c1f2e',
    gas: '#524b00',
    water: '#1f5a75',
    sewer: '#371d00',
    digital: '#7a1fb4',
    transport: '#13171f',
    green: '#264c20',
    flood: '#00568f',
    heritage: '#870061',
    sites: '#754900',
    social: '#155e5e',
    admin: '#45494f',
  },
  glyph: '#ffffff',
  ring: { outer: '#ffffff', inner: '#17191c' },
  weight: 1,
};

const DARK: Palette = {
  mode: 'dark',
  ground: {
    land: '#1b1f23',
    urban: '#22272c',
    outside: '#16191c',
    water: '#173242',
    waterEdge: '#0f212b',
    net: '#2f353b',
    ink: '#f1f3f4',
    label: '#c3c8cd',
    labelStrong: '#e4e7e9',
    labelWater: '#8fb9cd',
    labelNet: '#8b939b',
    halo: 'rgba(21, 24, 27, 0.9)',
    paper: '#15181b',
    gap: '#7b828b',
  },
  hue: {
    energy: '#f92751',
    gas: '#ffde52',
    water: '#0088cc',
    sewer: '#988878',
    digital: '#d9b4ff',
    transport: '#eef2f6',
    green: '#39a81a',
    flood: '#a0e3ff',
    heritage: '#f80878',
    sites: '#ffd4b7',
    social: '#35d0ba',
    admin: '#888890',
  },
  label: {
    energy: '#ff8fa3',
    gas: '#ffde52',
    water: '#8fc3dc',
    sewer: '#c9bba9',
    digital: '#d9b4ff',
    transport: '#eef2f6',
    green: '#7ed465',
    flood: '#a0e3ff',
    heritage: '#ff7db6',
    sites: '#ffd4b7',
    social: '#6ee3c6',
    admin: '#c3c8cd',
  },
  glyph: '#15181b',
  ring: { outer: '#0b0d0f', inner: '#ffffff' },
  weight: 1,
};

const CONTRAST: Palette = {
  mode: 'contrast',
  ground: {
    land: '#ffffff',
    urban: '#ffffff',
    outside: '#ffffff',
    water: '#ffffff',
    waterEdge: '#000000',
    net: '#d0d0d0',
    ink: '#000000',
    label: '#000000',
    labelStrong: '#000000',
    labelWater: '#000000',
    labelNet: '#000000',
    halo: '#ffffff',
    paper: '#ffffff',
    gap: '#000000',
  },
  hue: all('#000000'),
  label: all('#000000'),
  glyph: '#ffffff',
  ring: { outer: '#ffffff', inner: '#000000' },
  weight: 1.45,
};

const PALETTES: Readonly<Record<MapMode, Palette>> = {
  light: LIGHT,
  dark: DARK,
  contrast: CONTRAST,
};

/** The colours of a mode. Values are those of `tokens.css`; the test beside this file proves they can be told apart. */
export const paletteOf = (mode: MapMode): Palette => PALETTES[mode];

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
