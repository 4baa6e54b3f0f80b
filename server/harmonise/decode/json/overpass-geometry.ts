import type { Geometry, Position } from 'geojson';
import { nestRings, signedArea } from '../binary/rings.ts';
import { saysArea } from './overpass-areas.ts';
import { isRing, ringsOf } from './overpass-rings.ts';
import { textOf } from './scan.ts';

/** Members of an object of OpenStreetMap as JSON writes them. */
export type Members = Readonly<Record<string, unknown>>;

/** What a file holds that others refer to, by id. */
export type Known = {
  readonly node: (id: unknown) => Position | undefined;
  readonly way: (id: unknown) => Members | undefined;
};

/** The positions of a way; undefined when the file has none, a sentence when it lacks some. */
type Course = Position[] | string | undefined;

/**
 * The geometry of a node, way or relation: its own, else that of the nodes and ways it names, else
 * its `center`. A box (`bounds`) is no position.
 * Source: OpenStreetMap wiki, “Overpass API/Overpass QL”, out; “Relation:multipolygon”.
 *
 * @returns null when there is none, a sentence when it is damaged
 */
export function readOverpassGeometry(element: Members, known: Known): Geometry | null | string {
  const own = ownGeometry(element, known);
  return typeof own === 'object' ? own : (centreOf(element) ?? own ?? null);
}

function ownGeometry(element: Members, known: Known): Geometry | string | undefined {
  if (element.type === 'way') return shapeOf(courseOf(element, known), tagsOf(element));
  if (element.type === 'relation') return relationOf(element, known);
  if (element.lat === undefined && element.lon === undefined) return undefined;
  const coordinates = positionOf(element);
  return coordinates
    ? { type: 'Point', coordinates }
    : 'The position (lat, lon) is no pair of finite numbers.';
}

/** The tags of an element; none where they are no object. */
export const tagsOf = ({ tags }: Members): Members => (isObject(tags) ? tags : {});

/** Whether a JSON value is an object, not a list. */
export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The position an object gives as `lat` and `lon`, longitude first. */
export function positionOf(value: unknown): Position | undefined {
  if (!isObject(value)) return undefined;
  const { lat, lon } = value;
  if (typeof lat !== 'number' || typeof lon !== 'number') return undefined;
  return Number.isFinite(lat) && Number.isFinite(lon) ? [lon, lat] : undefined;
}

function centreOf({ center }: Members): Geometry | undefined {
  const coordinates = positionOf(center);
  return coordinates && { type: 'Point', coordinates };
}

function courseOf({ geometry, nodes }: Members, known: Known): Course {
  if (Array.isArray(geometry)) {
    return whole(geometry.map(positionOf), 'were cut off or are no pair of finite numbers');
  }
  if (!Array.isArray(nodes)) return undefined;
  const positions = nodes.map(known.node);
  return positions.some((position) => position !== undefined)
    ? whole(positions, 'are not in the file')
    : undefined;
}

/** Every position, or the sentence that some are wanting. */
function whole(positions: readonly (Position | undefined)[], why: string): Course {
  if (positions.length === 0) return undefined;
  const found = positions.filter((position) => position !== undefined);
  const wanting = positions.length - found.length;
  return wanting === 0 ? found : `${wanting} of the way’s ${positions.length} positions ${why}.`;
}

function shapeOf(course: Course, tags: Members): Geometry | string | undefined {
  if (!Array.isArray(course)) return course;
  if (course.length < 2) return 'The way has a single position.';
  return isRing(course) && saysArea(tags)
    ? { type: 'Polygon', coordinates: [course] }
    : { type: 'LineString', coordinates: course };
}

type Part = { readonly role: unknown; readonly course: Course };

function relationOf(relation: Members, known: Known): Geometry | string | undefined {
  const members = Array.isArray(relation.members) ? relation.members.filter(isObject) : [];
  const ways = members
    .filter(({ type }) => type === 'way')
    .map((way): Part => ({ role: way.role, course: memberCourse(way, known) }));
  const isArea = /^(multipolygon|boundary)$/.test(textOf(tagsOf(relation).type));
  const parts = isArea ? ways.filter(({ role }) => isOutline(role) || isHole(role)) : ways;
  if (parts.every(({ course }) => course === undefined)) {
    return isArea ? undefined : pointsOf(members, known);
  }
  const lines = parts.flatMap(({ course }) => (Array.isArray(course) ? [course] : []));
  if (lines.length < parts.length) {
    return `${parts.length - lines.length} of the relation’s ${parts.length} ways are not whole in the file.`;
  }
  if (isArea) return areaOf(parts);
  const coordinates = lines.filter((line) => line.length > 1);
  return coordinates.length === 0 ? undefined : { type: 'MultiLineString', coordinates };
}

const isOutline = (role: unknown): boolean =>
  role === undefined || role === '' || role === 'outer' || role === 'exclave';
const isHole = (role: unknown): boolean => role === 'inner' || role === 'enclave';

function memberCourse(member: Members, known: Known): Course {
  const own = courseOf(member, known);
  const way = own === undefined ? known.way(member.ref) : undefined;
  return way ? courseOf(way, known) : own;
}

function areaOf(parts: readonly Part[]): Geometry | string {
  const ringsIn = (isWanted: (role: unknown) => boolean) =>
    ringsOf(
      parts.flatMap(({ role, course }) =>
        isWanted(role) && Array.isArray(course) ? [course] : [],
      ),
    );
  const [outlines, holes] = [ringsIn(isOutline), ringsIn(isHole)];
  if (!outlines || !holes) return 'The ways of the relation do not close as rings.';
  if (outlines.length === 0) return 'The relation has no outline.';
  // Roles tell outlines from holes; turning says the same to what nests them.
  const nested = nestRings([
    ...outlines.map((ring) => (signedArea(ring) > 0 ? ring.toReversed() : ring)),
    ...holes.map((ring) => (signedArea(ring) < 0 ? ring.toReversed() : ring)),
  ]);
  return nested.type === 'Polygon'
    ? { type: 'MultiPolygon', coordinates: [nested.coordinates] }
    : nested;
}

function pointsOf(members: readonly Members[], known: Known): Geometry | undefined {
  const coordinates = members
    .filter(({ type }) => type === 'node')
    .map((node) => positionOf(node) ?? known.node(node.ref))
    .filter((position) => position !== undefined);
  return coordinates.length === 0 ? undefined : { type: 'MultiPoint', coordinates };
}
