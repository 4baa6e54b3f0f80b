import extendedUrl from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?url';
import italicUrl from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2?url';
import uprightUrl from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import { FONTS } from '#data/cartography/style/fonts.ts';

/** Letters each file holds. Source: the package's own index.css. */
const LATIN =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD';
const LATIN_EXTENDED =
  'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF';

/** Weights the variable font spans. */
const WEIGHTS = '200 800';

/**
 * Make the map's fonts known to the page, from our own files: labels look the same where no font is installed.
 *
 * The style declares no `glyphs` and no `font-faces`: MapLibre registers a declared file at one weight, and a
 * variable file would lose its bold. It draws these families itself, at the weight their names say.
 */
export function registerFonts(): void {
  for (const [family] of [FONTS.regular, FONTS.medium, FONTS.bold]) {
    register(family, uprightUrl, { unicodeRange: LATIN });
    register(family, extendedUrl, { unicodeRange: LATIN_EXTENDED });
  }
  register(FONTS.italic[0], italicUrl, { unicodeRange: LATIN, style: 'italic' });
}

function register(family: string, url: string, descriptors: FontFaceDescriptors): void {
  const known = [...document.fonts].some(
    (face) => face.family === family && face.unicodeRange === descriptors.unicodeRange,
  );
  if (known) return;
  document.fonts.add(new FontFace(family, `url("${url}")`, { weight: WEIGHTS, ...descriptors }));
}
