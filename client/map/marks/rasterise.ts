import type { Drawing, Stroke } from '#data/cartography/marks/drawing.ts';

/** Pixels of a drawing as MapLibre takes them. */
export type Raster = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
};

/** Letters in the middle of a drawing. */
export type Lettering = {
  readonly text: string;
  readonly colour: string;
  /** As CSS writes it; loaded already. */
  readonly font: string;
};

/**
 * Paint a drawing at a device's pixel ratio, with what is to be written on it.
 *
 * @throws Error where the browser gives no 2-D canvas
 */
export function rasterise(drawing: Drawing, pixelRatio: number, lettering?: Lettering): Raster {
  const width = Math.ceil(drawing.widthPx * pixelRatio);
  const height = Math.ceil(drawing.heightPx * pixelRatio);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('Cannot draw map marks: this browser has no 2-D canvas');
  context.scale(width / drawing.widthPx, height / drawing.heightPx);
  const marginPx = drawing.marginPx ?? 0;
  context.translate(marginPx, marginPx);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of drawing.strokes) paint(context, stroke);
  if (lettering !== undefined) {
    const middle = { x: drawing.widthPx / 2 - marginPx, y: drawing.heightPx / 2 - marginPx };
    write(context, lettering, middle);
  }
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

function write(
  context: CanvasRenderingContext2D,
  { text, colour, font }: Lettering,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  context.globalAlpha = 1;
  context.fillStyle = colour;
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  // by its own height: what fonts call the middle is that of letters with tails
  const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = context.measureText(text);
  context.fillText(text, x, y + (up - down) / 2);
}

function paint(context: CanvasRenderingContext2D, stroke: Stroke): void {
  const path = new Path2D(stroke.d);
  context.globalAlpha = stroke.opacity ?? 1;
  if (stroke.fill !== undefined) {
    context.fillStyle = stroke.fill;
    context.fill(path);
  }
  if (stroke.stroke !== undefined) {
    context.strokeStyle = stroke.stroke;
    context.lineWidth = stroke.widthPx ?? 1;
    context.setLineDash([...(stroke.dash ?? [])]);
    context.stroke(path);
  }
}
