import { issue } from '#data/issues/issue.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { LocatorLayer } from './locator.ts';

/** Three words with points between, as what3words writes them. */
const THREE_WORDS = /^\s*(?:\/{3})?\p{L}{3,}\.\p{L}{3,}\.\p{L}{3,}\s*$/u;
/** Share of the filled cells that must be such words. */
const MOST = 0.8;
/** Records enough to see what a column holds. */
const ENOUGH = 200;

/** Say that a column holds three words a place, which no open data turns into coordinates. */
export function judgeThreeWords(layer: LocatorLayer, sample: readonly RawRecord[]): Issue[] {
  const few = sample.slice(0, ENOUGH);
  const index = layer.columns.findIndex((_, column) => {
    const filled = few.map(({ values }) => values[column]).filter((cell) => cell);
    const words = filled.filter((cell) => typeof cell === 'string' && THREE_WORDS.test(cell));
    return words.length > 0 && words.length >= MOST * filled.length;
  });
  const column = layer.columns[index];
  if (column === undefined) return [];
  const message = `“${column}” holds what3words addresses. Only their owner’s service can turn them into places, and ODIN does not ask it. Add coordinates or a grid reference`;
  return [issue('geom.unplaced', { layer: layer.name, column }, message)];
}
