/**
 * Font stacks of labels. Each is a family of its own, registered in `font-faces.ts` from one variable font:
 * MapLibre reads the weight and slant from the family's name.
 */
export const FONTS = {
  regular: ['Odin Map Regular'],
  medium: ['Odin Map Medium'],
  bold: ['Odin Map Bold'],
  italic: ['Odin Map Italic'],
} as const;
