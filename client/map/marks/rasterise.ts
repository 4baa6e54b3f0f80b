import type { Drawing, Stroke } from '#data/cartography/marks/drawing.ts';

/** Pixels of a drawing as MapLibre takes them. */
export type Raster = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
};

/**
 * Paint a drawing at a device's pixel ratio.
 *
 * @param finish paints more on it, from the same corner
 * @throws Error where the browser gives no 2-D canvas
 */
export function rasterise(
  drawing: Drawing,
  pixelRatio: number,
  finish?: (context: CanvasRenderingContext2D) => void,
): Raster {
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
  finish?.(context);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
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
