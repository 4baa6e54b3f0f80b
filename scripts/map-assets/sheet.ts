import type { Drawing } from '#data/cartography/marks/drawing.ts';
import { drawMark, readMarkName } from '#data/cartography/marks/mark.ts';
import { readPatternName } from '#data/cartography/marks/patterns.ts';
import type { MapMode } from '#data/cartography/picture.ts';
import { imagesIn, styleDocument } from '#data/cartography/style/style-document.ts';
import { summaryOf } from '#data/cartography/style/summary-of-type.ts';
import { FEATURE_TYPES } from '#data/features/index.ts';

/** A picture and where it lies on a sheet, pixels of the sheet. */
type Piece = {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly drawing: Drawing;
};

/** Width of a sheet at 1×, pixels. */
const SHEET_PX = 768;
/** Room between pictures, so that none shows at its neighbour's edge. */
const GAP_PX = 1;

/** Names of every picture the styles of all feature types ask for. */
export function namesIn(mode: MapMode): string[] {
  const layers = FEATURE_TYPES.map((type) => summaryOf(type));
  const options = { name: '', origin: 'http://127.0.0.1', mode, basemap: true };
  return imagesIn(styleDocument(layers, options));
}

/** Put the pictures in rows, those of a height together. */
export function layOut(names: readonly string[], pixelRatio: number) {
  const drawings = names.map((name) => ({ name, drawing: drawingOf(name) }));
  drawings.sort((a, b) => b.drawing.heightPx - a.drawing.heightPx);
  const width = SHEET_PX * pixelRatio;
  let [x, y, rowHeight] = [0, 0, 0];
  const pieces = drawings.map(({ name, drawing }): Piece => {
    const [w, h] = [drawing.widthPx * pixelRatio, drawing.heightPx * pixelRatio];
    if (x + w > width) [x, y, rowHeight] = [0, y + rowHeight + GAP_PX, 0];
    const piece = { name, x, y, width: w, height: h, drawing };
    x += w + GAP_PX;
    rowHeight = Math.max(rowHeight, h);
    return piece;
  });
  return { width, height: y + rowHeight, pieces, pixelRatio };
}

function drawingOf(name: string): Drawing {
  const mark = readMarkName(name);
  const drawing = mark ? drawMark(mark.mark, mark.mode) : readPatternName(name);
  if (!drawing) throw new RangeError(`No picture "${name}"`);
  return drawing;
}
