import { ground, mark, named } from './scales.ts';
import type { ThemeStyle } from './type-style.ts';

/** Planning constraints. */
export const PLANNING: ThemeStyle = {
  'conservation-area': {
    hue: 'heritage',
    area: { ...ground({ fill: 0.16, pattern: 'dots', edgePx: [1, 1.6, 2] }), reach: 'wide' },
    name: named(11.8),
  },
  'listed-building': {
    hue: 'heritage',
    point: mark('shield', 15, 12.5),
    area: ground(),
    name: named(15),
  },
};
