import { SPACE } from '#data/siting/figures.ts';

/** A sentence as it is typed, with units that keep to their figures. */
export const keepUnits = (text: string): string =>
  text
    .replaceAll(/(\d) (?=(?:ha|m|km|MW|MVA|%|kV|\/)(?:\W|$))/g, `$1${SPACE}`)
    .replaceAll(/\/ (?=\d)/g, `/${SPACE}`);
