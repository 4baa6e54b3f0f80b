import { ground, mark, marksBy, named, plain, zone } from './scales.ts';
import type { PointStyle, ThemeStyle } from './type-style.ts';

/** Stops on a line: ringed discs, at every zoom. */
const STOP: PointStyle = { ...mark('dot', 9, 0), ring: true };

/** Transport: one dark hue; railways carry a land-coloured core, paths are dotted. */
export const TRANSPORT: ThemeStyle = {
  'access-node': {
    hue: 'transport',
    point: marksBy(
      'stop-type',
      [
        { label: 'Rail station', icon: 'train', codes: ['rly', 'rse', 'rpl'], sizePx: 20 },
        { label: 'Tram stop', icon: 'train', codes: ['tmu', 'met', 'plt'], sizePx: 16 },
        { label: 'Airport', icon: 'plane', codes: ['air', 'gat'], sizePx: 22 },
        { label: 'Bus or coach stop', icon: 'bus' },
      ],
      { sizePx: 13, iconFrom: 14.5 },
    ),
    name: named(15.5),
  },
  'rail-station': {
    hue: 'transport',
    point: mark('train', 19, 10.5),
    area: ground(),
    name: named(11.6),
  },
  'tram-stop': { hue: 'transport', point: STOP, area: ground(), name: named(11.6) },
  interchange: { hue: 'transport', point: mark('bus', 20), area: ground(), name: named(12) },
  'rail-line': {
    hue: 'transport',
    line: {
      form: 'rail',
      steps: [
        {
          label: 'Branch, freight or heritage',
          when: { attribute: 'usage', in: ['branch', 'freight', 'heritage'] },
          widthPx: [1.6, 2.6, 3.4],
        },
        { label: 'Main line', widthPx: [2.2, 3.8, 5] },
      ],
    },
  },
  'tram-line': { hue: 'transport', line: { form: 'rail', steps: plain([2, 3.4, 4.6]) } },
  'bus-route': {
    hue: 'transport',
    line: {
      steps: plain([0.8, 1.5, 2.4]),
      label: { attribute: 'service', suffix: '', minZoom: 12.5 },
    },
  },
  'road-link': {
    hue: 'transport',
    line: {
      steps: [
        {
          label: 'Motorway',
          when: { attribute: 'road-class', in: ['motorway'] },
          widthPx: [2.2, 3.8, 5.6],
        },
        {
          label: 'A road',
          when: { attribute: 'road-class', in: ['a-road'] },
          widthPx: [1.4, 2.6, 4.2],
        },
        {
          label: 'B road',
          when: { attribute: 'road-class', in: ['b-road'] },
          widthPx: [0.9, 1.8, 3.2],
        },
        { label: 'Other road', widthPx: [0.4, 0.9, 1.8] },
      ],
      label: { attribute: 'number', suffix: '', minZoom: 11 },
    },
  },
  'traffic-count': {
    hue: 'transport',
    point: mark('count', 16, 12),
    line: { steps: plain([1.4, 2.6, 4]) },
    name: named(13.5, { attribute: 'aadf', suffix: ' a day' }),
  },
  'cycle-route': {
    hue: 'green',
    line: {
      steps: [
        {
          label: 'Segregated',
          when: { attribute: 'protection', in: ['segregated'] },
          widthPx: [1.6, 2.6, 3.6],
        },
        { label: 'Shared, painted or quiet', widthPx: [1, 1.8, 2.6] },
      ],
      label: { attribute: 'route-number', suffix: '', minZoom: 12 },
    },
  },
  'public-right-of-way': {
    hue: 'green',
    line: {
      form: 'dotted',
      steps: [
        {
          label: 'Footpath or permissive path',
          when: { attribute: 'prow-type', in: ['footpath', 'permissive'] },
          widthPx: [0.8, 1.3, 1.9],
        },
        { label: 'Bridleway or byway', widthPx: [1.2, 2, 2.8] },
      ],
    },
  },
  structure: {
    hue: 'transport',
    point: mark('bridge', 17, 13),
    line: { steps: plain([1.6, 3, 4.6]) },
    area: ground({ fill: 0.2 }),
    name: named(14.5),
  },
  'car-park': {
    hue: 'transport',
    point: mark('parking', 18, 12),
    line: { steps: plain([1.4, 2.4, 3.4]) },
    area: ground({ pattern: 'ticks' }),
    name: named(14, { attribute: 'spaces', suffix: ' spaces' }),
  },
  'freight-site': { hue: 'transport', point: mark('factory', 20), area: ground(), name: named(12) },
  airport: { hue: 'transport', point: mark('plane', 24, 0), area: ground(), name: named(9) },
  'street-light': { hue: 'transport', point: mark('lamp', 12, 17) },
  'grit-bin': { hue: 'transport', point: mark('bin', 15, 14.5) },
  'gritting-route': {
    hue: 'transport',
    line: {
      steps: [
        {
          label: 'First priority',
          when: { attribute: 'priority', in: ['1'] },
          widthPx: [1.4, 2.4, 3.4],
        },
        { label: 'Other or not stated', widthPx: [0.8, 1.4, 2] },
      ],
    },
  },
  'transport-scheme': {
    hue: 'transport',
    point: mark('roadworks', 22),
    line: { steps: plain([2, 3.4, 4.8]) },
    area: ground({ pattern: 'back-hatch', edge: 'dashed' }),
    name: named(11.5),
  },
  'street-works': {
    hue: 'sites',
    point: mark('roadworks', 19, 12),
    line: { steps: plain([2, 3.4, 4.8]) },
    area: ground({ pattern: 'back-hatch' }),
    name: named(14),
  },
  'clean-air-zone': {
    hue: 'transport',
    area: zone({ fill: 0.05, pattern: 'rings', edge: 'dashed' }),
    name: named(9),
  },
  'transport-safeguarding': {
    hue: 'transport',
    line: { form: 'dotted', steps: plain([2, 3, 4]) },
    area: zone({ fill: 0.08, pattern: 'back-hatch', edge: 'dashed' }),
    name: named(11),
  },
};
