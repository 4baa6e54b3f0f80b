/** Outlines a mark's figure lies on, in a 24 × 24 box. The outline alone tells kinds apart at a distance. */
export const PLATES = {
  square: 'M3.5 3h17a.5.5 0 0 1 .5.5v17a.5.5 0 0 1-.5.5h-17a.5.5 0 0 1-.5-.5v-17a.5.5 0 0 1 .5-.5z',
  rounded:
    'M7 2.5h10A4.5 4.5 0 0 1 21.5 7v10a4.5 4.5 0 0 1-4.5 4.5H7A4.5 4.5 0 0 1 2.5 17V7A4.5 4.5 0 0 1 7 2.5z',
  circle: 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19z',
  hexagon: 'M12 1.6 21 6.8v10.4L12 22.4 3 17.2V6.8z',
  diamond: 'M12 1.8 22.2 12 12 22.2 1.8 12z',
  triangle: 'M12 2.2 22.2 20.8H1.8z',
  shield:
    'M12 2c2.4 1.5 5 2.2 8 2.2v7.3c0 5-3.2 8.4-8 10.5-4.8-2.1-8-5.5-8-10.5V4.2c3 0 5.6-.7 8-2.2z',
  drop: 'M12 1.8c3.4 4.3 7.2 8.2 7.2 12.8a7.2 7.2 0 0 1-14.4 0c0-4.6 3.8-8.5 7.2-12.8z',
  house: 'M12 2.2 21.6 10v11.3H2.4V10z',
  pentagon: 'M12 2 22 9.4 18.2 21H5.8L2 9.4z',
} as const;
export type Plate = keyof typeof PLATES;

/** A figure: filled paths, and lines of 1.8 px. */
type Figure = { readonly plate: Plate; readonly fill?: string; readonly line?: string };

