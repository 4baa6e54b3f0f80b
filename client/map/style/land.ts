import { ground, mark, named } from './scales.ts';
import type { ThemeStyle } from './type-style.ts';

/** Land and sites: diamonds, sized by hectares where the register says how many. */
export const LAND: ThemeStyle = {
  'brownfield-site': {
    hue: 'sites',
    point: {
      ...mark('diamond', 11, 9.5),
      growBy: { attribute: 'area-ha', from: 0.1, to: 12, toPx: 28 },
    },
    area: ground({ fill: 0.2, pattern: 'back-hatch' }),
    name: named(13),
  },
};
