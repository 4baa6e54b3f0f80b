/** Sources of the finder's map. */
export const SITES = {
  marks: 'sites-marks',
  circles: 'sites-circles',
  things: 'sites-things',
  lines: 'sites-lines',
  cells: 'sites-cells',
  best: 'sites-best',
} as const;

/** Style layers that answer to a click, those on top first. */
export const SITE_LAYERS = ['sites-chosen', 'sites-mark', 'sites-out', 'sites-best', 'sites-cell'];
