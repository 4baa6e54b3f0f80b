import { ground, mark, named } from './scales.ts';
import type { ThemeStyle } from './type-style.ts';

/** Social infrastructure. */
export const SOCIAL: ThemeStyle = {
  hospital: { hue: 'social', point: mark('h', 22, 0), area: ground(), name: named(12.2) },
};
