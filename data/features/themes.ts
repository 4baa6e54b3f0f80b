import { THEMES, type Theme } from '#data/schema/theme.ts';

/** True for one of the ten theme names. */
export const isTheme = (text: string): text is Theme =>
  (THEMES as readonly string[]).includes(text);
