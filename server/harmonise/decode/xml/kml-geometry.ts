import type { Geometry, Position } from 'geojson';
import { gathered } from '../wkb.ts';
import { readTuples } from './coordinates.ts';

/** KML elements that are geometries. */
const SHAPES: ReadonlySet<string> = new Set([
  'Point',
  'LineString',
  'LinearRing',
  'Polygon',
  'MultiGeometry',
  'Track',
  'MultiTrack',
]);

type Open = { readonly name: string; parts: Geometry[]; rings: Position[][]; line: Position[] };

/** Builds the geometry of one Placemark from its elements. */
export type KmlGeometry = {
  readonly open: (name: string) => void;
  /** @param text what the element held */
  readonly close: (name: string, text: string) => void;
  /** The geometry so far; null when there is none, a sentence when it is damaged. */
  readonly result: () => Geometry | null | string;
};

/** A builder for one Placemark. */
export function kmlGeometry(): KmlGeometry {
  const top: Open = openShape('');
  const stack: Open[] = [top];
  let fault: string | undefined;
  const innermost = () => stack.at(-1) ?? top;

  const take = (positions: Position[] | string) => {
    if (typeof positions === 'string') fault ??= positions;
    else for (const position of positions) innermost().line.push(position);
  };

  return {
    open: (name) => {
      if (SHAPES.has(name)) stack.push(openShape(name));
    },
    close: (name, text) => {
      if (name === 'coordinates') take(readTuples(text));
      else if (name === 'coord') take(readTuples(text.trim().replaceAll(/\s+/g, ',')));
      const shape = innermost();
      if (shape.name !== name || shape === top) return;
      stack.pop();
      closeShape(shape, innermost());
    },
    result: () => fault ?? (top.parts.length === 1 ? (top.parts[0] ?? null) : gathered(top.parts)),
  };
}

const openShape = (name: string): Open => ({ name, parts: [], rings: [], line: [] });

function closeShape(shape: Open, parent: Open): void {
  const { name, line } = shape;
  if (line.length > 0 && name === 'LinearRing' && parent.name === 'Polygon') {
    parent.rings.push(line);
    return;
  }
  const geometry = geometryOf(shape);
  if (geometry) parent.parts.push(geometry);
}

function geometryOf({ name, parts, rings, line }: Open): Geometry | null {
  const [first] = line;
  if (name === 'MultiGeometry' || name === 'MultiTrack') return gathered(parts);
  if (name === 'Polygon') return rings[0] ? { type: 'Polygon', coordinates: rings } : null;
  if (!first) return null;
  if (name === 'Point') return { type: 'Point', coordinates: first };
  return { type: 'LineString', coordinates: line };
}
