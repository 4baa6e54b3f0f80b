import { BORE, ground, mark, marksBy, named, plain, zone, zonesBy } from './scales.ts';
import type { ThemeStyle } from './type-style.ts';

/** Water and drainage: supply in deep blue, wastewater in brown, rivers and sustainable drainage in flood blue. */
export const WATER: ThemeStyle = {
  'water-main': {
    hue: 'water',
    line: {
      letter: 'W',
      steps: BORE,
      underground: true,
      label: { attribute: 'diameter-mm', suffix: ' mm', minZoom: 11.8, atLeast: 250 },
    },
  },
  sewer: {
    hue: 'sewer',
    line: {
      letter: 'S',
      steps: [
        {
          label: 'Surface water',
          hue: 'flood',
          when: { attribute: 'system', in: ['surface'] },
          widthPx: [0.8, 1.5, 2.4],
        },
        {
          label: 'Combined',
          when: { attribute: 'system', in: ['combined'] },
          widthPx: [1.3, 2.3, 3.4],
        },
        { label: 'Foul or not stated', widthPx: [0.8, 1.5, 2.4] },
      ],
      underground: true,
      label: { attribute: 'diameter-mm', suffix: ' mm', minZoom: 13, atLeast: 225 },
    },
  },
  manhole: { hue: 'sewer', point: mark('manhole', 13, 16) },
  outfall: { hue: 'sewer', point: mark('outfall', 17, 13), name: named(14) },
  valve: { hue: 'water', point: mark('valve', 14, 16) },
  'suds-feature': {
    hue: 'flood',
    point: mark('level', 18, 13),
    line: { steps: plain([1, 1.8, 2.6]) },
    area: ground({ pattern: 'wave' }),
    name: named(14),
  },
  culvert: {
    hue: 'flood',
    line: { steps: plain([1.2, 2.2, 3.2]), underground: true },
    point: mark('outfall', 16, 13),
  },
  'storm-overflow': {
    hue: 'sewer',
    point: {
      ...mark('drop', 15, 10),
      growBy: { attribute: 'spill-hours', from: 1, to: 2000, toPx: 26 },
    },
    name: named(13),
  },
  'treatment-works': {
    hue: 'sewer',
    point: marksBy('kind', [
      { label: 'Water treatment', icon: 'works', hue: 'water', codes: ['water', 'desalination'] },
      { label: 'Wastewater treatment', icon: 'works' },
    ]),
    area: ground(),
    name: named(11.5),
  },
  'pumping-station': {
    hue: 'sewer',
    point: marksBy(
      'substance',
      [
        { label: 'Water', icon: 'pump', hue: 'water', codes: ['water'] },
        { label: 'Sewage, surface or land drainage', icon: 'pump' },
      ],
      { sizePx: 17, iconFrom: 12 },
    ),
    area: ground(),
    name: named(13.5),
  },
  'service-reservoir': {
    hue: 'water',
    point: mark('level', 20, 10),
    area: ground({ pattern: 'wave' }),
    name: named(12),
  },
  'drainage-area': {
    hue: 'sewer',
    area: zonesBy('dwmp-risk', [
      { label: 'High risk', codes: ['high'], fill: 0.18, pattern: 'back-hatch' },
      { label: 'Moderate risk', codes: ['moderate'], fill: 0.1 },
      { label: 'Low risk or not stated', fill: 0.04, edge: 'dashed' },
    ]),
    name: named(11),
  },
  'water-resource-zone': {
    hue: 'water',
    area: zone({ fill: 0.05, edge: 'chain' }),
    name: named(8),
  },
  'source-protection-zone': {
    hue: 'water',
    area: zonesBy('protection-zone', [
      { label: 'Inner zone (1)', codes: ['1'], fill: 0.22, pattern: 'rings' },
      { label: 'Outer zone (2)', codes: ['2'], fill: 0.13 },
      { label: 'Catchment (3) or not stated', fill: 0.06, edge: 'dashed' },
    ]),
  },
};
