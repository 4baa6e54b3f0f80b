import { createHash } from 'node:crypto';
import { type AreaGeometry, countPositions, settleShape } from '#data/query/area.ts';
import { boundsOf } from '#data/schema/geometry.ts';
import type { KeptArea } from '#data/schema/kept-area.ts';
import { openSubject, refusalOf, type Subject } from '#server/area/subject.ts';
import { fromGrid, toGrid } from '#server/measure/plane-shape.ts';
import { ApiError } from '../problem.ts';
import type { Services } from '../services.ts';

/** A shape as it is kept: repaired, on six decimals, named by what it is. */
export type Keeping = Omit<KeptArea, 'placed' | 'features' | 'issues'> & {
  readonly geometry: AreaGeometry;
};

/**
 * Repair and measure a shape that is to be kept, and name it.
 *
 * @throws {ApiError} when it lies outside Great Britain, encloses nothing or is too large
 */
export async function describeShape(given: AreaGeometry, services: Services): Promise<Keeping> {
  const { grid } = services;
  const plane = toGrid(given, grid);
  if (!plane) {
    throw new ApiError(
      'bad-request',
      'The shape lies outside Great Britain, whose National Grid it is measured on.',
    );
  }
  const [, south = 0, , north = 0] = boundsOf(given) ?? [];
  const { ruler } = await services.measuring();
  return ruler.measure((measure) => {
    const subject = openSubject(measure, plane, { bufferM: 0, lat: (south + north) / 2 });
    const refusal = refusalOf(subject);
    if (refusal) throw new ApiError('bad-request', refusal);
    const { repaired } = subject.drawn;
    const mended = repaired
      ? (fromGrid(measure.toPlane(subject.drawn), grid) as AreaGeometry)
      : given;
    const geometry = settleShape(mended);
    const id = nameOf(JSON.stringify(geometry));
    return {
      id,
      text: `kept:${id}`,
      geometry,
      bounds: [...(boundsOf(geometry) ?? [0, 0, 0, 0])] as KeptArea['bounds'],
      ...sizesOf(subject),
      corners: countPositions(geometry),
      notes: repaired
        ? ['Its outline crossed itself; it was read as the ground its loops enclose.']
        : [],
    };
  });
}

const sizesOf = ({ kind, areaM2, lengthM }: Subject) =>
  kind === 'polygon' ? { areaM2 } : kind === 'line' ? { lengthM } : {};

/** Letters of base 32 (RFC 4648), lower case. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const NAME_LENGTH = 26;

/** First 130 bits of a text's hash: the same thing has the same name, whoever sends it. */
export function nameOf(text: string): string {
  const hash = createHash('sha256').update(text).digest();
  let name = '';
  for (let at = 0; name.length < NAME_LENGTH; at++) {
    const bit = at * 5;
    const pair = ((hash[bit >> 3] ?? 0) << 8) | (hash[(bit >> 3) + 1] ?? 0);
    name += LETTERS[(pair >> (11 - (bit & 7))) & 31];
  }
  return name;
}
