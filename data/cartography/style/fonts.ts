/**
 * Font stacks of labels. Each is a family of its own, registered in the client's `font-faces.ts` from one
 * variable font: MapLibre reads the weight and slant from the family's name.
 */
export const FONTS = {
  regular: ['Odin Map Regular'],
  medium: ['Odin Map Medium'],
  bold: ['Odin Map Bold'],
  italic: ['Odin Map Italic'],
} as const;

/** The same fonts by the names other programs know them by, and as `data/cartography/fonts` holds them. */
export const FONT_FILES: ReadonlyMap<string, string> = new Map([
  [FONTS.regular[0], 'Atkinson Hyperlegible Next Regular'],
  [FONTS.medium[0], 'Atkinson Hyperlegible Next Medium'],
  [FONTS.bold[0], 'Atkinson Hyperlegible Next Bold'],
  [FONTS.italic[0], 'Atkinson Hyperlegible Next Italic'],
]);
