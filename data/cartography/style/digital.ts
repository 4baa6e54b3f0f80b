import { ground, mark, marksBy, named, plain, zone } from './scales.ts';
import type { ThemeStyle } from './type-style.ts';

/** Digital: fibre, exchanges, masts and what they reach. */
export const DIGITAL: ThemeStyle = {
  'fibre-route': {
    hue: 'digital',
    line: {
      letter: 'T',
      steps: plain([0.9, 1.6, 2.4]),
      underground: { attribute: 'kind', in: ['duct', 'cable'] },
    },
  },
  exchange: {
    hue: 'digital',
    point: marksBy(
      'kind',
      [
        {
          label: 'Cabinet or distribution point',
          icon: 'cabinet',
          sizePx: 14,
          codes: ['cabinet', 'distribution-point'],
        },
        { label: 'Exchange', icon: 'servers', sizePx: 21 },
      ],
      { iconFrom: 11 },
    ),
    name: named(12.5),
  },
  mast: { hue: 'digital', point: mark('mast', 20, 12), name: named(14.5) },
  'coverage-area': {
    hue: 'digital',
    area: zone({ fill: 0.1, edge: 'dashed' }),
    point: mark('wifi', 14, 13),
    name: named(12.5, { attribute: 'full-fibre-percent', suffix: ' % full fibre' }),
  },
  'data-centre': { hue: 'digital', point: mark('servers', 24, 9), area: ground(), name: named(11) },
  'public-wifi': { hue: 'digital', point: mark('wifi', 18, 13), area: ground(), name: named(15) },
  'small-cell-asset': {
    hue: 'digital',
    point: marksBy(
      'asset',
      [
        { label: 'Camera column', icon: 'camera', codes: ['cctv'] },
        { label: 'Lamp column or other', icon: 'lamp' },
      ],
      { sizePx: 14, iconFrom: 16 },
    ),
  },
};
