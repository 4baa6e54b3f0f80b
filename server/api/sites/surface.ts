import { setImmediate as breathe } from 'node:timers/promises';
import type { SitesAnswer } from '#data/schema/sites.ts';
import type { What } from '#data/siting/criterion.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { listed } from '#data/words/figures.ts';
import type { WorkedOut } from '#server/columns/shelf.ts';
import { openCandidatesInSteps } from '#server/sites/candidates.ts';
import { CELL_LEVELS, type Cell, cellsOf } from '#server/sites/cells.ts';
import type { Services } from '../services.ts';
import { leaveOut } from './columns.ts';
import { answerOf, type MeasuredAll } from './compose-answer.ts';
import { inTurns } from './in-turns.ts';
import type { LookedThrough } from './looked-through.ts';
import { askedBy, measureSearch, measureThrough } from './measure-search.ts';
import { type MeasuredFor, type Moment, momentOf } from './moment.ts';

/** How finely the ground is parted unless said otherwise: hexagons of 0.7 km². */
export const SURFACE_LEVEL = 8;

/**
 * Measure everything a search asks, of cells over all districts in place of sites: land nobody registered is found.
 * What is asked of a site itself cannot be asked of a cell; it is left out, and that is said.
 *
 * @param level one of `CELL_LEVELS`
 */
export async function measureSurface(
  search: SiteSearch,
  level: number,
  measuring: MeasuredFor,
): Promise<SitesAnswer> {
  const answer = await answerOf(search, await measureCells(search, level, measuring));
  return { ...answer, notes: [...noteLeftOut(search), ...answer.notes] };
}

/** Measure what a search asks of the cells of a level. */
export async function measureCells(
  search: SiteSearch,
  level: number,
  { services, asOf }: MeasuredFor,
): Promise<MeasuredAll> {
  const moment = await momentOf(services, asOf);
  const through = await cellsThrough(level, moment);
  const asked = askedBy(search);
  const measured = await measureThrough(asked.filter(isOfGround), through, moment);
  const left = asked.filter((what) => !isOfGround(what));
  const columns = left.map((what) => [what, leaveOut(what, through)] as const);
  return { ...measured, columns: [...measured.columns, ...columns] };
}

const isOfGround = ({ kind }: What): boolean => kind !== 'site';

function noteLeftOut({ must, prefer }: SiteSearch): string[] {
  const titles = [...must, ...prefer]
    .filter(({ what }) => !isOfGround(what))
    .map(({ title }) => `“${title}”`);
  if (titles.length === 0) return [];
  const are = titles.length === 1 ? 'is asked of sites and is' : 'are asked of sites and are';
  return [`${listed(titles)} ${are} left out: cells are ground, whoever it belongs to.`];
}

/** Kinds of places a cell may be called by. */
const NAMES_GROUND = new Set(['District', 'Metrolink stop', 'Railway station']);

/** Memory of a cell as told and laid out, bytes, roughly. */
const CELL_BYTES = 3_000;

/** The cells of a level as candidates, parted once for as long as there is memory for them. */
async function cellsThrough(level: number, { services }: Moment): Promise<LookedThrough> {
  const name = `cells ${level}`;
  return await services.sites.workOut<WorkedOut & LookedThrough>(name, [], async () => {
    const { ruler } = await services.measuring();
    const places = services.gazetteer.places
      .filter(({ kind }) => NAMES_GROUND.has(kind))
      .map((place) => ({ name: place.name, at: place.point }));
    const cells = await partGround(services, (district) =>
      cellsOf([district], level, { grid: services.grid, places }),
    );
    return {
      candidates: await inTurns(openCandidatesInSteps(ruler, cells)),
      told: cells.map(({ key, title, corners }) => ({
        ...{ key, title, synthetic: false },
        bounds: boundsOfCorners(corners),
        corners: corners.map(settleDegrees),
      })),
      ...{ name, notes: [], types: [], rows: [] },
      bytes: CELL_BYTES * cells.length + 1,
    };
  });
}

/** Cells of one district after the other, whoever waits in between; in the order of their index. */
async function partGround(
  { districts }: Services,
  part: (district: Services['districts'][number]) => readonly Cell[],
): Promise<Cell[]> {
  const cells = new Map<string, Cell>();
  for (const district of districts) {
    for (const cell of part(district)) cells.set(cell.key, cell);
    await breathe();
  }
  return [...cells.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

function boundsOfCorners(corners: readonly number[]): [number, number, number, number] {
  const lngs = corners.filter((_, at) => at % 2 === 0);
  const lats = corners.filter((_, at) => at % 2 === 1);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)].map(
    settleDegrees,
  ) as [number, number, number, number];
}

/** Degrees to a decimetre: cells are drawn, not measured, by these. */
const settleDegrees = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** The level of a cell, by its key; undefined when it is no cell. Source: H3's index, bits 52 to 55. */
export function levelOf(key: string): number | undefined {
  const [, digit] = /^cell:8([0-9a-f])[0-9a-f]{13}$/.exec(key) ?? [];
  const level = digit === undefined ? undefined : Number.parseInt(digit, 16);
  return CELL_LEVELS.find((each) => each === level);
}

/**
 * Measure a search for one candidate of it among all: cells when that is one, else what the search looks through.
 *
 * @param key of the candidate
 */
export async function measureFor(
  search: SiteSearch,
  key: string,
  measuring: MeasuredFor,
): Promise<SitesAnswer> {
  const level = levelOf(key);
  if (level !== undefined) return await measureSurface(search, level, measuring);
  return await measureSearch(search, measuring);
}
