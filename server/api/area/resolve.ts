import { toWgs84 } from '#data/geodesy/ostn15.ts';
import {
  type Area,
  type AreaGeometry,
  countPositions,
  MOST_TEXT_POSITIONS,
  settleShape,
} from '#data/query/area.ts';
import { parseArea } from '#data/query/area-text.ts';
import { readTypedArea } from '#data/query/area-typed.ts';
import type { FeatureShape } from '#server/store/rows.ts';
import { ApiError } from '../problem.ts';
import type { Services } from '../services.ts';
import { findFeature } from '../views/find-feature.ts';

/** What an area turned out to be. */
export type Resolved = {
  readonly area: Area;
  /** Of the subject, before its buffer. */
  readonly geometry: AreaGeometry;
  /** The feature asked about. */
  readonly feature?: FeatureShape;
  /** What was done to what was written. */
  readonly notes: readonly string[];
};

/** Most positions of a feature asked about. */
const MOST_OUTLINE = 50_000;

/**
 * Read the text of an area and find what it names.
 *
 * @throws {ApiError} when it is none, names nothing, or is too large
 */
export async function resolveArea(text: string, services: Services): Promise<Resolved> {
  const { area, notes } = readText(text, services);
  const { subject } = area;
  switch (subject.kind) {
    case 'shape':
      return { area, geometry: subject.geometry, notes };
    case 'kept':
      return { area, geometry: await findKept(subject.id, services), notes };
    case 'feature': {
      const feature = await findFeature(subject.id, services);
      if (!feature) throw new ApiError('not-found', `Cannot find feature "${subject.id}".`);
      return { area, feature, geometry: shapeOf(feature), notes };
    }
  }
}

function readText(text: string, { grid }: Services): { area: Area; notes: readonly string[] } {
  const read = parseArea(text);
  if (!('what' in read)) return { area: read, notes: [] };
  const typed = readTypedArea(text, (easting, northing) => toWgs84(grid, easting, northing));
  if ('geometry' in typed) {
    if (countPositions(typed.geometry) > MOST_TEXT_POSITIONS) {
      throw new ApiError(
        'bad-request',
        `Parameter "area": An address holds at most ${MOST_TEXT_POSITIONS} corners. Send the shape to POST /api/areas and use the kept: text it answers.`,
      );
    }
    return { area: { subject: { kind: 'shape', geometry: typed.geometry } }, notes: typed.notes };
  }
  // what begins as ours is told by our own rules
  const { what, where, mend } = /^(point|line|polygon|kept|feature):/.test(text) ? read : typed;
  throw new ApiError(
    'bad-request',
    `Parameter "area": ${what}${where ? ` It stands at “${where}”.` : ''} ${mend}`,
  );
}

/** @throws {ApiError} when no such area is kept */
export async function findKept(id: string, { store }: Services): Promise<AreaGeometry> {
  const kept = await store.findArea(id, new Date());
  if (kept === undefined) {
    throw new ApiError(
      'not-found',
      `Cannot find the kept area "${id}": send its shape again to POST /api/areas.`,
    );
  }
  return JSON.parse(kept) as AreaGeometry;
}

function shapeOf({ geometry }: FeatureShape): AreaGeometry {
  if (geometry.type === 'GeometryCollection') {
    throw new ApiError(
      'bad-request',
      'This feature is of mixed shapes; ask about an area instead.',
    );
  }
  if (countPositions(geometry) > MOST_OUTLINE) {
    throw new ApiError('bad-request', 'The outline of this feature is too long to ask about.');
  }
  return settleShape(geometry);
}
