import { parseArea } from '#data/query/area-text.ts';
import { boundsOf } from '#data/schema/geometry.ts';
import { fromGrid } from '#server/measure/plane-shape.ts';
import type { Candidate } from '#server/sites/candidate.ts';
import { openCandidates } from '#server/sites/candidates.ts';
import { openArea } from '../area/answer.ts';
import { ApiError } from '../problem.ts';
import type { Services } from '../services.ts';
import { titleOf } from '../views/feature.ts';
import { statedHa } from './fact.ts';
import type { LookedThrough, Told } from './looked-through.ts';

type One = {
  readonly candidate: Candidate;
  readonly told: Told;
  readonly notes: readonly string[];
};

/**
 * Areas somebody drew or pasted, as candidates; a search holds few. They are read anew each time: a feature they name
 * is the one that is live, and seen.
 *
 * @param areas as `data/query/area-text.ts` writes them
 * @throws {ApiError} saying which of them cannot be measured, and why
 */
export async function areasOf(
  areas: readonly string[],
  services: Services,
): Promise<LookedThrough> {
  const read: One[] = [];
  for (const [at, text] of areas.entries()) read.push(await areaOf(text, at, services));
  const { ruler } = await services.measuring();
  return {
    candidates: openCandidates(
      ruler,
      read.map(({ candidate }) => candidate),
    ),
    told: read.map(({ told }) => told),
    notes: read.flatMap(({ notes }) => notes),
    types: [],
    rows: [],
  };
}

async function areaOf(text: string, at: number, services: Services): Promise<One> {
  const area = await openArea(text, services).catch((cause: unknown) => {
    throw cause instanceof ApiError
      ? new ApiError(cause.code, `Area ${at + 1} of the search: ${cause.message}`)
      : cause;
  });
  try {
    const { subject, measure, resolved } = area;
    if (subject.kind === 'line') {
      throw new ApiError(
        'bad-request',
        `Area ${at + 1} of the search is a line. Give it a width, as in ~50m, to measure the ground along it.`,
      );
    }
    const key = `area:${at}`;
    const title = titleOfArea(text, at, resolved.feature && titleOf(resolved.feature));
    const shape = measure.toPlane(subject.held);
    const bounds = boundsOf(fromGrid(shape, services.grid)) ?? [0, 0, 0, 0];
    const { feature } = resolved;
    const edition = feature && (await services.catalogue()).byRow.get(feature.edition);
    const stated = feature && statedHa(feature.attributes);
    return {
      candidate: {
        ...{ key, shape, attributes: feature?.attributes ?? {} },
        ...(stated === undefined ? {} : { statedHa: stated }),
      },
      told: {
        ...{ key, title, bounds: [...bounds] },
        ...(edition ? { dataset: edition.dataset } : {}),
        synthetic: edition?.source.synthetic === true,
      },
      notes: resolved.notes.map((note) => `${title}: ${note}`),
    };
  } finally {
    area.close();
  }
}

function titleOfArea(text: string, at: number, feature: string | undefined): string {
  const read = parseArea(text);
  return ('what' in read ? undefined : read.title) ?? feature ?? `Area ${at + 1}`;
}
