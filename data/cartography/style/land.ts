import { ground, mark, marksBy, named, zone } from './scales.ts';
import type { PointStyle, ThemeStyle } from './type-style.ts';

/** Marks that grow with the hectares a register states. Source: the design's table, brownfield 11 to 28 px. */
const byHectares = (point: PointStyle, attribute = 'area-ha'): PointStyle => ({
  ...point,
  growBy: { attribute, from: 0.1, to: 12, toPx: 28 },
});

/** Land and sites: diamonds; what is only planned has a dashed edge. */
export const LAND: ThemeStyle = {
  'brownfield-site': {
    hue: 'sites',
    point: byHectares(mark('diamond', 11, 9)),
    area: ground({ fill: 0.2, pattern: 'back-hatch' }),
    name: named(13, { attribute: 'area-ha', suffix: ' ha' }),
  },
  'housing-land-site': {
    hue: 'sites',
    point: mark('homes', 17, 11),
    area: ground({ fill: 0.18 }),
    name: named(13, { attribute: 'dwellings-max', suffix: ' homes' }),
  },
  'employment-allocation': {
    hue: 'sites',
    point: mark('factory', 18, 10.5),
    area: ground({ fill: 0.18, pattern: 'hatch' }),
    name: named(12.2),
  },
  'plan-allocation': {
    hue: 'sites',
    area: ground({ fill: 0.1, pattern: 'back-hatch', edge: 'dashed' }),
    name: named(12.2),
  },
  'gypsy-traveller-site': {
    hue: 'sites',
    point: mark('tag', 17, 12),
    area: ground(),
    name: named(14),
  },
  'investment-site': {
    hue: 'sites',
    point: byHectares(mark('plot', 18, 0)),
    area: ground({ fill: 0.24, edgePx: [1.2, 2, 2.6] }),
    name: named(11),
  },
  'public-land': {
    hue: 'sites',
    point: mark('tag', 15, 12.5),
    area: ground({ fill: 0.12, edge: 'dotted' }),
    name: named(14),
  },
  'title-parcel': { hue: 'sites', area: ground({ fill: 0, edgePx: [0.4, 0.6, 0.9] }) },
  'planning-application': {
    hue: 'sites',
    point: marksBy(
      'development-class',
      [
        { label: 'Major', icon: 'notice', sizePx: 20, codes: ['major'] },
        { label: 'Minor, other or not stated', icon: 'notice', sizePx: 15 },
      ],
      { iconFrom: 12.5 },
    ),
    area: ground({ edge: 'dashed' }),
    name: named(15),
  },
  'infrastructure-project': {
    hue: 'sites',
    point: mark('roadworks', 22, 0),
    line: { steps: [{ label: '', widthPx: [2, 3.2, 4.4] }] },
    area: ground({ pattern: 'back-hatch', edge: 'dashed' }),
    name: named(10),
  },
  'developer-contribution': { hue: 'sites', point: mark('tag', 16, 13) },
  'contaminated-land': {
    hue: 'sites',
    point: mark('notice', 18, 12),
    area: ground({ pattern: 'cross' }),
    name: named(13.5),
  },
  'vacant-building': {
    hue: 'sites',
    point: mark('homes', 16, 12.5),
    area: ground({ edge: 'dotted' }),
  },
  'opportunity-area': {
    hue: 'sites',
    area: zone({ fill: 0.08, edge: 'dashed', edgePx: [1.2, 1.8, 2.4] }),
    name: named(10.5),
  },
};
