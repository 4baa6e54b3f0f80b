import type { Geometry, Position } from 'geojson';
import { linearise, oppositeOf } from '../geometry/arcs.ts';
import { gathered } from '../wkb.ts';
import { readPosList, readTuples } from './coordinates.ts';
import type { Attributes } from './reader.ts';

/** How a GML element takes part in a geometry. */
type Role = 'point' | 'line' | 'ring' | 'polygon' | 'several' | 'segment' | 'arc';

/** Source: OGC 07-036 (GML 3.2.1) clauses 10 and 11, and GML 2.1.2. */
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['Point', 'point'],
  ['LineString', 'line'],
  ['Curve', 'line'],
  ['OrientableCurve', 'line'],
  ['CompositeCurve', 'line'],
  ['LinearRing', 'ring'],
  ['Ring', 'ring'],
  ['Polygon', 'polygon'],
  ['PolygonPatch', 'polygon'],
  ['Rectangle', 'polygon'],
  ['Triangle', 'polygon'],
  ['Box', 'polygon'],
  ['LineStringSegment', 'segment'],
  ['GeodesicString', 'segment'],
  ['Arc', 'arc'],
  ['ArcString', 'arc'],
  ['Circle', 'arc'],
  ['Surface', 'several'],
  ['PolyhedralSurface', 'several'],
  ['CompositeSurface', 'several'],
  ['OrientableSurface', 'several'],
  ['MultiPoint', 'several'],
  ['MultiLineString', 'several'],
  ['MultiCurve', 'several'],
  ['MultiPolygon', 'several'],
  ['MultiSurface', 'several'],
  ['MultiGeometry', 'several'],
  ['MultiSolid', 'several'],
]);

/** Ways to write a curve that we do not read: better no geometry than a straight one. */
const UNREAD =
  /^(ArcBy|CircleBy|Bezier|BSpline|CubicSpline|Clothoid|OffsetCurve|Solid$|Cone|Cylinder|Sphere|Tin$)/;

/** True for an element that is, or is part of, a GML geometry. */
export const isGmlGeometry = (name: string): boolean => ROLES.has(name);

type Open = {
  readonly name: string;
  readonly role: Role;
  readonly dimension: number;
  readonly parts: Geometry[];
  readonly rings: Position[][];
  line: Position[];
};

/** Builds one geometry from its elements. */
export type GmlGeometry = {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string, text: string) => void;
  /** Null when it is empty, a sentence when it is damaged. */
  readonly result: () => Geometry | null | string;
  readonly srsName: () => string | undefined;
  readonly linearised: () => boolean;
};

type Building = {
  readonly top: Open;
  readonly stack: Open[];
  dimension: number;
  tuple: { readonly comma: string; readonly space: RegExp };
  fault: string | undefined;
  srsName: string | undefined;
  hasArcs: boolean;
};

/** A builder for one geometry. */
export function gmlGeometry(): GmlGeometry {
  const top = openShape('', 'several', 2);
  const building: Building = {
    top,
    stack: [top],
    dimension: 2,
    tuple: { comma: ',', space: /\s+/ },
    fault: undefined,
    srsName: undefined,
    hasArcs: false,
  };
  return {
    open: (name, attributes) => openElement(building, name, attributes),
    close: (name, text) => closeElement(building, name, text),
    result: () =>
      building.fault ?? (top.parts.length === 1 ? (top.parts[0] ?? null) : gathered(top.parts)),
    srsName: () => building.srsName,
    linearised: () => building.hasArcs,
  };
}

const innermost = ({ stack, top }: Building): Open => stack.at(-1) ?? top;

function openElement(building: Building, name: string, attributes: Attributes): void {
  building.srsName ??= attributes.srsName;
  const said = attributes.srsDimension ?? attributes.dimension;
  building.dimension = said === undefined ? innermost(building).dimension : Number(said);
  if (name === 'coordinates') building.tuple = separators(attributes);
  if (UNREAD.test(name)) building.fault ??= `Geometries with ${name} are not read.`;
  const role = ROLES.get(name);
  if (!role) return;
  building.stack.push(openShape(name, role, building.dimension));
  building.hasArcs ||= role === 'arc';
}

