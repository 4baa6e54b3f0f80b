import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Every checker of `npm run check` is shown to fail on a tree that breaks one rule, and to pass on the same tree mended. */
const SETTINGS = [
  'package.json',
  'tsconfig.json',
  'biome.json',
  'knip.json',
  '.dependency-cruiser.cjs',
];
const bin = (path: string): string => resolve('node_modules', path);

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'odin-gate-'));
  for (const file of SETTINGS) cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  for (const room of ['client', 'server', 'tiles', 'data', 'scripts', 'tests']) {
    mkdirSync(join(folder, room), { recursive: true });
  }
  write('data/schema/thing.ts', 'export type Thing = { readonly name: string };\n');
  write(
    'scripts/main.ts',
    "import type { Thing } from '#data/schema/thing.ts';\n\nexport const thing: Thing = { name: 'a' };\n",
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Run a checker over the tree with one more file in it. */
function check(args: readonly string[], path?: string, text = ''): { ok: boolean; output: string } {
  if (path) write(path, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (path) rmSync(join(folder, path));
  return { ok: status === 0, output: `${stdout}${stderr}` };
}

const TYPES = [bin('typescript/bin/tsc'), '-p', '.'];
const LINT = [bin('@biomejs/biome/bin/biome'), 'check', '.'];
const ARROWS = [
  bin('dependency-cruiser/bin/dependency-cruise.mjs'),
  'server',
  'client',
  'tiles',
  'data',
  'scripts',
];
const DEAD = [bin('knip/bin/knip.js')];

describe('the gate', () => {
  it.each([
    ['types', TYPES],
    ['lint', LINT],
    ['arrows', ARROWS],
  ])('%s pass on a clean tree', (_name, args) => {
    const { ok, output } = check(args);
    expect(ok, output).toBe(true);
  });

  it('types fail on a value of the wrong type', () => {
    const { ok, output } = check(
      TYPES,
      'scripts/wrong.ts',
      "export const count: number = 'one';\n",
    );
    expect(ok).toBe(false);
    expect(output).toContain('TS2322');
  });

  it.each([
    ['any', 'export const loose = (value: any) => value;\n', 'noExplicitAny'],
    [
      'a function of 51 lines',
      `export function long(): void {\n${'  String(1);\n'.repeat(51)}}\n`,
      'noExcessiveLinesPerFunction',
    ],
    [
      'a file of 251 lines',
      'export const a = 1;\n'.replace('a', 'a0') +
        Array.from({ length: 250 }, (_, i) => `export const b${i} = ${i};\n`).join(''),
      'noExcessiveLinesPerFile',
    ],
    [
      'five parameters',
      'export const five = (a: 1, b: 1, c: 1, d: 1, e: 1) => a + b + c + d + e;\n',
      'useMaxParams',
    ],
    ['a default export', 'export default 1;\n', 'noDefaultExport'],
    [
      'leaving a room by ../../',
      "import { x } from '../../data/x.ts';\n\nexport const y = x;\n",
      'noRestrictedImports',
    ],
    ['unformatted code', 'export const a   =  1\n', 'format'],
  ])('lint fails on %s', (_name, text, rule) => {
    const { ok, output } = check(LINT, 'server/wrong.ts', text);
    expect(ok).toBe(false);
    expect(output).toContain(rule);
  });

  it.each([
    [
      'tiles/wrong.ts',
      "import { s } from '#server/store/target.ts';\n\nexport const copy = s;\n",
      'arrow-tiles',
    ],
    [
      'client/ui/wrong.tsx',
      "import { s } from '#server/store/target.ts';\n\nexport const copy = s;\n",
      'arrow-client-ui',
    ],
    [
      'server/harmonise/wrong.ts',
      "import { readFileSync } from 'node:fs';\n\nexport const read = readFileSync;\n",
      'pure-rooms-touch-nothing',
    ],
    [
      'server/api/wrong.ts',
      "import Database from 'better-sqlite3';\n\nexport const open = Database;\n",
      'only-the-store-opens-the-database',
    ],
    [
      'server/store/wrong.ts',
      "import express from 'express';\n\nexport const app = express;\n",
      'only-the-api-speaks-http',
    ],
  ])('arrows fail on %s', (path, text, rule) => {
    write('server/store/target.ts', 'export const s = 1;\n');
    const { ok, output } = check(ARROWS, path, text);
    expect(ok).toBe(false);
    expect(output).toContain(rule);
  });

  it('dead code fails on an export nobody uses', () => {
    const { ok, output } = check(DEAD, 'data/schema/unused.ts', 'export const unused = 1;\n');
    expect(ok).toBe(false);
    expect(output).toContain('unused.ts');
  });
});
