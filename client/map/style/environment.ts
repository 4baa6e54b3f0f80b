import { zone } from './scales.ts';
import type { ThemeStyle } from './type-style.ts';

/** Environment. */
export const ENVIRONMENT: ThemeStyle = {
  'air-quality-management-area': {
    hue: 'heritage',
    area: zone({ fill: 0.14, edgePx: [0.3, 0.6, 1] }),
  },
};
