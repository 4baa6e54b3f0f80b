import { readArea, writeArea } from '#data/query/area-text.ts';
import type { AskedArea } from '../area.ts';
import { part } from './part.ts';

/** Write the area asked about: `area=polygon:-2.3,53.4;…~250m`, and `within=area` where the list keeps to it. */
export const writeAskedArea = (asked: AskedArea | undefined): readonly (string | undefined)[] => [
  // legal in a query, and the corners stay readable
  part('area', asked && writeArea(asked.area))?.replaceAll('%3B', ';'),
  part('within', asked?.isListed && 'area'),
];

/** Read an area; a text that is none asks about nothing. Never throws. */
export function readAskedArea(fields: URLSearchParams): AskedArea | undefined {
  const area = readArea(fields.get('area') ?? '');
  if (area === undefined) return undefined;
  return fields.get('within') === 'area' ? { area, isListed: true } : { area };
}
