import type { Geometry } from 'geojson';
import { boundsOf } from '#data/schema/geometry.ts';
import { sayDistance } from '#data/siting/figures.ts';
import { type Html, html } from '../html.ts';
import type { Frame, Pixel, Size } from './map-frame.ts';
import type { MapLine, SiteMapView } from './report.ts';

type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** Width of a letter and height of a line, px. */
const LETTER_PX = 7;
const LINE_PX = 15;

/** Longest name written, characters. */
const LONGEST = 30;

/** Names and distances, each where it covers no other; what finds no room is left to the caption and the tables. */
export function placeLabels(view: SiteMapView, frame: Frame, ringM: number): Html[] {
  const at = frame.project([...view.at]);
  const ringPx = view.ring ? heightOf(view.ring, frame) / 2 : ringM / frame.metresPerPx;
  const taken: Box[] = [
    { x: at[0] - 9, y: at[1] - 9, w: 18, h: 18 },
    { x: frame.width - 42, y: 6, w: 42, h: 46 },
    { x: 8, y: frame.height - 40, w: 190, h: 40 },
    ...view.lines.map(({ to }) => boxAt(frame.project([...to]), 14)),
  ];
  const seen = view.lines.filter(({ to }) => frame.holds(to));
  const write = writer(taken, frame);
  return [
    write(
      '500 m',
      [
        [at[0], at[1] - ringPx - 7],
        [at[0], at[1] + ringPx + 15],
      ],
      'ring-name',
    ),
    ...seen.map((line) => write(sayDistance(line.metres), along(line, frame), 'metres')),
    ...seen.map((line) =>
      write(
        clip(line.title),
        round(frame.project([...line.to]), clip(line.title)),
        line.synthetic ? 'end-name made-up' : 'end-name',
      ),
    ),
    ...view.places
      .filter((place) => frame.holds(place.at))
      .map(({ name, at: where }) =>
        write(clip(name), round(frame.project([...where]), clip(name)), 'place-name'),
      ),
  ].filter((label) => label !== undefined);
}

const clip = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;

const boxAt = ([x, y]: Pixel, size: number): Box => ({
  x: x - size / 2,
  y: y - size / 2,
  w: size,
  h: size,
});

/** Pixels from the top of a shape to its bottom. */
function heightOf(shape: Geometry, { project }: Frame): number {
  const [west = 0, south = 0, , north = 0] = boundsOf(shape) ?? [];
  return project([west, south])[1] - project([west, north])[1];
}

/** Places for a label along a line, the middle first. */
function along({ from, to }: MapLine, { project }: Frame): Pixel[] {
  const [[x1, y1], [x2, y2]] = [project([...from]), project([...to])];
  return [0.5, 0.6, 0.4, 0.7, 0.3].map((share) => [
    x1 + (x2 - x1) * share,
    y1 + (y2 - y1) * share + 4,
  ]);
}

/** Places for a label round a point: right, left, below, above. */
function round([x, y]: Pixel, text: string): Pixel[] {
  const half = (text.length * LETTER_PX) / 2 + 10;
  return [
    [x + half, y + 4],
    [x - half, y + 4],
    [x, y + 21],
    [x, y - 12],
    [x + half, y + 18],
    [x - half, y + 18],
    [x + half, y - 10],
    [x - half, y - 10],
  ];
}

/** Writes a label at the first place that is free and inside the picture. */
function writer(taken: Box[], size: Size) {
  return (text: string, places: readonly Pixel[], name: string): Html | undefined => {
    const w = text.length * LETTER_PX + 4;
    for (const [x, y] of places) {
      const box = { x: x - w / 2, y: y - LINE_PX + 3, w, h: LINE_PX + 1 };
      if (!fits(box, size) || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      const edge =
        name.endsWith('made-up') &&
        html`<rect class="made-up" x="${(box.x - 1).toFixed(1)}" y="${box.y.toFixed(1)}" width="${(w + 2).toFixed(1)}" height="${LINE_PX + 2}"/>`;
      return html`${edge}<text class="${name}" x="${x.toFixed(1)}" y="${y.toFixed(1)}">${text}</text>`;
    }
    return undefined;
  };
}

const fits = ({ x, y, w, h }: Box, { width, height }: Size): boolean =>
  x > 4 && y > 2 && x + w < width - 4 && y + h < height - 2;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
