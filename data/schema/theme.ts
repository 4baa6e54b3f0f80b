/** The ten headings ODIN's users browse by, in display order. Source: ODIN common schema (docs/schema.md). */
export const THEMES = [
  'energy',
  'water',
  'transport',
  'digital',
  'waste',
  'land',
  'planning',
  'social',
  'environment',
  'boundaries',
] as const;

export type Theme = (typeof THEMES)[number];

/** What a theme is called in headings. */
export const THEME_TITLES: Readonly<Record<Theme, string>> = {
  energy: 'Energy',
  water: 'Water and drainage',
  transport: 'Transport',
  digital: 'Digital',
  waste: 'Waste',
  land: 'Land and sites',
  planning: 'Planning constraints',
  social: 'Social infrastructure',
  environment: 'Environment',
  boundaries: 'Boundaries',
};
