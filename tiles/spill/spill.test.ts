import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { TileFeature } from '#data/schema/tile.ts';
import { build, featureOf, LAYER, mixed, near, randomOf } from '#tests/support/made-features.ts';
import { memoryRoom } from '#tests/support/memory-room.ts';
import type { BuildOptions } from '../index.ts';

/** Build in plenty and in so little memory: whether the bytes are the same, and files it took. */
async function compare(
  features: readonly TileFeature[],
  memoryBytes: number,
  options: Partial<BuildOptions> = {},
): Promise<{ same: boolean; files: number }> {
  const whole = await build(features, options);
  const room = memoryRoom(memoryBytes);
  const away = await build(features, { ...options, room });
  expect(away.stats).toEqual(whole.stats);
  expect(room.left()).toBe(0);
  return { same: Buffer.compare(whole.bytes, away.bytes) === 0, files: room.opened() };
}

/** A patchwork of lots that share borders, from 3 m to 100 m wide, and specks between them. */
function lots(side: number): TileFeature[] {
  const random = randomOf(4);
  const step = Array.from({ length: side + 1 }, () => 0.00003 + random() * random() * 0.001);
  const edge = step.map((_, i) => step.slice(0, i).reduce((sum, width) => sum + width, 0));
  const bend = Array.from({ length: (side + 1) ** 2 }, () => (random() - 0.5) * 0.00002);
  const corner = (x: number, y: number): Position => [
    -2.3 + (edge[x] as number) + (bend[x * side + y] as number),
    53.4 + (edge[y] as number) * 0.6 + (bend[y * side + x] as number),
  ];
  const middle = (a: Position, b: Position): Position => [
    ((a[0] as number) + (b[0] as number)) / 2 + 1e-5,
    ((a[1] as number) + (b[1] as number)) / 2 - 1e-5,
  ];
  return Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    const [a, b, c, d] = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)];
    const ring = [a, middle(a, b), b, middle(b, c), c, middle(d, c), d, middle(a, d), a];
    const name = `Lot ${i} of the ${i % 13}th part`;
    return featureOf(
      i,
      { type: 'Polygon', coordinates: [ring] },
      { name, kv: i % 7, open: i % 2 === 0 },
    );
  });
}

/** Points, most of them in few places. */
const crowd = (count: number): TileFeature[] => {
  const random = randomOf(5);
  return Array.from({ length: count }, (_, i) => {
    const position = near(random, i % 5 === 0 ? 0.6 : i % 3 === 0 ? 0.05 : 0.004);
    const properties = { name: `No. ${i}`, [`extra ${i % 4}`]: random() };
    // keys repeat, and some have none
    return featureOf(
      i % 11 === 0 ? -1 : i >> 1,
      { type: 'Point', coordinates: position },
      properties,
      i % 90,
    );
  });
};

describe('buildArchive() with less memory than its input takes', () => {
  it.each([60_000, 400_000])('gives the same bytes for every shape (%i bytes)', async (memory) => {
    const { same, files } = await compare(mixed(900), memory);
    expect([same, files > 5]).toEqual([true, true]);
  });

  it('shares borders and lets dust add up across what it has put away apart', async () => {
    const { same, files } = await compare(lots(50), 120_000, { tileBytes: 30_000 });
    expect([same, files > 10]).toEqual([true, true]);
  });

  it('thins the same points and goes as deep', async () => {
    const everyAttribute = true;
    const { same, files } = await compare(crowd(9_000), 200_000, {
      everyAttribute,
      tileBytes: 9_000,
    });
    expect([same, files > 10]).toEqual([true, true]);
  });

  it('thins nothing when it is told not to', async () => {
    const features = [...lots(20), ...crowd(800)];
    const options = { thinning: false, layer: { ...LAYER, minZoom: 5 } };
    expect((await compare(features, 100_000, options)).same).toBe(true);
  });

  it('gives the same bytes on two threads', async () => {
    const features = [...crowd(4_500), ...lots(30)];
    expect((await compare(features, 150_000, { threads: 2, tileBytes: 20_000 })).same).toBe(true);
  });

  it('puts nothing away that fits, and keeps nothing of what did not', async () => {
    const room = memoryRoom(50_000_000);
    await build(mixed(60), { room });
    expect(room.opened()).toBe(0);
    const kept: Uint8Array[] = [];
    const sink = { write: (_: number, bytes: Uint8Array) => kept.push(bytes) };
    await build(mixed(60), { room: memoryRoom(20_000), keep: { sink, note: '' } });
    expect(kept).toEqual([]);
  });

  it('closes its files when it is stopped', async () => {
    const room = memoryRoom(60_000);
    const controller = new AbortController();
    const stopped = build(crowd(3_000), {
      room,
      signal: controller.signal,
      onProgress: ({ stage }) => stage === 'encode' && controller.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(room.left()).toBe(0);
  });
});

describe('buildArchive() in whatever memory, whatever it is given', () => {
  const position = fc
    .tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 }))
    .map(([x, y]): Position => [-2.2 + x / 3_000, 53.4 + y / 5_000]);
  const line = fc.array(position, { minLength: 1, maxLength: 9 });
  const geometry: fc.Arbitrary<Geometry> = fc.oneof(
    position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
    line.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
    line.map((ring) => ({ type: 'Polygon' as const, coordinates: [ring] })),
    fc.tuple(position, fc.integer({ min: 1, max: 60 })).map(([[lng = 0, lat = 0], size]) => {
      const far = size / 200_000;
      const ring = [
        [lng, lat],
        [lng + far, lat],
        [lng, lat + far],
        [lng, lat],
      ];
      return { type: 'Polygon' as const, coordinates: [ring] };
    }),
  );

  it('makes the same archive as with plenty', async () => {
    const given = fc.array(fc.tuple(geometry, fc.string({ maxLength: 5 })), { maxLength: 120 });
    const memory = fc.integer({ min: 1_000, max: 60_000 });
    const property = fc.asyncProperty(given, memory, async (shapes, memoryBytes) => {
      const features = shapes.map(([shape, name], i) => featureOf(i >> 2, shape, { name }));
      const options = { layer: { ...LAYER, minZoom: 6 }, tileBytes: 900 };
      expect((await compare(features, memoryBytes, options)).same).toBe(true);
    });
    await fc.assert(property, { numRuns: 40 });
  }, 60_000);
});
