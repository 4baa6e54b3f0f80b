import { toWgs84 } from '#data/geodesy/ostn15.ts';
import { type AreaFault, type AreaGeometry, countPositions } from '#data/query/area.ts';
import { MOST_POSITIONS, readTypedArea } from '#data/query/area-typed.ts';
import { readShape } from '#data/query/geojson-shape.ts';
import type { KeptArea } from '#data/schema/kept-area.ts';
import { LIST_MOST } from '#data/siting/search-items.ts';
import { formatName } from '#data/words/formats.ts';
import { systemName } from '#data/words/systems.ts';
import { plural } from '#server/pages/format.ts';
import { MOST_SHAPES, type RedLine } from '#server/red-line.ts';
import { ApiError } from '../problem.ts';
import type { HandedIn } from '../route.ts';
import type { Services } from '../services.ts';
import { describeShape } from './keep.ts';

/** What was made of something handed in. */
type Received = {
  readonly geometry: AreaGeometry;
  readonly notes: readonly string[];
  readonly placed: string;
  readonly features: number;
  /** Shapes of the file, each by itself. */
  readonly shapes: readonly AreaGeometry[];
  readonly issues: KeptArea['issues'];
};

/** How something is handed in. */
type Handing = {
  /** Of the file, for its ending. */
  readonly name: string;
  /** Each shape of a file is to be kept by itself as well. */
  readonly apart: boolean;
};

/** Largest thing taken, bytes. */
export const MOST_BYTES = 10_000_000;

/**
 * Keep an area handed in as JSON (`{ "geometry": … }`, `{ "text": "POLYGON((…))" }`, or GeoJSON itself) or as the
 * bytes of a file of any format ODIN reads. Nothing is kept but the shape: no name, no file, no sender.
 *
 * @throws {ApiError} when there is no shape in it that can be asked about
 */
export async function receiveArea(
  body: HandedIn | undefined,
  { name, apart }: Handing,
  services: Services,
): Promise<KeptArea> {
  if (!body || body.bytes.length === 0) {
    throw new ApiError('bad-request', 'Nothing was sent: send a file, or JSON with a geometry.');
  }
  const isJson = body.media === 'application/json' && !/\.[a-z0-9]+$/i.test(name);
  const { geometry, shapes, ...received } = isJson
    ? fromJson(body.bytes, services)
    : await fromFile(body.bytes, { name, apart }, services);
  const kept = await describeShape(geometry, services);
  await services.store.putArea(kept.id, JSON.stringify(kept.geometry), new Date());
  if (!apart || shapes.length < 2) {
    return { ...kept, ...received, notes: [...received.notes, ...kept.notes] };
  }
  const { parts, notes } = await keepApart(shapes, services);
  // shapes that touch are no fault of theirs: what was mended is told of each, not of all as one
  return { ...kept, ...received, parts, notes: [...received.notes, ...notes] };
}

/** Keep each shape of a file by itself. */
async function keepApart(
  shapes: readonly AreaGeometry[],
  services: Services,
): Promise<Required<Pick<KeptArea, 'parts' | 'notes'>>> {
  if (shapes.length > LIST_MOST) {
    throw new ApiError(
      'unreadable',
      `The file holds ${shapes.length} shapes; a search looks through at most ${LIST_MOST} areas. Send a part of them.`,
    );
  }
  const parts: NonNullable<KeptArea['parts']> = [];
  const told: string[] = [];
  for (const [at, shape] of shapes.entries()) {
    const { id, text, geometry, areaM2, notes } = await describeShape(shape, services);
    await services.store.putArea(id, JSON.stringify(geometry), new Date());
    parts.push({ text, ...(areaM2 === undefined ? {} : { areaM2 }) });
    told.push(...notes.map((note) => `Shape ${at + 1}: ${note}`));
  }
  return { parts, notes: told };
}

function fromJson(bytes: Uint8Array, { grid }: Services): Received {
  const given = parse(bytes);
  const { text, geometry } = (given ?? {}) as { text?: unknown; geometry?: unknown };
  const written = typeof text === 'string' ? text : JSON.stringify(shapeIn(geometry ?? given));
  const read = readTypedArea(written, (easting, northing) => toWgs84(grid, easting, northing));
  if ('what' in read) throw refusal(read);
  const { notes } = read;
  return {
    geometry: read.geometry,
    notes: [],
    placed: notes[0] ?? 'Read as longitude and latitude (WGS 84).',
    features: 1,
    shapes: [],
    issues: [],
  };
}

