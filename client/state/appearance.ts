/** What the reader asked for; `auto` follows the device. */
export const APPEARANCES = ['auto', 'light', 'dark', 'contrast'] as const;
export type Appearance = (typeof APPEARANCES)[number];

/** What is shown: a block of `tokens.css` and a map style each. */
export type Mode = 'light' | 'dark' | 'contrast';

/** What the device says about its reader. */
export type Preferences = { readonly dark: boolean; readonly contrast: boolean };

/** The mode to show; more contrast wins over dark. */
export function modeOf(appearance: Appearance, preferences: Preferences): Mode {
  if (appearance !== 'auto') return appearance;
  if (preferences.contrast) return 'contrast';
  return preferences.dark ? 'dark' : 'light';
}

/** Read an appearance kept as text; `auto` for anything else. */
export function readAppearance(text: string | null | undefined): Appearance {
  return APPEARANCES.find((appearance) => appearance === text) ?? 'auto';
}