/** Our own figures, one a kind of thing; the same for the map, legends, lists and documents. */
const FIGURES = {
  bolt: { plate: 'square', fill: 'M13.4 5 7.2 13.3h3.9L10.3 19l6.5-8.6h-4.1z' },
  tower: { plate: 'triangle', line: 'M12 8v9.5M8.8 12h6.4M9.6 17.5 12 9l2.4 8.5' },
  generator: { plate: 'hexagon', fill: 'M13.3 6 8 13.1h3.4L10.7 18l5.5-7.3h-3.5z' },
  battery: { plate: 'hexagon', fill: 'M6.8 8.6h9.6v6.8H6.8zM17.2 10.4h1.4v3.2h-1.4z' },
  sun: {
    plate: 'hexagon',
    fill: 'M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
    line: 'M12 5.6v1.2M12 17.2v1.2M6.4 12h1.2M16.4 12h1.2M8.1 8.1l.8.8M15.1 15.1l.8.8M15.9 8.1l-.8.8M8.9 15.1l-.8.8',
  },
  wind: { plate: 'hexagon', line: 'M12 12v6.2M12 11.4V5.6M11.6 11.8l-4.7 2.8M12.4 11.8l4.7 2.8' },
  hydro: {
    plate: 'hexagon',
    line: 'M6.6 10.2c1.8-1.8 3.6-1.8 5.4 0s3.6 1.8 5.4 0M6.6 14.6c1.8-1.8 3.6-1.8 5.4 0s3.6 1.8 5.4 0',
  },
  leaf: {
    plate: 'hexagon',
    fill: 'M17 7.4c-6.4-.4-9.8 2-9.4 7.8 5.8 1 9.2-1.6 9.4-7.8z',
    line: 'M6.8 17 12 11.6',
  },
  flame: {
    plate: 'hexagon',
    fill: 'M12.4 5.4c.4 3 3.9 4.3 3.9 7.9a4.3 4.3 0 0 1-8.6 0c0-1.8.9-2.9 1.9-4 .2 1.2.7 1.8 1.4 2.1-.2-2.3.2-4.3 1.4-6z',
  },
  gas: {
    plate: 'circle',
    fill: 'M12.4 5.4c.4 3 3.9 4.3 3.9 7.9a4.3 4.3 0 0 1-8.6 0c0-1.8.9-2.9 1.9-4 .2 1.2.7 1.8 1.4 2.1-.2-2.3.2-4.3 1.4-6z',
  },
  heat: {
    plate: 'circle',
    line: 'M8.6 6.6c-1.6 1.9 1.6 3.6 0 5.4s1.6 3.6 0 5.4M12 6.6c-1.6 1.9 1.6 3.6 0 5.4s1.6 3.6 0 5.4M15.4 6.6c-1.6 1.9 1.6 3.6 0 5.4s1.6 3.6 0 5.4',
  },
  gauge: { plate: 'square', line: 'M6.5 15.5a5.6 5.6 0 0 1 11 0M12 15.2l2.8-3.8' },
  plug: {
    plate: 'circle',
    fill: 'M8.2 10h7.6v2.2a3.8 3.8 0 0 1-7.6 0z',
    line: 'M10 6.6V10M14 6.6V10M12 16v2.2',
  },
  drop: { plate: 'drop' },
  level: { plate: 'drop', line: 'M8.2 14.6c1.3-1.3 2.5-1.3 3.8 0s2.5 1.3 3.8 0' },
  works: {
    plate: 'square',
    line: 'M6.6 9.4c1.8-1.8 3.6-1.8 5.4 0s3.6 1.8 5.4 0M6.6 14.6c1.8-1.8 3.6-1.8 5.4 0s3.6 1.8 5.4 0',
  },
  pump: { plate: 'circle', line: 'M12 17V7.4M8 11.2l4-4 4 4' },
  outfall: { plate: 'triangle', line: 'M12 9.4v6.4M9.6 13.6l2.4 2.4 2.4-2.4' },
  manhole: { plate: 'circle', line: 'M8 8h8v8H8z' },
  valve: { plate: 'circle', fill: 'M6.8 8.4 12 12l-5.2 3.6zM17.2 8.4 12 12l5.2 3.6z' },
  mast: {
    plate: 'triangle',
    line: 'M12 13.4v5M8.9 10.6a4.4 4.4 0 0 0 0 5.2M15.1 10.6a4.4 4.4 0 0 1 0 5.2',
    fill: 'M12 11.4a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z',
  },
  cabinet: { plate: 'square', line: 'M8 6.8h8v10.4H8zM12 6.8v10.4' },
  servers: { plate: 'square', line: 'M7 7.8h10M7 12h10M7 16.2h10' },
  wifi: {
    plate: 'circle',
    fill: 'M12 14.8a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
    line: 'M6.8 10.6a7.4 7.4 0 0 1 10.4 0M9 13.2a4.3 4.3 0 0 1 6 0',
  },
  camera: { plate: 'circle', fill: 'M6.6 9.2h7.2v5.6H6.6zM14.6 11.4l3-1.8v4.8l-3-1.8z' },
  train: {
    plate: 'rounded',
    line: 'M8.2 6.6h7.6v8.2H8.2zM8.2 11h7.6M9.4 17.6l1.4-2.6M14.6 17.6 13.2 15',
  },
  bus: { plate: 'circle', line: 'M7.8 7.4h8.4v7.4H7.8zM7.8 11.2h8.4M9.6 14.8v1.6M14.4 14.8v1.6' },
  plane: {
    plate: 'circle',
    fill: 'M12 5.2c.8 0 1.1.8 1.1 1.9v2.8l5.1 3.2v1.6l-5.1-1.6v2.7l1.5 1.2v1.2L12 17.4l-2.6.8V17l1.5-1.2v-2.7l-5.1 1.6v-1.6l5.1-3.2V7.1c0-1.1.3-1.9 1.1-1.9z',
  },
  parking: { plate: 'rounded', line: 'M9.4 17.4V6.8h3.4a3.1 3.1 0 0 1 0 6.2H9.4' },
  bridge: {
    plate: 'square',
    line: 'M5.8 10.2h12.4M7.4 10.2v5.4M16.6 10.2v5.4M7.4 15.6a4.6 4.6 0 0 1 9.2 0',
  },
  roadworks: { plate: 'diamond', line: 'M8.4 15.2 12 9.4l3.6 5.8zM12 9.4V7.6' },
  count: { plate: 'circle', line: 'M7.4 16.2V12M12 16.2V7.4M16.6 16.2V10' },
  lamp: { plate: 'circle', line: 'M9.4 17.4V7.6h4.2a2.2 2.2 0 0 1 2.2 2.2v1.4' },
  bin: { plate: 'square', line: 'M6.8 8.4h10.4M9.6 8.2V6.6h4.8v1.6M8.2 8.6l.8 8.8h6l.8-8.8' },
  recycle: {
    plate: 'square',
    line: 'M9 9.4 12 6.6l3 2.8M16.6 11.6l1 4.4-4.2.6M10.6 16.6l-4.2-.6 1-4.4',
  },
  heap: { plate: 'square', fill: 'M5.8 16.6 10 9.8l2.6 3.4 1.8-2 3.8 5.4z' },
  diamond: { plate: 'diamond' },
  plot: { plate: 'diamond', line: 'M12 7v10M7 12h10' },
  tag: { plate: 'diamond', fill: 'M12 9.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2z' },
  homes: { plate: 'house', line: 'M9.6 21V14h4.8v7' },
  factory: { plate: 'square', fill: 'M6 17.2V9.6l4 2.6V9.6l4 2.6V7h3.8v10.2z' },
  shield: { plate: 'shield' },
  monument: { plate: 'shield', line: 'M8.8 16V9.6M12 16V9.6M15.2 16V9.6M7.6 8h8.8' },
  wreath: { plate: 'shield', line: 'M8.2 9.2 12 13l3.8-3.8M8.2 13.4 12 17.2l3.8-3.8' },
  notice: { plate: 'pentagon', line: 'M12 8.6v4.6M12 16.2v.2' },
  tree: {
    plate: 'circle',
    fill: 'M12 5.6 16.4 12h-2l2.4 3.4H7.2L9.6 12h-2z',
    line: 'M12 15.4v2.6',
  },
  sprout: {
    plate: 'circle',
    fill: 'M11.4 12.4C8 12.4 6.6 10.6 6.6 8c3.2 0 4.8 1.6 4.8 4.4zM12.6 10.8c0-2.4 1.6-4 4.8-4 0 2.6-1.4 4-4.8 4z',
    line: 'M12 17.4v-5.6',
  },
  gate: { plate: 'circle', line: 'M7 8.4v8M17 8.4v8M7 10.2h10M7 13.8h10' },
  swing: { plate: 'circle', line: 'M7 17 9.4 7h5.2L17 17M12 7v6.4M10.4 13.6h3.2' },
  ball: { plate: 'circle', line: 'M12 7a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM12 7v10M7 12h10' },
  air: {
    plate: 'circle',
    line: 'M6.6 9.6h7.2a1.8 1.8 0 1 0-1.8-1.8M6.6 12.6h10M6.6 15.4h6.4a1.6 1.6 0 1 1-1.6 1.6',
  },
  h: { plate: 'rounded', line: 'M8.6 6.8v10.4M15.4 6.8v10.4M8.6 12h6.8' },
  cross: { plate: 'rounded', fill: 'M10.2 6h3.6v4.2H18v3.6h-4.2V18h-3.6v-4.2H6v-3.6h4.2z' },
  pill: { plate: 'circle', fill: 'M10.4 6.8h3.2v3.6h3.6v3.2h-3.6v3.6h-3.2v-3.6H6.8v-3.2h3.6z' },
  heart: { plate: 'circle', fill: 'M12 17.4 7 12.2a3.1 3.1 0 0 1 5-3.6 3.1 3.1 0 0 1 5 3.6z' },
  school: {
    plate: 'rounded',
    fill: 'M12 6.4 19 10l-7 3.6L5 10z',
    line: 'M8 12.4v3.2c2.4 2 5.6 2 8 0v-3.2',
  },
  book: {
    plate: 'rounded',
    line: 'M12 8.2c-1.8-1.2-3.6-1.4-5.6-1.2v9.2c2-.2 3.8 0 5.6 1.2 1.8-1.2 3.6-1.4 5.6-1.2V7c-2-.2-3.8 0-5.6 1.2zM12 8.2v9',
  },
  fire: {
    plate: 'rounded',
    fill: 'M12.4 5c.4 3.2 4.3 4.7 4.3 8.5a4.7 4.7 0 0 1-9.4 0c0-2 1-3.2 2.1-4.4.2 1.3.8 2 1.5 2.3-.2-2.5.2-4.6 1.5-6.4z',
  },
  star: {
    plate: 'rounded',
    fill: 'm12 5.8 1.9 4.1 4.5.5-3.4 3 1 4.4-4-2.3-4 2.3 1-4.4-3.4-3 4.5-.5z',
  },
  people: {
    plate: 'circle',
    fill: 'M12 6.8a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6zM7.4 17c0-3 2-4.6 4.6-4.6s4.6 1.6 4.6 4.6z',
  },
  spire: { plate: 'rounded', line: 'M12 5.4v4M10 7.2h4M7.6 17.6v-4.4L12 9.6l4.4 3.6v4.4z' },
  ballot: { plate: 'rounded', line: 'M7 11.4h10v6H7zM9.4 11.2l1.6-5h5l-1.6 5' },
  cup: {
    plate: 'circle',
    line: 'M7.6 8h7v4.6a3.5 3.5 0 0 1-7 0zM14.6 9.2h1a1.6 1.6 0 0 1 0 3.2h-1M7.4 17.4h8',
  },
  bed: { plate: 'rounded', line: 'M6.4 7.4v9.4M6.4 14.4h11.2v2.4M6.4 11.4h8.2a3 3 0 0 1 3 3' },
  dot: { plate: 'circle' },
  block: { plate: 'square' },
} as const satisfies Readonly<Record<string, Figure>>;

/** Name of a mark's figure. */
export type Silhouette = keyof typeof FIGURES;

/** A figure with its plate's outline; `dot` where the name is not known. */
export function figureOf(name: string): Figure & { readonly outline: string } {
  const figure: Figure = FIGURES[name as Silhouette] ?? FIGURES.dot;
  return { ...figure, outline: PLATES[figure.plate] };
}

/** Every name, for tests and the mark sheet. */
export const SILHOUETTES = Object.keys(FIGURES) as readonly Silhouette[];
