import { ground, mark, marksBy, named, plain, zone, zonesBy } from './scales.ts';
import type { ThemeStyle } from './type-style.ts';

/** Designated nature: green, no pattern, a strong edge. */
const nature = (fromZoom = 11) => ({
  hue: 'green' as const,
  area: zone({ fill: 0.13, edgePx: [1.2, 2, 2.6] }),
  point: mark('sprout', 16, 10),
  name: named(fromZoom),
});

/** Environment: water hazards hatched in flood blue, nature in green, air and noise by rings. */
export const ENVIRONMENT: ThemeStyle = {
  'flood-risk-zone': {
    hue: 'flood',
    area: zonesBy('flood-risk-level', [
      {
        label: 'Flood zone 3',
        codes: ['3', '3b'],
        fill: 0.2,
        pattern: 'hatch',
        edgePx: [0.6, 1.3, 1.6],
      },
      { label: 'Flood zone 2', codes: ['2'], fill: 0.08, edge: 'dashed', edgePx: [0.35, 0.8, 1.1] },
      { label: 'Flood zone 1 or not stated', fill: 0.03, edge: 'dotted', edgePx: [0.5, 0.7, 0.9] },
    ]),
  },
  'surface-water-risk': {
    hue: 'flood',
    area: zonesBy('likelihood', [
      { label: 'High', codes: ['high'], fill: 0.26, pattern: 'wave', edgePx: [0.6, 0.9, 1.2] },
      { label: 'Medium', codes: ['medium'], fill: 0.16, edgePx: [0.4, 0.6, 0.8] },
      { label: 'Low or not stated', fill: 0.09, edgePx: [0.3, 0.5, 0.7] },
    ]),
  },
  'recorded-flood': {
    hue: 'flood',
    area: zone({ fill: 0.1, pattern: 'back-hatch', edge: 'dotted' }),
    point: mark('drop', 16, 11),
    name: named(13),
  },
  'flood-defence': {
    hue: 'flood',
    line: { steps: plain([1.6, 2.8, 4]) },
    point: mark('level', 16, 13),
  },
  'flood-storage-area': {
    hue: 'flood',
    area: zone({ fill: 0.12, pattern: 'wave' }),
    name: named(12),
  },
  watercourse: {
    hue: 'flood',
    line: {
      steps: [
        { label: 'Canal', when: { attribute: 'form', in: ['canal'] }, widthPx: [1, 1.9, 3] },
        {
          label: 'Drain or culvert',
          when: { attribute: 'form', in: ['drain', 'culvert'] },
          widthPx: [0.5, 1, 1.8],
        },
        { label: 'River or stream', widthPx: [1.3, 2.4, 3.8] },
      ],
      underground: { attribute: 'form', in: ['culvert'] },
      label: { attribute: 'name', suffix: '', minZoom: 11 },
    },
  },
  'water-body': {
    hue: 'flood',
    line: { steps: plain([1.4, 2.6, 4]) },
    area: ground({ fill: 0.3 }),
    name: named(12),
  },
  'monitoring-station': { hue: 'flood', point: mark('level', 20, 9.5), name: named(12.4) },
  sssi: { ...nature(), area: zone({ fill: 0.16, pattern: 'back-hatch', edgePx: [1.2, 2, 2.6] }) },
  'special-area-of-conservation': nature(),
  'special-protection-area': nature(),
  ramsar: nature(),
  'nature-reserve': nature(12),
  'ancient-woodland': {
    hue: 'green',
    area: ground({ fill: 0.24, pattern: 'dots' }),
    name: named(13),
  },
  tree: {
    hue: 'green',
    point: mark('tree', 12, 16),
    name: named(18, { attribute: 'species', suffix: '' }),
  },
  'nature-recovery-area': {
    hue: 'green',
    area: zone({ fill: 0.06, edge: 'dashed' }),
    name: named(11),
  },
  'agricultural-land': {
    hue: 'sites',
    area: zonesBy('grade', [
      {
        label: 'Best and most versatile (1 to 3a)',
        codes: ['1', '2', '3a'],
        fill: 0.2,
        pattern: 'ticks',
      },
      { label: 'Grade 3, not divided', codes: ['3'], fill: 0.12 },
      { label: 'Other', fill: 0.05, edge: 'dotted' },
    ]),
  },
  peat: { hue: 'sewer', area: zone({ fill: 0.14, pattern: 'dots' }) },
  'noise-contour': {
    hue: 'heritage',
    line: {
      steps: plain([0.8, 1.3, 1.8]),
      label: { attribute: 'level-db', suffix: ' dB', minZoom: 11 },
    },
    area: zone({ fill: 0.07, pattern: 'rings', edgePx: [0.6, 1, 1.4] }),
  },
  'air-monitor': {
    hue: 'heritage',
    point: marksBy('pollutant', [{ label: '', icon: 'air' }], { sizePx: 18, iconFrom: 10.5 }),
    name: named(12.5),
  },
  'ground-hazard': {
    hue: 'sewer',
    area: zone({ fill: 0.1, pattern: 'cross', edge: 'dashed' }),
    point: mark('notice', 16, 12),
  },
  'planting-opportunity': {
    hue: 'green',
    area: zone({ fill: 0.08, pattern: 'dots', edge: 'dotted' }),
    point: mark('sprout', 14, 13),
  },
};
