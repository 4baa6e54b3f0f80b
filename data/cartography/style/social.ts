import { ground, mark, marksBy, named } from './scales.ts';
import type { ThemeStyle } from './type-style.ts';

/** Social infrastructure: one hue, a silhouette a service; open space in green. */
export const SOCIAL: ThemeStyle = {
  school: {
    hue: 'social',
    point: marksBy(
      'phase',
      [
        {
          label: 'University or 16 plus',
          icon: 'school',
          sizePx: 22,
          codes: ['university', '16-plus'],
        },
        {
          label: 'Secondary or all-through',
          icon: 'school',
          sizePx: 20,
          codes: ['secondary', 'all-through'],
        },
        { label: 'Primary, nursery, special or not stated', icon: 'school', sizePx: 16 },
      ],
      { iconFrom: 12 },
    ),
    area: ground(),
    name: named(14),
  },
  'health-site': {
    hue: 'social',
    point: marksBy(
      'kind',
      [
        { label: 'Hospital', icon: 'h', sizePx: 22, codes: ['hospital'] },
        { label: 'General practice or walk-in', icon: 'cross', codes: ['gp', 'walk-in', 'clinic'] },
        { label: 'Pharmacy', icon: 'pill', sizePx: 16, codes: ['pharmacy'] },
        { label: 'Other health site', icon: 'heart', sizePx: 17 },
      ],
      { sizePx: 18, iconFrom: 10 },
    ),
    area: ground(),
    name: named(12.2),
  },
  'care-home': { hue: 'social', point: mark('bed', 16, 13), area: ground(), name: named(15) },
  childcare: { hue: 'social', point: mark('swing', 14, 13.5), area: ground(), name: named(15.5) },
  'emergency-station': {
    hue: 'social',
    point: marksBy('kind', [
      { label: 'Fire station', icon: 'fire', codes: ['fire'] },
      { label: 'Police station', icon: 'star', codes: ['police'] },
      { label: 'Ambulance, rescue or not stated', icon: 'cross' },
    ]),
    area: ground(),
    name: named(13),
  },
  defibrillator: { hue: 'social', point: mark('heart', 15, 14), name: named(15.5) },
  library: { hue: 'social', point: mark('book', 18, 11), area: ground(), name: named(13) },
  'leisure-centre': { hue: 'social', point: mark('ball', 17, 12), area: ground(), name: named(14) },
  'community-centre': {
    hue: 'social',
    point: mark('people', 17, 12),
    area: ground(),
    name: named(14),
  },
  'place-of-worship': {
    hue: 'social',
    point: mark('spire', 15, 13),
    area: ground(),
    name: named(15),
  },
  cemetery: {
    hue: 'green',
    point: mark('spire', 15, 12),
    area: ground({ pattern: 'ticks' }),
    name: named(13),
  },
  market: { hue: 'social', point: mark('cup', 16, 13), area: ground(), name: named(14.5) },
  'sports-pitch': { hue: 'green', point: mark('ball', 14, 13.5), area: ground({ fill: 0.1 }) },
  'play-area': {
    hue: 'green',
    point: mark('swing', 15, 13),
    area: ground({ pattern: 'dots' }),
    name: named(15),
  },
  'open-space': {
    hue: 'green',
    point: marksBy('access-point', [
      { label: 'Way in', icon: 'gate', sizePx: 12, codes: ['pedestrian', 'vehicle', 'both'] },
      { label: 'Park or green space', icon: 'tree', sizePx: 18 },
    ]),
    area: ground({ fill: 0.16 }),
    name: named(12.5),
  },
  allotment: {
    hue: 'green',
    point: mark('sprout', 16, 12),
    area: ground({ pattern: 'hatch' }),
    name: named(13.5),
  },
  'polling-station': {
    hue: 'social',
    point: mark('ballot', 15, 13),
    area: ground(),
    name: named(15),
  },
  'licensed-premises': {
    hue: 'social',
    point: mark('cup', 14, 14),
    area: ground(),
    name: named(16),
  },
  'public-toilet': { hue: 'social', point: mark('people', 14, 14) },
};
