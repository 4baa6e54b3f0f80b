import type { Position } from 'geojson';

/**
 * `x,y,z x,y,z` (KML, GML 2) as positions.
 *
 * @returns a sentence when a figure is missing or no finite number
 */
export function readTuples(text: string, comma = ',', space = /\s+/): Position[] | string {
  // Writers put a space after the comma.
  const tidy = comma === ',' ? text.replaceAll(/\s*,\s*/g, ',') : text;
  const positions: Position[] = [];
  for (const tuple of tidy.trim().split(space)) {
    if (tuple === '') continue;
    const position = tuple
      .split(comma)
      .filter((part) => part !== '')
      .map(Number);
    if (position.length < 2 || !position.every(Number.isFinite)) {
      return `“${tuple.slice(0, 60)}” is no position.`;
    }
    positions.push(position.slice(0, 3));
  }
  return positions;
}

/** `x y x y` (GML 3 posList) as positions of `dimension` figures each. */
export function readPosList(text: string, dimension: number): Position[] | string {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  const figures = trimmed.split(/[\s,]+/).map(Number);
  if (!figures.every(Number.isFinite))
    return 'The position list holds something that is no number.';
  const size = dimension === 3 ? 3 : 2;
  if (figures.length % size !== 0) {
    return `The position list has ${figures.length} figures, which do not make positions of ${size}.`;
  }
  const positions: Position[] = [];
  for (let at = 0; at < figures.length; at += size) positions.push(figures.slice(at, at + size));
  return positions;
}
