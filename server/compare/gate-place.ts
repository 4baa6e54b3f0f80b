import { issue } from '#data/issues/issue.ts';
import type { EditionFacts } from '#data/schema/change.ts';
import type { Bounds } from '#data/schema/geometry.ts';
import type { Issue } from '#data/schema/issue.ts';
import { middleOf } from './change.ts';
import type { GatedEdition } from './crossing.ts';
import { distanceM } from './distance.ts';

/** A shape that this share of features has is the shape of the layer. */
const MOSTLY = 0.8;
/** A shape that less than this share has is not. */
const HARDLY = 0.2;
/** Least share of the former box that the new one must cover. */
const LEAST_COVERED = 0.5;
/** Most that a box may grow, in areas of the former one. */
const MOST_GROWN = 4;
/** Boxes smaller than this are taken to be this large, degrees (about 1 km). */
const LEAST_SIDE = 0.01;

/** `version.extent-shift`: the data covers another area. */
export function extentIssues(before: GatedEdition, after: GatedEdition): Issue[] {
  if (!before.bounds || !after.bounds) return [];
  const [was, is] = [atLeast(before.bounds), atLeast(after.bounds)];
  const covered = areaOf(overlap(was, is)) / areaOf(was);
  const grown = areaOf(is) / areaOf(was);
  if (covered >= LEAST_COVERED && grown <= MOST_GROWN) return [];
  const km = Math.round(distanceM(middleOf(was), middleOf(is)) / 100) / 10;
  const how =
    covered < LEAST_COVERED
      ? `covers only ${Math.round(covered * 100)} % of the area of edition ${before.number}`
      : `spreads over ${Math.round(grown)} times the area of edition ${before.number}`;
  const text = `The file ${how}; its middle lies ${km} km from where it was. Check that the whole area was exported, and that no record has strayed.`;
  return [issue('version.extent-shift', {}, text)];
}

function atLeast([west, south, east, north]: Bounds): Bounds {
  const wide = Math.max(0, LEAST_SIDE - (east - west)) / 2;
  const high = Math.max(0, LEAST_SIDE - (north - south)) / 2;
  return [west - wide, south - high, east + wide, north + high];
}

const overlap = (one: Bounds, other: Bounds): Bounds => [
  Math.max(one[0], other[0]),
  Math.max(one[1], other[1]),
  Math.min(one[2], other[2]),
  Math.min(one[3], other[3]),
];

const areaOf = ([west, south, east, north]: Bounds): number =>
  Math.max(0, east - west) * Math.max(0, north - south);

type Shapes = EditionFacts['shapes'];
type Drawn = 'point' | 'line' | 'polygon';

const WORDS: Readonly<Record<Drawn, string>> = { point: 'points', line: 'lines', polygon: 'areas' };

/** `version.geometry-type-change`: points in place of areas. */
export function shapeIssues(before: GatedEdition, after: GatedEdition): Issue[] {
  if (!before.facts || !after.facts) return [];
  const was = mainShape(before.facts.shapes);
  const is = mainShape(after.facts.shapes);
  if (!was || !is || was === is || shareOf(was, after.facts.shapes) >= HARDLY) return [];
  const text = `Edition ${before.number} holds ${WORDS[was]}, this file holds ${WORDS[is]}. Export the same layer as before.`;
  return [issue('version.geometry-type-change', { value: is }, text)];
}

const mainShape = (shapes: Shapes): Drawn | undefined =>
  (['point', 'line', 'polygon'] as const).find((shape) => shareOf(shape, shapes) >= MOSTLY);

function shareOf(shape: Drawn, { point, line, polygon, ...rest }: Shapes): number {
  const drawn = point + line + polygon;
  return drawn === 0 ? 0 : { point, line, polygon, ...rest }[shape] / drawn;
}
