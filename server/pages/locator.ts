import type { Geometry, Position } from 'geojson';
import { type Bounds, boundsOf, eachPosition } from '#data/schema/geometry.ts';
import { type Html, html } from './html.ts';

/** Width of the picture, px; its height follows from what it shows. */
const WIDTH = 420;
const MAX_HEIGHT = 460;

/** Room round the edge, a share of the width. */
const MARGIN = 0.05;

/** Most features drawn; beyond that the picture says no more. */
const MOST = 2_000;

export type Outline = {
  readonly gssCode: string;
  readonly name: string;
  readonly geometry: Geometry;
};

export type LocatorView = {
  readonly districts: readonly Outline[];
  /** GSS codes of the districts that fill the picture; empty: all of them. */
  readonly focus: readonly string[];
  readonly features: readonly Geometry[];
  /** What the picture shows, for those who cannot see it. */
  readonly label: string;
};

/** A small map without tiles: district outlines, and every feature where it is. */
export function locator({ districts, focus, features, label }: LocatorView): Html {
  const chosen = districts.filter(({ gssCode }) => focus.length === 0 || focus.includes(gssCode));
  const frame = frameOf(chosen.length > 0 ? chosen : districts);
  if (!frame) return html``;
  const { project, height } = frame;
  const outlines = districts.map(({ geometry }) => pathOf(geometry, project)).join('');
  const shown = features.slice(0, MOST);
  const points = shown.filter(isPoint);
  const rest = shown.filter((geometry) => !isPoint(geometry));
  const areas = rest.filter(({ type }) => type.endsWith('Polygon'));
  const lines = rest.filter(({ type }) => !type.endsWith('Polygon'));
  const names = chosen.map(({ name, geometry }) => nameAt(name, geometry, project));
  return html`<svg class="locator" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">
<path class="district" d="${outlines}"/>
<path class="area" d="${areas.map((geometry) => pathOf(geometry, project)).join('')}"/>
<path class="line" d="${lines.map((geometry) => pathOf(geometry, project)).join('')}"/>
<path class="point" d="${points.map((geometry) => dotsOf(geometry, project)).join('')}"/>
<g aria-hidden="true">${names}</g>
</svg>`;
}

type Project = (position: Position) => [number, number];

const isPoint = ({ type }: Geometry): boolean => type.endsWith('Point');

function frameOf(areas: readonly Outline[]): { project: Project; height: number } | undefined {
  const boxes = areas.map(({ geometry }) => boundsOf(geometry));
  const [first, ...others] = boxes.filter((box) => box !== undefined);
  if (!first) return undefined;
  const [west, south, east, north] = others.reduce<Bounds>(
    (box, other) => [
      Math.min(box[0], other[0]),
      Math.min(box[1], other[1]),
      Math.max(box[2], other[2]),
      Math.max(box[3], other[3]),
    ],
    first,
  );
  const squeeze = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const scale = Math.min(
    (WIDTH * (1 - 2 * MARGIN)) / ((east - west) * squeeze),
    (MAX_HEIGHT - 2 * WIDTH * MARGIN) / (north - south),
  );
  const height = Math.round((north - south) * scale + 2 * WIDTH * MARGIN);
  const left = (WIDTH - (east - west) * squeeze * scale) / 2;
  const project: Project = ([lng = 0, lat = 0]) => [
    left + (lng - west) * squeeze * scale,
    WIDTH * MARGIN + (north - lat) * scale,
  ];
  return { project, height };
}

/** Outline of lines and rings, corners closer than half a pixel left out. */
function pathOf(geometry: Geometry, project: Project): string {
  switch (geometry.type) {
    case 'LineString':
      return runOf(geometry.coordinates, project);
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.map((run) => runOf(run, project)).join('');
    case 'MultiPolygon':
      return geometry.coordinates
        .flat()
        .map((run) => runOf(run, project))
        .join('');
    case 'GeometryCollection':
      return geometry.geometries.map((part) => pathOf(part, project)).join('');
    default:
      return '';
  }
}

function runOf(positions: readonly Position[], project: Project): string {
  let path = '';
  let last: [number, number] | undefined;
  for (const position of positions) {
    const here = project(position);
    if (last && Math.abs(here[0] - last[0]) < 0.5 && Math.abs(here[1] - last[1]) < 0.5) continue;
    path += `${last ? 'L' : 'M'}${here[0].toFixed(1)} ${here[1].toFixed(1)}`;
    last = here;
  }
  return path;
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

function nameAt(name: string, geometry: Geometry, project: Project): Html {
  const [west = 0, south = 0, east = 0, north = 0] = boundsOf(geometry) ?? [];
  const [x, y] = project([(west + east) / 2, (south + north) / 2]);
  return html`<text x="${x.toFixed(0)}" y="${y.toFixed(0)}">${name}</text>`;
}
