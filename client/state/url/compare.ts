import { type Compare, changeCompare, type Editions, editionsOf } from '../compare.ts';
import { part } from './part.ts';

/** Layer ids hold lower-case letters, digits, dots and hyphens. */
const LAYER = /^[a-z0-9][a-z0-9.-]*$/;

/** A time to the second or finer, ISO 8601 in UTC: `2026-03-01T09:30:00.123Z`. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;

/** `compare=50&left=a,b&right=c`; two editions of a layer as `editions=<layer>@<time>..<time>`, no time: as it is now. */
export function writeCompare(compare: Compare | undefined): (string | undefined)[] {
  if (compare === undefined) return [];
  const ofSide = (wanted: 'left' | 'right') =>
    Object.entries(compare.sides)
      .flatMap(([id, side]) => (side === wanted ? [id] : []))
      .join(',');
  return [
    `compare=${compare.percent}`,
    part('left', ofSide('left')),
    part('right', ofSide('right')),
    part('editions', compare.editions && writeEditions(compare.editions)),
  ];
}

const writeEditions = ({ layer, left = '', right = '' }: Editions): string =>
  `${layer}@${left}..${right}`;

function readEditions(text: string | null): Editions | undefined {
  const [, layer, left, right] = /^([^@]+)@([^@]*?)\.\.([^@]*)$/.exec(text ?? '') ?? [];
  if (layer === undefined || !LAYER.test(layer)) return undefined;
  const timeOf = (side: string | undefined) => (side && TIME.test(side) ? side : undefined);
  return editionsOf(layer, timeOf(left), timeOf(right));
}

/** Read what `writeCompare` wrote; undefined when nothing is compared. */
export function readCompare(fields: URLSearchParams): Compare | undefined {
  const text = fields.get('compare');
  if (text === null || !/^\d{1,3}$/.test(text)) return undefined;
  const idsOf = (name: string) =>
    (fields.get(name) ?? '').split(',').filter((id) => LAYER.test(id));
  const sides = Object.fromEntries([
    ...idsOf('left').map((id) => [id, 'left'] as const),
    ...idsOf('right').map((id) => [id, 'right'] as const),
  ]);
  const begun = changeCompare(undefined, { kind: 'begun', sides });
  const editions = readEditions(fields.get('editions'));
  const chosen = editions ? changeCompare(begun, { kind: 'editions-chosen', editions }) : begun;
  return changeCompare(chosen, { kind: 'moved', percent: Number(text) });
}
