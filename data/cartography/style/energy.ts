import { BORE, ground, mark, marksBy, named, plain, VOLTAGE, zone, zonesBy } from './scales.ts';
import type { PointStyle, ThemeStyle } from './type-style.ts';

/** Marks by technology, shared by projects and the capacity register. */
const technology = (sizePx: number): PointStyle =>
  marksBy(
    'technology',
    [
      { label: 'Solar', icon: 'sun', codes: ['solar'] },
      { label: 'Wind', icon: 'wind', codes: ['onshore-wind', 'offshore-wind'] },
      { label: 'Storage', icon: 'battery', codes: ['battery', 'other-storage', 'pumped-storage'] },
      { label: 'Hydro or tidal', icon: 'hydro', codes: ['hydro', 'tidal-or-wave'] },
      {
        label: 'Biomass or biogas',
        icon: 'leaf',
        codes: ['biomass', 'anaerobic-digestion', 'sewage-gas', 'landfill-gas'],
      },
      {
        label: 'Gas, waste or other fuel',
        icon: 'flame',
        codes: ['energy-from-waste', 'gas', 'oil', 'coal', 'chp', 'hydrogen'],
      },
      { label: 'Other generation', icon: 'generator' },
    ],
    { sizePx, iconFrom: 9.5 },
  );

/** Energy: electricity in the energy hue, gas and heat in the gas hue. */
export const ENERGY: ThemeStyle = {
  'power-line': {
    hue: 'energy',
    line: {
      letter: 'E',
      steps: VOLTAGE,
      underground: { attribute: 'construction', in: ['underground', 'submarine'] },
      label: { attribute: 'voltage-kv', suffix: ' kV', minZoom: 11.5, atLeast: 6 },
    },
  },
  'power-support': { hue: 'energy', point: mark('tower', 15, 14) },
  substation: {
    hue: 'energy',
    point: marksBy(
      'class',
      [
        { label: 'Grid supply point', icon: 'bolt', sizePx: 27, codes: ['grid-supply-point'] },
        { label: 'Bulk supply point', icon: 'bolt', sizePx: 24, codes: ['bulk-supply-point'] },
        { label: 'Primary', icon: 'bolt', sizePx: 21, codes: ['primary'] },
        { label: 'Secondary', icon: 'block', sizePx: 11, codes: ['secondary'] },
        {
          label: 'Customer or traction',
          icon: 'plug',
          sizePx: 18,
          codes: ['customer', 'traction'],
        },
        { label: 'Other or class not stated', icon: 'bolt', sizePx: 22 },
      ],
      { iconFrom: 9 },
    ),
    area: ground(),
    name: named(11.5, { attribute: 'voltage-kv-high', suffix: ' kV' }),
  },
  'supply-area': {
    hue: 'energy',
    area: zone({ fill: 0.04, edge: 'dashed' }),
    name: named(10.5),
  },
  'transmission-boundary': {
    hue: 'energy',
    line: {
      form: 'chain',
      steps: plain([1.4, 2.2, 3]),
      label: { attribute: 'boundary-ref', suffix: '', minZoom: 7 },
    },
    area: zone({ fill: 0, edge: 'chain', edgePx: [1.4, 2.2, 3] }),
    name: named(8),
  },
  'flexibility-zone': {
    hue: 'energy',
    area: zone({ fill: 0.06, pattern: 'ticks', edge: 'dashed' }),
    point: mark('gauge'),
    name: named(11),
  },
  'gas-pipe': {
    hue: 'gas',
    line: {
      letter: 'G',
      steps: [
        {
          label: 'High pressure',
          when: { attribute: 'pressure-tier', in: ['high', 'national-transmission'] },
          widthPx: [1.8, 3, 4],
        },
        {
          label: 'Intermediate pressure',
          when: { attribute: 'pressure-tier', in: ['intermediate'] },
          widthPx: [1.2, 2.1, 3],
        },
        {
          label: 'Medium pressure',
          when: { attribute: 'pressure-tier', in: ['medium'] },
          widthPx: [0.8, 1.5, 2.2],
        },
        { label: 'Low pressure or not stated', widthPx: [0.5, 1, 1.6] },
      ],
      underground: true,
      label: { attribute: 'diameter-mm', suffix: ' mm', minZoom: 13 },
    },
  },
  'gas-site': { hue: 'gas', point: mark('gas', 20, 11), area: ground(), name: named(12.5) },
  'oil-pipeline': {
    hue: 'gas',
    line: { letter: 'O', steps: plain([1.8, 3, 4]), underground: true },
  },
  'hazard-consultation-zone': {
    hue: 'gas',
    area: zonesBy('consultation-zone', [
      { label: 'Inner zone', codes: ['inner'], fill: 0.24, pattern: 'cross' },
      { label: 'Middle zone', codes: ['middle'], fill: 0.15, pattern: 'back-hatch' },
      { label: 'Outer zone or not stated', fill: 0.08, edge: 'dashed' },
    ]),
  },
  'heat-network': {
    hue: 'gas',
    point: mark('heat'),
    area: ground({ pattern: 'wave' }),
    name: named(12),
  },
  'energy-centre': { hue: 'gas', point: mark('heat', 22), area: ground(), name: named(12) },
  'heat-pipe': {
    hue: 'gas',
    line: {
      letter: 'H',
      steps: BORE,
      underground: true,
      label: { attribute: 'diameter-mm', suffix: ' mm', minZoom: 14 },
    },
  },
  'generation-site': {
    hue: 'energy',
    point: {
      ...technology(22),
      growBy: { attribute: 'capacity-mw', from: 5, to: 200, toPx: 30 },
    },
    area: ground(),
    name: named(12.6),
  },
  'capacity-register-entry': { hue: 'energy', point: technology(18), name: named(13) },
  'ev-charge-point': {
    hue: 'energy',
    point: marksBy(
      'speed',
      [
        { label: 'Ultra-rapid', icon: 'plug', sizePx: 23, codes: ['ultra-rapid'] },
        { label: 'Rapid', icon: 'plug', sizePx: 20, codes: ['rapid'] },
        { label: 'Standard or not stated', icon: 'plug', sizePx: 17 },
      ],
      { iconFrom: 11.5 },
    ),
    name: named(14, { attribute: 'power-kw', suffix: ' kW' }),
  },
};
