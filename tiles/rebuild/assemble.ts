import { type Encoded, hashOf } from '../encode/run.ts';
import { firstTileId } from '../hilbert.ts';
import type { Built } from '../zooms.ts';
import type { Former } from './former.ts';
import type { Walked } from './walk.ts';

/** Put tiles as they were and tiles made anew together as if all had been built at once. */
export function assemble(former: Former, walked: Walked, maxZoom: number): Built {
  const runs: Encoded[] = [];
  for (const encoded of walked.runs) runs.push(...tilesOf(encoded));
  const lengths = new Set(runs.map(({ bytes }) => bytes.length));
  // an archive stores equal tiles once: where one stands names what it holds, unless a new one may hold the same
  const nameOf = (offset: number, bytes: Uint8Array): string =>
    lengths.has(bytes.length) ? hashOf(bytes) : `${offset}`;
  for (const [zoom, { positions, homes }] of former.kept.tiles) {
    const dirty = walked.dirty.get(zoom);
    positions.forEach((tile, i) => {
      if (dirty?.has(tile)) return;
      const tileId = firstTileId(zoom) + tile;
      const { offset, length } = former.archive.locateId(tileId) ?? { offset: 0, length: 0 };
      const bytes = former.read(offset, length);
      runs.push(oneTile(tileId, bytes, [homes[i] as number, nameOf(offset, bytes)]));
    });
  }
  runs.sort((a, b) => (a.tileIds[0] as number) - (b.tileIds[0] as number));
  return { runs, maxZoom, shown: shownIn(runs, former), drops: walked.drops };
}

/** Each tile of a run by itself. */
function* tilesOf({ tileIds, lengths, hashes, homes, bytes }: Encoded): Generator<Encoded> {
  let at = 0;
  for (const [i, tileId] of tileIds.entries()) {
    const end = at + (lengths[i] as number);
    yield oneTile(tileId, bytes.subarray(at, end), [homes[i] as number, hashes[i] as string]);
    at = end;
  }
}

const oneTile = (tileId: number, bytes: Uint8Array, [home, hash]: [number, string]): Encoded => ({
  tileIds: [tileId],
  lengths: [bytes.length],
  hashes: [hash],
  homes: [home],
  bytes,
  atHome: home,
  rawBytes: 0,
  dropped: [],
});

/** Zoom → features at home in its tiles. */
function shownIn(runs: readonly Encoded[], { kept }: Former): Map<number, number> {
  const shown = new Map<number, number>();
  const zooms = [...kept.tiles.keys()];
  let at = 0;
  for (const zoom of zooms) {
    const end = firstTileId(zoom + 1);
    let sum = 0;
    for (; at < runs.length && (runs[at]?.tileIds[0] as number) < end; at++) {
      sum += runs[at]?.atHome as number;
    }
    shown.set(zoom, sum);
  }
  return shown;
}
