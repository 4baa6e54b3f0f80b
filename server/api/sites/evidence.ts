import type { SiteEvidence } from '#data/schema/sites.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { writeWhat } from '#data/siting/what-text.ts';
import { fromGrid } from '#server/measure/plane-shape.ts';
import { evidenceLines } from '#server/sites/evidence.ts';
import { ApiError } from '../problem.ts';
import { measureAll } from './measure-search.ts';
import type { MeasuredFor } from './moment.ts';
import { levelOf, measureCells } from './surface.ts';

/**
 * One candidate of a search opened: its shape, and a line to everything it was measured to.
 *
 * @param key of the candidate
 * @throws {ApiError} `not-found` when the search looks through no such thing
 */
export async function evidenceOf(
  search: SiteSearch,
  key: string,
  measuring: MeasuredFor,
): Promise<SiteEvidence> {
  const level = levelOf(key);
  const { through, columns, moment } =
    level === undefined
      ? await measureAll(search, measuring)
      : await measureCells(search, level, measuring);
  const at = through.told.findIndex((each) => each.key === key);
  const candidate = through.candidates.all[through.candidates.numbers[at] ?? -1];
  if (!candidate) {
    throw new ApiError('not-found', `The search looks through nothing of the key "${key}".`);
  }
  const { grid } = moment.services;
  const found = columns.flatMap(([what, { measured, things }]) => {
    const thing = things[measured.thing[at] ?? -1];
    return thing ? [{ what: writeWhat(what), thing }] : [];
  });
  const { ruler } = await moment.services.measuring();
  const lines = evidenceLines(
    ruler,
    candidate.shape,
    found.map(({ thing }) => thing),
    grid,
  );
  const geometry = fromGrid(candidate.shape, grid);
  if (geometry.type === 'GeometryCollection') throw new TypeError('A candidate is of one kind');
  return {
    key,
    geometry: { type: geometry.type, coordinates: settle(geometry.coordinates) as unknown[] },
    lines: found.flatMap(({ what, thing }, index) => {
      const line = lines[index];
      return line ? [{ what, thing: thing.id, from: pair(line.from), to: pair(line.to) }] : [];
    }),
  };
}

/** Decimals of degrees that are told: a centimetre. */
const DECIMALS = 1e7;

const rounded = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS;

const pair = ([lng, lat]: readonly [number, number]): [number, number] => [
  rounded(lng),
  rounded(lat),
];

/** Coordinates to the centimetre, however they are nested. */
const settle = (coordinates: unknown): unknown =>
  Array.isArray(coordinates) ? coordinates.map(settle) : rounded(Number(coordinates));
