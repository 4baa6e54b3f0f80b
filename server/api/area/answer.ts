import { formatGridReference } from '#data/geodesy/grid-reference.ts';
import { toWgs84 } from '#data/geodesy/ostn15.ts';
import { type AreaGeometry, countPositions, settleShape } from '#data/query/area.ts';
import { writeArea } from '#data/query/area-text.ts';
import type { AreaAnswer, AreaAsked } from '#data/schema/area.ts';
import { boundsOf, shapeOf, type Wgs84Geometry } from '#data/schema/geometry.ts';
import { keyOf } from '#server/area/findings.ts';
import { middleOf, openSubject, refusalOf, type Subject } from '#server/area/subject.ts';
import { composeAnswer } from '#server/area/what-is-here.ts';
import type { Measure, MeasureScope } from '#server/measure/measure.ts';
import { fromGrid, toGrid } from '#server/measure/plane-shape.ts';
import { ApiError } from '../problem.ts';
import type { Services } from '../services.ts';
import { partOfDataset } from '../views/checked-part.ts';
import { featureSummary } from '../views/feature.ts';
import { layersHere } from './layers-here.ts';
import { type Resolved, resolveArea } from './resolve.ts';

/** An area held in the plane, and what it is. */
export type OpenArea = MeasureScope & { readonly subject: Subject; readonly resolved: Resolved };

/**
 * Read an area and hold it in the plane; the caller closes it.
 *
 * @param text as an address has it
 * @throws {ApiError} when it is none, lies outside Great Britain, or is too large
 */
export async function openArea(text: string, services: Services): Promise<OpenArea> {
  const resolved = await resolveArea(text, services);
  const plane = toGrid(resolved.geometry, services.grid);
  const [, south = 0, , north = 0] = boundsOf(resolved.geometry) ?? [];
  if (!plane) {
    throw new ApiError(
      'bad-request',
      'The area lies outside Great Britain, whose National Grid it is measured on. Check the order of longitude and latitude.',
    );
  }
  const { ruler } = await services.measuring();
  const scope = ruler.open();
  try {
    const { bufferM = 0 } = resolved.area;
    const subject = openSubject(scope.measure, plane, { bufferM, lat: (south + north) / 2 });
    const refusal = refusalOf(subject);
    if (refusal) throw new ApiError('bad-request', refusal);
    return { ...scope, subject, resolved };
  } catch (cause) {
    scope.close();
    throw cause;
  }
}

/**
 * What is here.
 *
 * @throws {ApiError} as `openArea` does, and when too much lies near to be measured at once
 */
export const answerArea = async (text: string, services: Services): Promise<AreaAnswer> =>
  (await answerWith(text, services, {})).answer;

/** Features a finding names in the report. */
const MOST_IN_REPORT = 400;

/** The answer, and what to draw of it: finding → its features. */
export type AreaReport = {
  readonly answer: AreaAnswer;
  readonly drawn: ReadonlyMap<string, readonly Wgs84Geometry[]>;
};

/** What is here, with every feature of a finding named and its shapes to draw. */
export const reportArea = (text: string, services: Services): Promise<AreaReport> =>
  answerWith(text, services, { most: MOST_IN_REPORT });

async function answerWith(
  text: string,
  services: Services,
  told: { readonly most?: number },
): Promise<AreaReport> {
  const { measure, close, subject, resolved } = await openArea(text, services);
  try {
    const { districts } = await services.measuring();
    const catalogue = await services.catalogue();
    const layers = await layersHere({ subject, resolved, measure, ...told }, services);
    const answer = composeAnswer(
      {
        subject,
        asked: await askedOf(subject, resolved, measure, services),
        notes: [...resolved.notes, ...notesOf(subject)],
        districts,
        layers,
        publishers: catalogue.publishers,
        partOf: (id) => partOfDataset(id, catalogue),
        asOf: new Date().toISOString(),
      },
      measure,
    );
    const drawn = layers.flatMap(({ layer, found }) =>
      found.map((each) => [keyOf(layer.id, each.class.key), each.on?.drawn ?? []] as const),
    );
    return { answer, drawn: new Map(drawn) };
  } finally {
    close();
  }
}

function notesOf({ drawn }: Subject): string[] {
  return drawn.repaired
    ? [
        'The outline crossed itself. It was read as the ground its loops enclose; move a corner if that is not what you meant.',
      ]
    : [];
}

async function askedOf(
  subject: Subject,
  { area, geometry, feature }: Resolved,
  measure: Measure,
  services: Services,
): Promise<AreaAsked> {
  const { grid } = services;
  const isAsGiven = subject.held === subject.drawn && !subject.drawn.repaired;
  const whole = isAsGiven ? geometry : settled(subject, measure, services);
  const bounds = boundsOf(whole) ?? [0, 0, 0, 0];
  const [easting, northing] = middleOf(subject.held.bounds);
  const gridReference = toWgs84(grid, easting, northing)
    ? formatGridReference(easting, northing, 10)
    : undefined;
  const edition = feature && (await services.catalogue()).byRow.get(feature.edition);
  return {
    text: writeArea(area),
    ...(area.title ? { title: area.title } : {}),
    from: area.subject.kind,
    drawn: shapeOf(geometry) ?? 'polygon',
    ...(area.bufferM ? { bufferM: area.bufferM, subject: geometry } : {}),
    ...(feature && edition ? { feature: featureSummary(feature, edition, services) } : {}),
    geometry: whole,
    bounds: [...bounds],
    ...sizesOf(subject),
    corners: countPositions(geometry),
    ...(gridReference ? { gridReference } : {}),
  };
}

const settled = ({ held }: Subject, measure: Measure, { grid }: Services): AreaGeometry =>
  settleShape(fromGrid(measure.toPlane(held), grid) as AreaGeometry);

function sizesOf({ kind, areaM2, lengthM }: Subject): Partial<AreaAsked> {
  switch (kind) {
    case 'polygon':
      return { areaM2, edgeM: lengthM };
    case 'line':
      return { lengthM };
    case 'point':
      return {};
  }
}
