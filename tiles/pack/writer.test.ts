import fc from 'fast-check';
import { PMTiles, tileIdToZxy } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { openArchive } from './reader.ts';
import { ArchiveWriter, memorySink } from './writer.ts';

const EXTENT = {
  minZoom: 0,
  maxZoom: 14,
  bounds: [-3, 53, -2, 54],
  center: [-2.5, 53.5, 9],
} as const;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An archive of tiles by id; their content stands for their hash. */
function write(tiles: readonly (readonly [id: number, content: string])[]): Uint8Array {
  const sink = memorySink();
  const writer = new ArchiveWriter(sink);
  for (const [id, content] of tiles) writer.add(id, bytesOf(content), content);
  writer.finish(EXTENT, { name: 'Test' });
  return sink.bytes();
}

const open = (bytes: Uint8Array) =>
  openArchive((offset, length) => bytes.subarray(offset, offset + length));

const openElsewhere = (bytes: Uint8Array): PMTiles =>
  new PMTiles({
    getKey: () => 'memory',
    getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length).buffer }),
  });

describe('ArchiveWriter', () => {
  it('stores equal tiles once, also when they do not follow each other', () => {
    const bytes = write([
      [0, 'a'],
      [1, 'sea'],
      [2, 'sea'],
      [3, 'b'],
      [4, 'sea'],
    ]);
    const { header, tile } = open(bytes);
    expect([header.addressed, header.entries, header.contents]).toEqual([5, 4, 3]);
    expect(header.tiles.length).toBe('aseab'.length);
    expect(tile(1, 0, 0)).toEqual(bytesOf('sea'));
    expect(tile(1, 0, 1)).toEqual(bytesOf('sea'));
  });

  it('refuses tiles that do not come in order', () => {
    const writer = new ArchiveWriter(memorySink());
    writer.add(5, bytesOf('a'), 'a');
    expect(() => writer.add(5, bytesOf('b'), 'b')).toThrow(RangeError);
  });

  it('makes leaf directories when the root has no room, which others read too', async () => {
    // ids with gaps and lengths without pattern, so that nothing packs well
    let state = 1;
    const next = (): number => {
      state = Math.imul(state, 1_664_525) + 1_013_904_223;
      return (state >>> 16) & 255;
    };
    let id = 21_845;
    const tiles = Array.from({ length: 30_000 }, (_, i): [number, string] => {
      id += 1 + next();
      return [id, `${'x'.repeat(next())}${i}`];
    });
    const bytes = write(tiles);
    const { header, locate } = open(bytes);
    expect(header.leaves.length).toBeGreaterThan(10_000);
    expect(header.root.offset + header.root.length).toBeLessThanOrEqual(16_384);
    const elsewhere = openElsewhere(bytes);
    const all = await elsewhere.getHeader();
    expect(all).toMatchObject({ clustered: true, numAddressedTiles: 30_000, specVersion: 3 });
    for (const [wanted, content] of [tiles[0], tiles[17_000], tiles.at(-1)] as [number, string][]) {
      const [z, x, y] = tileIdToZxy(wanted);
      const found = locate(z, x, y);
      expect(found?.length).toBe(content.length);
      const at = found?.offset ?? 0;
      expect(new TextDecoder().decode(bytes.subarray(at, at + content.length))).toBe(content);
    }
  });
});

describe('openArchive()', () => {
  it('finds what was written and nothing else', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 340 }), { maxLength: 80 });
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 5 }), (given, kinds) => {
        const sorted = given.toSorted((a, b) => a - b);
        const { tile } = open(write(sorted.map((id) => [id, `tile ${id % kinds}`])));
        for (let id = 0; id < 341; id++) {
          const found = tile(...tileIdToZxy(id));
          const expected = given.includes(id) ? `tile ${id % kinds}` : undefined;
          expect(found && new TextDecoder().decode(found)).toBe(expected);
        }
      }),
    );
  });

  it('has no tile outside the world', () => {
    const { tile } = open(write([[0, 'a']]));
    for (const [z, x, y] of [
      [0, 1, 0],
      [0, 0, -1],
      [-1, 0, 0],
      [0.5, 0, 0],
      [99, 0, 0],
    ] as const) {
      expect(tile(z, x, y)).toBeUndefined();
    }
  });

  it('refuses what is no archive with a RangeError, whatever the bytes', () => {
    const good = write([
      [0, 'a'],
      [7, 'b'],
    ]);
    const attempt = (bytes: Uint8Array): void => {
      try {
        open(bytes).tile(0, 0, 0);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    };
    const place = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 }))),
        fc.uint8Array(),
        (changes, other) => {
          attempt(other);
          const bytes = good.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          attempt(bytes);
          attempt(bytes.subarray(0, bytes.length - changes.length * 40));
        },
      ),
      { numRuns: 300 },
    );
  });
});
