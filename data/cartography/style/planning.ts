import { ground, mark, marksBy, named, zone, zonesBy } from './scales.ts';
import type { ThemeStyle } from './type-style.ts';

/** A named zone with a pattern of its own, and a small mark where only a point was supplied. */
const policy = (pattern: Parameters<typeof zone>[0], fromZoom = 12) => ({
  hue: 'heritage' as const,
  area: zone(pattern),
  point: mark('notice', 14, 13),
  name: named(fromZoom),
});

/** Planning constraints: heritage by shields and dots, green land by ticks, hazards by crosses. */
export const PLANNING: ThemeStyle = {
  'conservation-area': {
    hue: 'heritage',
    area: zone({ fill: 0.16, pattern: 'dots', edgePx: [1, 1.6, 2] }),
    point: mark('monument', 15, 11),
    name: named(11.8),
  },
  'listed-building': {
    hue: 'heritage',
    point: marksBy(
      'grade',
      [
        { label: 'Grade I or II*', icon: 'shield', sizePx: 18, codes: ['i', 'ii-star'] },
        { label: 'Grade II or not stated', icon: 'shield', sizePx: 14 },
      ],
      { iconFrom: 12.5 },
    ),
    area: ground(),
    name: named(15),
  },
  'scheduled-monument': {
    hue: 'heritage',
    point: mark('monument', 18),
    area: ground({ pattern: 'rings' }),
    name: named(12.5),
  },
  'park-and-garden': {
    hue: 'heritage',
    area: zone({ pattern: 'rings', fill: 0.12 }),
    point: mark('wreath', 16, 11),
    name: named(11.8),
  },
  battlefield: { hue: 'heritage', area: zone({ pattern: 'cross', fill: 0.08 }), name: named(10) },
  'world-heritage-site': {
    hue: 'heritage',
    area: zonesBy('part', [
      { label: 'Buffer', codes: ['buffer'], fill: 0.06, edge: 'dashed' },
      { label: 'Site', fill: 0.18, pattern: 'dots', edgePx: [1.4, 2.2, 2.8] },
    ]),
    name: named(9),
  },
  'locally-listed-building': {
    hue: 'heritage',
    point: mark('wreath', 14, 13.5),
    area: ground({ edge: 'dotted' }),
    name: named(15.5),
  },
  'heritage-at-risk': {
    hue: 'heritage',
    point: mark('notice', 18, 11),
    area: ground(),
    name: named(13),
  },
  'building-preservation-notice': {
    hue: 'heritage',
    point: mark('notice', 15, 13),
    area: ground(),
  },
  'archaeological-priority-area': policy({ fill: 0.06, pattern: 'rings', edge: 'dashed' }),
  'article-4-direction': policy({ fill: 0.06, pattern: 'ticks', edge: 'dashed' }),
  'tree-preservation-zone': {
    hue: 'green',
    point: mark('tree', 14, 13),
    area: ground({ fill: 0.14, pattern: 'dots' }),
    name: named(14.5),
  },
  'green-belt': {
    hue: 'green',
    area: zone({ fill: 0.09, pattern: 'ticks', edgePx: [1.2, 2, 2.8] }),
    name: named(10),
  },
  'air-quality-management-area': {
    hue: 'heritage',
    area: zone({ fill: 0.14, edgePx: [0.3, 0.6, 1] }),
  },
  'coal-risk-area': {
    hue: 'sewer',
    area: zonesBy('risk', [
      { label: 'High risk', codes: ['high'], fill: 0.14, pattern: 'cross' },
      {
        label: 'Mine entry or shallow workings',
        codes: ['mine-entry', 'shallow-workings'],
        fill: 0.2,
      },
      { label: 'Low risk or not stated', fill: 0.06, edge: 'dashed' },
    ]),
    point: mark('heap', 15, 13),
  },
  'protected-view': {
    hue: 'heritage',
    line: { form: 'dotted', steps: [{ label: '', widthPx: [1.2, 2, 2.8] }] },
    area: zone({ fill: 0.05, edge: 'dotted' }),
    point: mark('notice', 15, 12),
    name: named(12),
  },
  'cil-charging-zone': policy({ fill: 0.04, edge: 'chain' }, 11),
  'asset-of-community-value': {
    hue: 'heritage',
    point: mark('people', 16, 12.5),
    area: ground(),
    name: named(14),
  },
  'major-hazard-site': {
    hue: 'gas',
    point: mark('notice', 22, 0),
    area: ground({ pattern: 'cross' }),
    name: named(11.5),
  },
  'local-green-space': {
    hue: 'green',
    area: ground({ fill: 0.16 }),
    point: mark('tree', 15, 12),
    name: named(13),
  },
  'metropolitan-open-land': {
    hue: 'green',
    area: zone({ fill: 0.1, pattern: 'ticks' }),
    point: mark('tree', 15, 12),
    name: named(11),
  },
  'mineral-safeguarding-area': {
    ...policy({ fill: 0.05, pattern: 'back-hatch', edge: 'dashed' }),
    hue: 'sewer',
  },
  'aerodrome-safeguarding': {
    ...policy({ fill: 0.03, edge: 'chain', edgePx: [1, 1.6, 2.2] }, 11),
    hue: 'transport',
  },
  'design-code-area': policy({ fill: 0.05, edge: 'dashed' }),
  'local-plan-area': policy({ fill: 0, edge: 'chain', edgePx: [1.2, 1.8, 2.4] }, 9.5),
};
