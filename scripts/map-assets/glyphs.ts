import { readFileSync } from 'node:fs';
import { PbfWriter } from 'pbf';

/** A letter's distance field and how it is set, pixels at a font size of 24. */
export type Glyph = {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  /** From the base line up to its top. */
  readonly top: number;
  readonly advance: number;
  readonly bitmap: readonly number[];
};

const PACKAGE = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files';
const UPRIGHT = `${PACKAGE}/atkinson-hyperlegible-next-latin-wght-normal.woff2`;
const EXTENDED = `${PACKAGE}/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2`;
const ITALIC = `${PACKAGE}/atkinson-hyperlegible-next-latin-wght-italic.woff2`;

/** Fonts by the names of `FONT_FILES`, and the files their letters come from. */
export const FACES = [
  { name: 'Atkinson Hyperlegible Next Regular', files: [UPRIGHT, EXTENDED], weight: '400' },
  { name: 'Atkinson Hyperlegible Next Medium', files: [UPRIGHT, EXTENDED], weight: '500' },
  { name: 'Atkinson Hyperlegible Next Bold', files: [UPRIGHT, EXTENDED], weight: '700' },
  { name: 'Atkinson Hyperlegible Next Italic', files: [ITALIC], weight: '400' },
] as const;

/** Code points drawn: Latin with its accents (Welsh among them), and punctuation with the euro sign. */
export const RANGES = [
  [0, 255],
  [256, 511],
  [8192, 8447],
] as const;

/** The module that turns letters into distance fields, as text for the page. */
export const TINY_SDF = readFileSync('node_modules/@mapbox/tiny-sdf/index.js', 'utf8');

/** What map programs measure a letter's top from, pixels at 24: MapLibre's own figure for letters it draws itself. */
const TOP_LINE = 27;

/** Letters as map programs ask for them. Source: `glyphs.proto` of Mapbox's node-fontnik. */
export function encodeGlyphs(name: string, range: string, glyphs: readonly Glyph[]): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeMessage(
    1,
    (_, stack) => {
      stack.writeStringField(1, name);
      stack.writeStringField(2, range);
      for (const glyph of glyphs) stack.writeMessage(3, writeGlyph, glyph);
    },
    undefined,
  );
  return pbf.finish();
}

function writeGlyph(glyph: Glyph, pbf: PbfWriter): void {
  pbf.writeVarintField(1, glyph.id);
  if (glyph.width > 0) pbf.writeBytesField(2, Uint8Array.from(glyph.bitmap));
  pbf.writeVarintField(3, glyph.width);
  pbf.writeVarintField(4, glyph.height);
  pbf.writeSVarintField(5, Math.round(glyph.left));
  pbf.writeSVarintField(6, Math.round(glyph.top - TOP_LINE));
  pbf.writeVarintField(7, glyph.advance);
}