function closeElement(building: Building, name: string, text: string): void {
  takeFigures(building, name, text);
  const shape = innermost(building);
  if (shape.name !== name || shape === building.top) return;
  building.stack.pop();
  closeShape(shape, innermost(building));
}

function takeFigures(building: Building, name: string, text: string): void {
  const { dimension, tuple } = building;
  if (name === 'posList' || name === 'pos') {
    take(building, readPosList(text, sizeOf(name, text, dimension)));
  } else if (name === 'coordinates') {
    take(building, readTuples(text, tuple.comma, tuple.space));
  } else if (name === 'coord') {
    if ((innermost(building).line.at(-1)?.length ?? 2) < 2)
      building.fault ??= 'A position has one figure only.';
  } else if (/^[XYZ]$/.test(name)) takeOrdinate(building, name, Number(text));
}

function take(building: Building, positions: Position[] | string): void {
  if (typeof positions === 'string') building.fault ??= positions;
  else for (const position of positions) innermost(building).line.push(position);
}

/** A `pos` is one position: it says its own size. */
function sizeOf(name: string, text: string, dimension: number): number {
  return name === 'pos' ? text.trim().split(/\s+/).length : dimension;
}

function separators(attributes: Attributes) {
  const space = attributes.ts;
  return {
    comma: attributes.cs ?? ',',
    space:
      !space || space.trim() === ''
        ? /\s+/
        : new RegExp(`[${space.replaceAll(/[\\\]^-]/g, '\\$&')}\\s]+`),
  };
}

/** GML 2 `<coord><X/><Y/></coord>`. */
function takeOrdinate(building: Building, name: string, value: number): void {
  const { line } = innermost(building);
  if (!Number.isFinite(value)) building.fault ??= 'A coordinate is no number.';
  if (name === 'X') line.push([value]);
  else line.at(-1)?.push(value);
}

const openShape = (name: string, role: Role, dimension: number): Open => ({
  name,
  role,
  dimension,
  parts: [],
  rings: [],
  line: [],
});

function closeShape(shape: Open, parent: Open): void {
  const { role, line, rings, parts } = shape;
  if (role === 'arc') append(parent, linearise(closedCircle(shape)));
  else if (role === 'segment') append(parent, line);
  else if (role === 'line' || role === 'ring') closeLine(shape, parent);
  else if (role === 'several') giveAll(parent, parts);
  else if (role === 'polygon') {
    if (rings.length > 0) parent.parts.push({ type: 'Polygon', coordinates: rings });
  } else if (line[0]) parent.parts.push({ type: 'Point', coordinates: line[0] });
}

/** A line may be a ring of a polygon, a stretch of a longer line, or a geometry of its own. */
function closeLine({ role, line }: Open, parent: Open): void {
  if (line.length === 0) return;
  if (role === 'ring' && parent.role === 'polygon') parent.rings.push(line);
  else if (parent.role === 'line' || parent.role === 'ring') append(parent, line);
  else parent.parts.push({ type: 'LineString', coordinates: line });
}

/** A `Circle` is given by three positions on it: it goes back to its start. */
function closedCircle({ name, line }: Open): Position[] {
  const [a, b, c] = line;
  if (name !== 'Circle' || !a || !b || !c) return line;
  const opposite = oppositeOf(a, b, c);
  return opposite ? [a, opposite, a] : line;
}

function append(parent: Open, line: readonly Position[]): void {
  const [last, first] = [parent.line.at(-1), line[0]];
  const meets = last && first && last[0] === first[0] && last[1] === first[1];
  for (let at = meets ? 1 : 0; at < line.length; at += 1) parent.line.push(line[at] as Position);
}

/** A surface of one patch is a polygon; a multi-surface keeps its polygons apart. */
function giveAll(parent: Open, parts: readonly Geometry[]): void {
  const flat = parts.flatMap(polygonsOf);
  const geometry = flat.length === 1 ? flat[0] : gathered(flat);
  if (geometry) parent.parts.push(geometry);
}

function polygonsOf(part: Geometry): Geometry[] {
  if (part.type !== 'MultiPolygon') return [part];
  return part.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
}
