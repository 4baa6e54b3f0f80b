import type { Geometry, Position } from 'geojson';
import type { RuleGroup } from '#data/consultation/rule.ts';
import { type Bounds, boundsOf, eachPosition } from '#data/schema/geometry.ts';
import { type Html, html } from './html.ts';
import type { Outline } from './locator.ts';

/** What is drawn of one finding, and the number it has in the list. */
export type MapMark = {
  readonly number: number;
  readonly group: RuleGroup;
  readonly geometries: readonly Geometry[];
};

export type AreaMapView = {
  readonly area: Geometry;
  /** Before its buffer. */
  readonly subject?: Geometry;
  readonly bounds: Bounds;
  readonly districts: readonly Outline[];
  readonly marks: readonly MapMark[];
  /** What the picture shows, for those who cannot see it. */
  readonly label: string;
};

/** Size of the picture, px. */
const WIDTH = 720;
const LEAST_HEIGHT = 360;
const MOST_HEIGHT = 640;

/** Room round the area, a share of its longer side, and the least of it, degrees of latitude (about 220 m). */
const MARGIN = 0.18;
const LEAST_MARGIN = 0.002;

/** Metres in a degree of latitude, near enough for a scale bar. */
const DEGREE_M = 111_260;

/** A picture of an area and what was found on it: drawn by number, in shapes that tell apart without colour. */
export function areaMap(view: AreaMapView): Html {
  const frame = frameOf(view.bounds);
  const { height, project } = frame;
  const path = (geometry: Geometry) => pathOf(geometry, project);
  const marks = [...view.marks].sort((one, other) => ORDER[one.group] - ORDER[other.group]);
  return html`<svg class="area-map" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${view.label}">
<defs>
<pattern id="stop" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7" class="hatch"/></pattern>
<pattern id="consult" width="7" height="7" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1.1" class="dot"/></pattern>
</defs>
${view.districts.map(({ geometry }) => html`<path class="district" d="${path(geometry)}"/>`)}
${marks.map(({ group, geometries }) => html`<g class="${group}">${shapesOf(geometries, frame)}</g>`)}
<path class="casing" d="${path(view.area)}"/><path class="asked" d="${path(view.area)}"/>
${view.subject && html`<path class="subject" d="${path(view.subject)}"/>`}
${isPoint(view.area) && html`<path class="asked-point" d="${dotsOf(view.area, project)}"/>`}
<g aria-hidden="true">${numbersOf(view, frame)}${districtNames(view.districts, frame)}${scaleBar(frame)}
<g class="north" transform="translate(${WIDTH - 28} 14)"><path d="M0 24 8 0 16 24 8 18Z"/><text x="8" y="38">N</text></g></g>
</svg>`;
}

/** Painted later is on top. */
const ORDER: Readonly<Record<RuleGroup, number>> = { note: 0, consult: 1, stop: 2 };

type Project = (position: Position) => readonly [x: number, y: number];
type Frame = {
  readonly height: number;
  readonly project: Project;
  readonly metresPerPx: number;
};

function frameOf([west, south, east, north]: Bounds): Frame {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [wide, high] = [(east - west) * squeeze, north - south];
  const margin = Math.max(MARGIN * Math.max(wide, high), LEAST_MARGIN);
  const [roomX, roomY] = [wide + 2 * margin, high + 2 * margin];
  const height = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, Math.round((roomY / roomX) * WIDTH)));
  const scale = Math.min(WIDTH / roomX, height / roomY);
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  return {
    height,
    metresPerPx: DEGREE_M / scale,
    project: ([lng = 0, lat = 0]) => [
      WIDTH / 2 + (lng - middleX) * squeeze * scale,
      height / 2 + (middleY - lat) * scale,
    ],
  };
}

const isPoint = ({ type }: Geometry): boolean => type.endsWith('Point');

function shapesOf(geometries: readonly Geometry[], { project }: Frame): Html {
  const d = (kind: string) =>
    geometries
      .filter(({ type }) => type.endsWith(kind))
      .map((geometry) => (kind === 'Point' ? dotsOf(geometry, project) : pathOf(geometry, project)))
      .join('');
  return html`<path class="ground" d="${d('Polygon')}"/><path class="way" d="${d('LineString')}"/><path class="spot" d="${d('Point')}"/>`;
}

/** Runs and rings, corners closer than half a pixel left out; what is far outside the picture too. */
function pathOf(geometry: Geometry, project: Project): string {
  switch (geometry.type) {
    case 'LineString':
      return runOf(geometry.coordinates, project, '');
    case 'MultiLineString':
      return geometry.coordinates.map((run) => runOf(run, project, '')).join('');
    case 'Polygon':
      return geometry.coordinates.map((ring) => runOf(ring, project, 'Z')).join('');
    case 'MultiPolygon':
      return geometry.coordinates
        .flat()
        .map((ring) => runOf(ring, project, 'Z'))
        .join('');
    case 'GeometryCollection':
      return geometry.geometries.map((part) => pathOf(part, project)).join('');
    default:
      return '';
  }
}

