import { tileIdToZxy, zxyToTileId } from 'pmtiles';
import { expect, it } from 'vitest';
import { firstTileId, hilbertOf, tileAt, tileIdOf } from './hilbert.ts';

const TILES = Array.from({ length: 17 }, (_, zoom) => zoom).flatMap((zoom) =>
  Array.from({ length: 40 }, (_, i) => {
    const most = 2 ** zoom - 1;
    return [zoom, Math.round((most * ((i * 7) % 40)) / 39), Math.round((most * i) / 39)] as const;
  }),
);

it('tileIdOf() numbers tiles as PMTiles does, and tileAt() finds them again', () => {
  for (const [zoom, x, y] of TILES) {
    const id = tileIdOf(zoom, x, y);
    expect([zoom, x, y, id]).toEqual([zoom, x, y, zxyToTileId(zoom, x, y)]);
    expect(tileIdToZxy(id)).toEqual([zoom, x, y]);
    expect(tileAt(zoom, id - firstTileId(zoom))).toEqual([x, y]);
  }
});

it('hilbertOf() of a zoom is that of the zoom below without its last two bits', () => {
  for (const [zoom, x, y] of TILES.filter(([z]) => z > 0)) {
    expect(hilbertOf(zoom - 1, x >> 1, y >> 1)).toBe(Math.floor(hilbertOf(zoom, x, y) / 4));
  }
});
