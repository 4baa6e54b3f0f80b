import { useQuery } from '@tanstack/react-query';
import { type Ostn15Grid, readGrid } from '#data/geodesy/grid.ts';
import { formatGridReference } from '#data/geodesy/grid-reference.ts';
import gridUrl from '#data/geodesy/ostn15.bin.gz?url';
import { toNationalGrid, toWgs84 } from '#data/geodesy/ostn15.ts';
import type { LngLat } from '#data/schema/geometry.ts';

/** Between WGS 84 and the National Grid, true to a millimetre. */
export type NationalGrid = {
  readonly toWgs84: (easting: number, northing: number) => LngLat | undefined;
  readonly toGrid: (at: LngLat) => readonly [easting: number, northing: number] | undefined;
};

/**
 * Ordnance Survey's transformation (407 kB), fetched when grid references are first wanted; undefined until it
 * has come. It works with no network beyond our own server.
 */
export function useNationalGrid(isWanted: boolean) {
  const { data, isError } = useQuery({
    queryKey: ['ostn15'],
    queryFn: async ({ signal }) => nationalGrid(readGrid(await fetchUnpacked(gridUrl, signal))),
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return { grid: data, hasFailed: isError };
}

const nationalGrid = (grid: Ostn15Grid): NationalGrid => ({
  toWgs84: (easting, northing) => toWgs84(grid, easting, northing),
  toGrid: ([lng, lat]) => toNationalGrid(grid, lng, lat),
});

async function fetchUnpacked(address: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(address, { signal });
  if (!response.ok || response.body === null) throw new Error('The grid does not load.');
  // a server that sent it as a compressed answer has had it unpacked by the browser already
  if (response.headers.get('content-encoding') === 'gzip') return bytesOf(response.body);
  return bytesOf(response.body.pipeThrough(new DecompressionStream('gzip')));
}

const bytesOf = async (stream: ReadableStream): Promise<Uint8Array> =>
  new Uint8Array(await new Response(stream).arrayBuffer());

/** A position as a National Grid reference of ten figures: `SJ 81429 91372`; undefined outside the grid. */
export function sayReference(grid: NationalGrid, at: LngLat): string | undefined {
  const metres = grid.toGrid(at);
  return metres && formatGridReference(metres[0], metres[1], 10);
}

/** A position as easting and northing to the decimetre, as it is typed: `381429.1, 391372.4`. */
export function sayMetres(grid: NationalGrid, at: LngLat): string | undefined {
  return grid
    .toGrid(at)
    ?.map((metres) => metres.toFixed(1))
    .join(', ');
}