function shapeIn(value: unknown): AreaGeometry {
  const shape = readShape(value);
  if ('what' in shape) throw refusal(shape);
  return shape;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ApiError(
      'bad-request',
      'This is not JSON. Send it with the name of its file instead: ?name=redline.zip.',
    );
  }
}

const refusal = ({ what, where, mend }: AreaFault): ApiError =>
  new ApiError('unreadable', `${what}${where ? ` It stands at “${where}”.` : ''} ${mend}`);

async function fromFile(
  bytes: Uint8Array,
  { name, apart }: Handing,
  services: Services,
): Promise<Received> {
  const redLine = await services.redLines.read(name, bytes);
  const { geometries, issues } = redLine;
  if (geometries.length === 0) throw new ApiError('unreadable', whyNothing(redLine));
  if (geometries.length > MOST_SHAPES) {
    throw new ApiError(
      'unreadable',
      `The file holds more than ${MOST_SHAPES.toLocaleString('en-GB')} shapes; a red line is one or a few. Send the outline alone.`,
    );
  }
  const geometry = shapeIn({ type: 'GeometryCollection', geometries });
  const corners = countPositions(geometry);
  if (corners > MOST_POSITIONS) {
    throw new ApiError(
      'unreadable',
      `The shape has ${corners.toLocaleString('en-GB')} corners; ODIN takes ${MOST_POSITIONS.toLocaleString('en-GB')}. Simplify it first.`,
    );
  }
  return {
    geometry,
    notes: notesOf(redLine, geometry, apart),
    placed: placedBy(redLine),
    features: geometries.length,
    shapes: geometries.map(shapeIn),
    issues: issues.map(({ proposal: _, count: __, ...told }) => told),
  };
}

function whyNothing({ failed, issues }: RedLine): string {
  if (failed === 'file.read-timeout') return 'Reading the file took too long and was given up.';
  if (failed)
    return 'The file could not be read: its reader ended. Save it anew, as GeoJSON for instance.';
  const worst = issues.find(({ severity }) => severity === 'critical' || severity === 'error');
  return `No shape was found in the file. ${worst?.message ?? 'Send GeoJSON, a zipped shapefile, KML, GeoPackage or DXF that holds one.'}`;
}

function notesOf(
  { geometries, records }: RedLine,
  geometry: AreaGeometry,
  apart: boolean,
): string[] {
  const notes: string[] = [];
  if (geometries.length > 1 && !apart) {
    notes.push(`${plural(geometries.length, 'shape')} of the file are asked about as one.`);
  }
  if (records > geometries.length) {
    notes.push(`${plural(records - geometries.length, 'record')} of the file could not be placed.`);
  }
  if (geometry.type.endsWith('LineString')) {
    notes.push('The file holds lines, not areas: what lies along them is told.');
  }
  return notes;
}

const HOW: Readonly<Record<string, string>> = {
  OSTN15: ', brought to WGS 84 by OSTN15',
  proj4: ', brought to WGS 84 by its published parameters',
  Helmert: ', brought to WGS 84 to within 5 metres',
};

function placedBy({ format, crs, transform }: RedLine): string {
  const read = format ? formatName(format) : 'file';
  const where = crs?.id ? systemName(crs.id) : 'coordinates of no known system';
  return `${read} read as ${where}${HOW[transform ?? ''] ?? ''}. ${evidenceOf(crs)}`.trim();
}

/** Longest word of a file about its coordinate system that is repeated; a `.prj` is longer than a page. */
const MOST_EVIDENCE = 120;

function evidenceOf(crs: RedLine['crs']): string {
  const [evidence = ''] = crs?.evidence ?? [];
  if (evidence.length <= MOST_EVIDENCE) return evidence && `${evidence.replace(/\.$/, '')}.`;
  return `${evidence.slice(0, MOST_EVIDENCE).trim()}….`;
}
