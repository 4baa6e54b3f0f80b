import { type Appearance, readAppearance } from './appearance.ts';

/** Where the browser keeps the appearance a reader chose. */
const APPEARANCE_KEY = 'odin.appearance';

/** The appearance chosen on an earlier visit; the device's own where none was, or where nothing may be kept. */
export function recallAppearance(): Appearance {
  try {
    return readAppearance(localStorage.getItem(APPEARANCE_KEY));
  } catch {
    return readAppearance(undefined);
  }
}

/** Keep an appearance for the next visit, where the browser lets us. */
export function keepAppearance(appearance: Appearance): void {
  try {
    localStorage.setItem(APPEARANCE_KEY, appearance);
  } catch {
    // it holds for this visit
  }
}
