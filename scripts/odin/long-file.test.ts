import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSpool } from './output.ts';

const ODIN = fileURLToPath(new URL('../odin.mjs', import.meta.url));
const ROWS = 400_000;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'odin-long-'));
  const lines = ['Asset ID,Name,Easting,Northing'];
  for (let index = 0; index < ROWS; index++) {
    lines.push(`A${index},Column ${index},${378_000 + (index % 997)},${390_000 + (index % 991)}`);
  }
  writeFileSync(join(folder, 'lights.csv'), lines.join('\n'));
});

afterAll(() => rmSync(folder, { recursive: true }));

it('odin harmonise tells how far it is, and leaves nothing behind when it is interrupted', async () => {
  const out = join(folder, 'out.geojson');
  const typed = ['harmonise', join(folder, 'lights.csv'), '--out', out, '--progress'];
  const child = spawn(process.execPath, [ODIN, ...typed], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  let said = '';
  const partSeen = setInterval(() => {
    if (!readdirSync(folder).includes('out.geojson.part')) return;
    // once: a second one ends the process where it stands
    clearInterval(partSeen);
    child.kill('SIGINT');
  }, 20);
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code, signal] = await ended;
  clearInterval(partSeen);
  expect([code, signal]).toEqual([130, null]);
  expect(said).toMatch(/records/);
  expect(readdirSync(folder)).toEqual(['lights.csv']);
}, 60_000);

it('openSpool() gives back what was kept, from memory and from its file', () => {
  const spool = openSpool();
  const pieces = ['é', '😀'.repeat(9_000_000), 'x', '"last"'];
  try {
    for (const piece of pieces) spool.write(piece);
    expect([...spool.read()].join('') === pieces.join('')).toBe(true);
  } finally {
    spool.close();
  }
});
