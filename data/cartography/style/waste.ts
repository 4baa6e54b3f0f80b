import { ground, mark, marksBy, named, zone } from './scales.ts';
import type { ThemeStyle } from './type-style.ts';

/** Waste: facilities, tips and where more are planned; the brown of drainage, other silhouettes. */
export const WASTE: ThemeStyle = {
  'waste-facility': {
    hue: 'sewer',
    point: marksBy('kind', [
      { label: 'Household recycling', icon: 'recycle', codes: ['household-recycling', 'mrf'] },
      { label: 'Energy from waste', icon: 'flame', codes: ['energy-from-waste'] },
      { label: 'Landfill', icon: 'heap', codes: ['landfill'] },
      {
        label: 'Digestion or composting',
        icon: 'leaf',
        codes: ['anaerobic-digestion', 'composting'],
      },
      { label: 'Transfer, treatment or other', icon: 'bin' },
    ]),
    area: ground(),
    name: named(12.5),
  },
  'historic-landfill': {
    hue: 'sewer',
    point: mark('heap', 17, 12),
    area: zone({ fill: 0.08, pattern: 'ticks', edge: 'dashed' }),
    name: named(13),
  },
  'waste-plan-allocation': {
    hue: 'sewer',
    point: mark('tag', 20),
    area: ground({ pattern: 'back-hatch', edge: 'dashed' }),
    name: named(12.5),
  },
  'recycling-point': { hue: 'sewer', point: mark('recycle', 14, 15.5) },
};
