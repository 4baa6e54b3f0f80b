import {
  BLOCK_ENTRIES,
  ENTRY_BYTES,
  type Entry,
  openPacked,
  type Packed,
  tailOf,
  writeEntry,
} from '#data/gazetteer/packed.ts';
import { keyOfPostcode } from '#data/gazetteer/postcode.ts';
import type { GazetteerEdition } from '#data/schema/gazetteer.ts';

/** What a made-up gazetteer says of itself. */
export const madeUp = (kind: 'postcode' | 'uprn', entries: number): GazetteerEdition => ({
  id: `made-up-${kind}`,
  product: 'made-up',
  title: `Made-up ${kind}s`,
  edition: '2026-05',
  publisher: 'ons',
  kind,
  entries,
  licence: 'OS-CodePoint',
  attribution: 'Contains Royal Mail data © Royal Mail copyright and database right 2026.',
  files: ['made-up.csv'],
  loadedAt: '2026-06-01T00:00:00Z',
});

/** A gazetteer file in memory. Entries need not be sorted. */
export function packBytes(kind: 'postcode' | 'uprn', entries: readonly Entry[]): Uint8Array {
  const sorted = entries.toSorted((a, b) => a.key - b.key);
  const body = new Uint8Array(sorted.length * ENTRY_BYTES);
  const view = new DataView(body.buffer);
  for (const [i, entry] of sorted.entries()) writeEntry(view, i * ENTRY_BYTES, entry);
  const firstKeys = sorted.filter((_, i) => i % BLOCK_ENTRIES === 0).map(({ key }) => key);
  const tail = tailOf(firstKeys, madeUp(kind, sorted.length));
  const bytes = new Uint8Array(body.length + tail.length);
  bytes.set(body);
  bytes.set(tail, body.length);
  return bytes;
}

/** Open a gazetteer file in memory. */
export const openBytes = (bytes: Uint8Array): Packed =>
  openPacked((offset, length) => bytes.slice(offset, offset + length), bytes.length);

/** Made-up postcodes, opened: postcode → easting, northing. */
export const postcodes = (places: Readonly<Record<string, readonly [number, number]>>): Packed =>
  openBytes(
    packBytes(
      'postcode',
      Object.entries(places).map(([postcode, [easting, northing]]) => {
        const key = keyOfPostcode(postcode) ?? -1;
        return { key, easting, northing, accuracyM: 100 };
      }),
    ),
  );

/** Made-up UPRNs, opened: UPRN → easting, northing. */
export const uprns = (places: ReadonlyMap<number, readonly [number, number]>): Packed =>
  openBytes(
    packBytes(
      'uprn',
      [...places].map(([key, [easting, northing]]) => ({ key, easting, northing, accuracyM: 10 })),
    ),
  );
