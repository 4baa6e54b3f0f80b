import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeArchive } from '#tests/support/decode-archive.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'odin-tiles-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function odin(...words: string[]): { code: number | null; out: string; told: string } {
  const ran = spawnSync(process.execPath, ['scripts/odin.mjs', 'tiles', ...words], {
    encoding: 'utf8',
  });
  return { code: ran.status, out: ran.stdout, told: ran.stderr };
}

const point = (id: unknown, properties: unknown): string =>
  JSON.stringify({
    type: 'Feature',
    id,
    properties,
    geometry: { type: 'Point', coordinates: [-2.2, 53.4] },
  });

describe('odin tiles build', () => {
  it('makes an archive of one feature a line, with every attribute', async () => {
    const from = join(folder, 'in.geojsonl');
    const to = join(folder, 'out.pmtiles');
    writeFileSync(
      from,
      [
        point(7, { name: 'Ordsall', tags: { a: 1 }, none: null }),
        '',
        `\u001e${point('x', { kv: 33 })}\r`,
        point(2 ** 40, { name: 'Å' }),
      ].join('\n'),
    );
    const ran = odin('build', from, to, '--layer', 'things');
    expect([ran.code, ran.told]).toEqual([0, '']);
    expect(ran.out).toMatch(/^things: 3 features in \d+ tiles, zooms 0–14/);
    const tiles = await decodeArchive(readFileSync(to));
    const last = tiles.find(({ zoom }) => zoom === 14);
    expect(last?.layers).toEqual(['things']);
    const found = last?.features.map(({ id, properties }) => [id, properties]);
    expect(found).toEqual(
      expect.arrayContaining([
        [7, { name: 'Ordsall', tags: '{"a":1}' }],
        [undefined, { kv: 33 }],
        [2 ** 40, { name: 'Å' }],
      ]),
    );
  });

  it('names the lines that are no features and goes on with the rest', async () => {
    const from = join(folder, 'faulty.geojsonl');
    const to = join(folder, 'faulty.pmtiles');
    const lines = [
      point(1, {}),
      '{"type":"Feature","geometry":null}',
      'nonsense',
      '{"type":"Feature","geometry":{"type":"Circle","coordinates":[]}}',
      '{"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[1,[2],[[3]],[[null]]]}}',
      point(2, 'x'),
    ];
    writeFileSync(from, lines.join('\n'));
    const ran = odin('build', from, to);
    expect(ran.code).toBe(0);
    expect(ran.told.trim().split('\n')).toEqual([
      'line 2: no geometry',
      'line 3: not JSON',
      'line 4: a geometry of no known type',
    ]);
    expect(ran.out).toContain('2 features');
    expect(ran.out).toContain('1 without a position');
  });

  it('keeps to the zooms and the attributes it is told', async () => {
    const from = join(folder, 'told.geojsonl');
    const to = join(folder, 'told.pmtiles');
    writeFileSync(from, point(7, { name: 'Ordsall', kv: 33, ref: 'x' }));
    const zooms = ['--min-zoom', '9', '--max-zoom', '11'];
    expect(odin('build', from, to, ...zooms, '--attributes', 'kv,name').code).toBe(0);
    const tiles = await decodeArchive(readFileSync(to));
    expect(tiles.map(({ zoom }) => zoom)).toEqual([9, 10, 11]);
    for (const { features } of tiles) {
      expect(features.map(({ properties }) => properties)).toEqual([{ kv: 33, name: 'Ordsall' }]);
    }
  });

  it('stops at Ctrl-C with 130 and leaves nothing behind', async () => {
    const from = join(folder, 'long.geojsonl');
    const to = join(folder, 'long.pmtiles');
    const line = (id: number): string => point(id, { name: `P ${id}`, kv: id % 7 });
    writeFileSync(from, Array.from({ length: 150_000 }, (_, id) => line(id)).join('\n'));
    const words = [
      'scripts/odin.mjs',
      'tiles',
      'build',
      from,
      to,
      '--no-thinning',
      '--threads',
      '1',
    ];
    const run = spawn(process.execPath, words);
    const waiting = setInterval(() => {
      if (!readdirSync(folder).some((name) => name.startsWith('long.pmtiles.'))) return;
      // once: a second one ends the process where it stands
      clearInterval(waiting);
      run.kill('SIGINT');
    }, 20);
    const code = await new Promise((resolve) => run.on('exit', resolve));
    clearInterval(waiting);
    expect(code).toBe(130);
    expect(readdirSync(folder).filter((name) => name.startsWith('long.pmtiles'))).toEqual([]);
  }, 60_000);

  it('answers 2 to a file that is not there, 64 to a wrong call, and leaves nothing behind', () => {
    expect(odin('build', join(folder, 'absent'), join(folder, 'x.pmtiles')).code).toBe(2);
    expect(odin('build', join(folder, 'only-one')).code).toBe(64);
    expect(odin('split', 'a', 'b').code).toBe(64);
    expect(odin('build', 'a', 'b', '--threads', '0').code).toBe(64);
    expect(odin('build', 'a', 'b', '--max-zoom', '15').code).toBe(64);
    expect(odin('build', 'a', 'b', '--memory', '12').code).toBe(64);
    expect(odin('build', 'a', 'b', '--min-zoom', '9', '--max-zoom', '8').code).toBe(64);
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
  });
});
