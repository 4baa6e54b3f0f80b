import { type Compare, changeCompare } from '../compare.ts';
import { part } from './part.ts';

/** Layer ids hold lower-case letters, digits, dots and hyphens. */
const LAYER = /^[a-z0-9][a-z0-9.-]*$/;

/** `compare=50&left=a,b&right=c`. */
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
  ];
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
  return changeCompare(begun, { kind: 'moved', percent: Number(text) });
}
