/**
 * Draw what maps elsewhere need of ours: the sheets of marks and patterns, `data/cartography/sprites`, and the
 * letters of our fonts as distance fields, `data/cartography/fonts`. In a browser, with the strokes and the
 * font files the explorer itself draws with.
 *
 *     node scripts/draw-map-assets.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import type { MapMode } from '#data/cartography/picture.ts';
import { encodeGlyphs, FACES, type Glyph, RANGES, TINY_SDF } from './map-assets/glyphs.ts';
import { layOut, namesIn } from './map-assets/sheet.ts';

const FOLDER = new URL('../data/cartography/', import.meta.url);
const BROWSER = process.env.ODIN_CHROMIUM ?? '/usr/bin/chromium';
const MODES: readonly MapMode[] = ['light', 'dark', 'contrast'];

const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const mode of MODES) for (const pixelRatio of [1, 2]) await drawSheet(mode, pixelRatio);
  for (const face of FACES) await drawLetters(face);

  async function drawSheet(mode: MapMode, pixelRatio: number): Promise<void> {
    const sheet = layOut(namesIn(mode), pixelRatio);
    const url = await page.evaluate(paintSheet, sheet);
    const name = `${mode}${pixelRatio === 1 ? '' : `@${pixelRatio}x`}`;
    const index = sheet.pieces.map(({ name, x, y, width, height }) => [
      name,
      { x, y, width, height, pixelRatio },
    ]);
    save(`sprites/${name}.json`, `${JSON.stringify(Object.fromEntries(index))}\n`);
    save(`sprites/${name}.png`, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  }

  async function drawLetters({ name, files, weight }: (typeof FACES)[number]): Promise<void> {
    const fonts = files.map((file) => readFileSync(file, 'base64'));
    const code = TINY_SDF;
    for (const [from, to] of RANGES) {
      const glyphs = await page.evaluate(drawGlyphs, { fonts, code, weight, from, to });
      const bytes = encodeGlyphs(name, `${from}-${to}`, glyphs);
      save(`fonts/${name}/${from}-${to}.pbf`, bytes);
    }
  }
} finally {
  await browser.close();
}

function save(path: string, content: string | Uint8Array): void {
  const file = new URL(path, FOLDER);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, content);
}

/** Runs in the page: paint every piece where it belongs. Returns a data URL. */
function paintSheet({ width, height, pieces, pixelRatio }: ReturnType<typeof layOut>): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  for (const { x, y, width, height, drawing } of pieces) {
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    const marginPx = drawing.marginPx ?? 0;
    context.setTransform(pixelRatio, 0, 0, pixelRatio, x, y);
    context.translate(marginPx, marginPx);
    [context.lineCap, context.lineJoin] = ['round', 'round'];
    for (const stroke of drawing.strokes) {
      const path = new Path2D(stroke.d);
      context.globalAlpha = stroke.opacity ?? 1;
      context.fillStyle = stroke.fill ?? 'transparent';
      context.fill(path);
      context.strokeStyle = stroke.stroke ?? 'transparent';
      context.lineWidth = stroke.widthPx ?? 1;
      context.setLineDash([...(stroke.dash ?? [])]);
      context.stroke(path);
    }
    context.restore();
  }
  return canvas.toDataURL('image/png');
}

type Asked = { fonts: string[]; code: string; weight: string; from: number; to: number };

/** Runs in the page: the distance field of every letter of a range the fonts have. */
async function drawGlyphs({ fonts, code, weight, from, to }: Asked): Promise<Glyph[]> {
  const faces = fonts.map(
    (font, i) =>
      new FontFace(`Face ${i}`, `url(data:font/woff2;base64,${font})`, { weight: '200 800' }),
  );
  for (const face of faces) document.fonts.add(await face.load());
  const TinySdf = new Function(code.replace('export default class TinySDF', 'return class'))();
  const draw = (fontFamily: string) => {
    const sizes = { fontSize: 24, buffer: 3, radius: 8, cutoff: 0.25 };
    return new TinySdf({ ...sizes, fontFamily, fontWeight: weight });
  };
  const names = faces.map(({ family }) => `"${family.replaceAll('"', '')}"`);
  const [ours, other] = [draw([...names, 'monospace'].join()), draw('monospace')];
  const glyphs: Glyph[] = [];
  for (let id = Math.max(32, from); id <= to; id++) {
    const letter = String.fromCodePoint(id);
    const [glyph, fallback] = [ours.draw(letter), other.draw(letter)];
    // what the fonts lack comes out as the fallback has it
    if (id !== 32 && String(fallback.data) === String(glyph.data)) continue;
    const { data, glyphWidth, glyphHeight, glyphTop, glyphLeft, glyphAdvance } = glyph;
    const metrics = { width: glyphWidth, height: glyphHeight, left: glyphLeft, top: glyphTop };
    glyphs.push({ id, ...metrics, advance: Math.round(glyphAdvance), bitmap: [...data] });
  }
  for (const face of faces) document.fonts.delete(face);
  return glyphs;
}