/** Pixels from the picture beyond which a position need not be exact. */
const AFAR_PX = 3_000;

function runOf(positions: readonly Position[], project: Project, end: string): string {
  let path = '';
  let last: readonly [number, number] | undefined;
  for (const position of positions) {
    const [x, y] = project(position).map((px) => Math.max(-AFAR_PX, Math.min(AFAR_PX, px)));
    if (x === undefined || y === undefined) continue;
    if (last && Math.abs(x - last[0]) < 0.5 && Math.abs(y - last[1]) < 0.5) continue;
    path += `${last ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    last = [x, y];
  }
  return path + end;
}

/** Round dots by a round line cap on a line of no length. */
function dotsOf(geometry: Geometry, project: Project): string {
  let path = '';
  eachPosition(geometry, (position) => {
    const [x, y] = project(position);
    path += `M${x.toFixed(1)} ${y.toFixed(1)}h0`;
  });
  return path;
}

/** Radius of a number's disc, px. */
const DISC_PX = 9;

/** Each finding's number, on it as far as that lies in the picture, and off every number before it. */
function numbersOf({ marks, area }: AreaMapView, frame: Frame): Html[] {
  const taken: Pixel[] = [];
  const rings = ringsOf(area).map((ring) => ring.map(frame.project));
  return marks.flatMap(({ number, geometries }) => {
    const seen = positionsIn(geometries, frame);
    const on = seen.filter((pixel) => isInside(pixel, rings));
    const at = freeOf(on, taken) ?? freeOf(seen, taken) ?? on[0] ?? seen[0];
    if (!at) return [];
    taken.push(at);
    const [x, y] = at;
    return [
      html`<g class="number"><circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${DISC_PX}"/><text x="${x.toFixed(1)}" y="${(y + 4).toFixed(1)}">${number}</text></g>`,
    ];
  });
}

type Pixel = readonly [x: number, y: number];

/** Positions of shapes that are well inside the picture. */
function positionsIn(geometries: readonly Geometry[], { project, height }: Frame): Pixel[] {
  const inside: Pixel[] = [];
  for (const geometry of geometries) {
    eachPosition(geometry, (position) => {
      const [x, y] = project(position);
      if (x > 24 && y > 24 && x < WIDTH - 48 && y < height - 40) inside.push([x, y]);
    });
  }
  return inside;
}

/** One in the middle of them that no number covers, else any. */
function freeOf(pixels: readonly Pixel[], taken: readonly Pixel[]): Pixel | undefined {
  const free = ([x, y]: Pixel) => taken.every(([a, b]) => Math.hypot(a - x, b - y) > 2.3 * DISC_PX);
  const middle = pixels[Math.floor(pixels.length / 2)];
  return middle && free(middle) ? middle : pixels.find(free);
}

function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

function isInside([x, y]: Pixel, rings: readonly (readonly Pixel[])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (const [at, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(at + 1) % ring.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  }
  return inside;
}

function districtNames(districts: readonly Outline[], { project, height }: Frame): Html[] {
  return districts.flatMap(({ name, geometry }) => {
    const [west = 0, south = 0, east = 0, north = 0] = boundsOf(geometry) ?? [];
    const [x, y] = project([(west + east) / 2, (south + north) / 2]);
    const [left, top] = [clamp(x, 60, WIDTH - 90), clamp(y, 20, height - 36)];
    const [w = 0, n = 0] = project([west, north]);
    const [e = 0, s = 0] = project([east, south]);
    const isSeen = e > 60 && w < WIDTH - 60 && s > 30 && n < height - 30;
    return isSeen
      ? [html`<text class="name" x="${left.toFixed(0)}" y="${top.toFixed(0)}">${name}</text>`]
      : [];
  });
}

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value));

/** Round lengths a bar may have, metres. */
const BARS_M = [20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];

function scaleBar({ metresPerPx, height }: Frame): Html {
  const barM = BARS_M.findLast((metres) => metres / metresPerPx <= WIDTH / 4) ?? 20;
  const px = (barM / metresPerPx).toFixed(1);
  return html`<g class="scale" transform="translate(16 ${height - 14})"><path d="M0-6V0H${px}V-6"/><text x="4" y="-5">${barM < 1_000 ? `${barM} m` : `${barM / 1_000} km`}</text></g>`;
}
