import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { Map as MapLibre } from 'maplibre-gl';
import { compileStyle, type StyleState } from '#data/cartography/style/compile-style.ts';
import { registerFonts } from './font-faces.ts';
import { type ImageSupply, supplyImages } from './images.ts';
import type { Comparing, Still } from './map-controller.ts';
import './start-worker.ts';

/** Longest wait for tiles and letters, ms: a picture that lacks a slow tile is better than none. */
const PATIENCE_MS = 30_000;

/** Width of the divider of a comparison, device pixels. */
const DIVIDER_PX = 8;

/** Largest side of a picture, device pixels: what every WebGL 2 device can draw. */
const MOST_PX = 8_192;

/**
 * Draw what is on the map; of a comparison both pictures, with the divider between them.
 *
 * @returns a PNG
 * @throws Error, in words for a person, when the browser cannot draw it
 */
export async function drawStill(
  state: StyleState,
  still: Still,
  comparing: Comparing | undefined,
): Promise<Blob> {
  const left = await drawOnce(compileStyle(state), still);
  if (comparing === undefined) return left;
  const right = await drawOnce(compileStyle({ ...state, layers: comparing.right }), still);
  const pictures = await Promise.all([createImageBitmap(left), createImageBitmap(right)]);
  return pictureOf(joined(pictures, comparing.share));
}

/** The left picture up to the divider, the right one beyond it. */
function joined(
  [left, right]: readonly [ImageBitmap, ImageBitmap],
  share: number,
): HTMLCanvasElement {
  const { width, height } = left;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser has no 2-D canvas to make a picture with.');
  const at = Math.round(width * share);
  pen.drawImage(left, 0, 0);
  pen.drawImage(right, at, 0, width - at, height, at, 0, width - at, height);
  pen.fillStyle = '#17191c';
  pen.fillRect(at - DIVIDER_PX / 2, 0, DIVIDER_PX, height);
  return canvas;
}

/** What a picture is drawn of, and how large. */
type Sheet = Omit<Still, 'mode'> & {
  /** Pictures of its own. */
  readonly images?: ImageSupply;
};

/** A map of its own, off the screen and finer than the screen, to draw pictures of one size on. */
export type StillMap = {
  /** Draw a picture. @throws Error, in words for a person, when the browser cannot make it */
  readonly draw: (style: StyleSpecification, view: Sheet['view']) => Promise<Blob>;
  readonly end: () => void;
};

async function drawOnce(style: StyleSpecification, sheet: Sheet): Promise<Blob> {
  const still = openStill(style, sheet);
  try {
    return await still.draw(style, sheet.view);
  } finally {
    still.end();
  }
}

/**
 * Begin to draw pictures.
 *
 * @throws Error where the browser cannot draw a map
 */
export function openStill(style: StyleSpecification, sheet: Sheet): StillMap {
  registerFonts();
  const { widthPx, heightPx, view } = sheet;
  const pixelRatio = Math.min(sheet.pixelRatio, MOST_PX / widthPx, MOST_PX / heightPx);
  const container = document.createElement('div');
  container.style.cssText = `position:fixed;left:-20000px;top:0;width:${widthPx}px;height:${heightPx}px`;
  container.setAttribute('aria-hidden', 'true');
  container.inert = true;
  document.body.append(container);
  const map = new MapLibre({
    container,
    style,
    center: [view.lng, view.lat],
    zoom: view.zoom,
    pixelRatio,
    maxCanvasSize: [MOST_PX, MOST_PX],
    interactive: false,
    attributionControl: false,
    fadeDuration: 0,
    renderWorldCopies: false,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  supplyImages(map, pixelRatio, sheet.images);
  let shown = style;
  return {
    draw: async (next, { lng, lat, zoom }) => {
      if (next !== shown) map.setStyle(next, { diff: true, validate: false });
      shown = next;
      map.jumpTo({ center: [lng, lat], zoom });
      await rest(map);
      return pictureOf(map.getCanvas());
    },
    end: () => {
      map.remove();
      container.remove();
    },
  };
}

/** Until everything asked for is drawn. */
function rest(map: MapLibre): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    map.triggerRepaint();
    map.once('idle', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function pictureOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('This browser cannot make a picture of this size.'));
    }, 'image/png');
  });
}
