import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

// What the browser has to fetch, gzipped. Source: the budget of the design, docs/architecture.md.

const FOLDER = new URL('../../dist/client/', import.meta.url);

const gzippedBytes = (file: string): number =>
  gzipSync(readFileSync(new URL(file, FOLDER)), { level: 9 }).length;

const totalOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzippedBytes(file), 0);

type Brought = { file: string; imports?: string[]; css?: string[] };

const manifest = (): Record<string, Brought> =>
  JSON.parse(readFileSync(new URL('.vite/manifest.json', FOLDER), 'utf8'));

/** Scripts and styles that come before a module of ours runs; what it asks for later is not among them. */
function broughtBy(name: string): string[] {
  const chunks = manifest();
  const seen = new Set<string>();
  const visit = (key: string): string[] => {
    const chunk = chunks[key];
    if (chunk === undefined) throw new Error(`Nothing was built of ${key}.`);
    if (seen.has(key)) return [];
    seen.add(key);
    return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap(visit)];
  };
  return [...new Set(visit(name))];
}

/** Of a module that is loaded when the shell is there. */
function addedBy(name: string): string[] {
  const shell = shellFiles();
  return broughtBy(name).filter((file) => !shell.includes(file));
}

const shellFiles = (): string[] => broughtBy('index.html');

const assets = (): string[] =>
  readdirSync(new URL('assets/', FOLDER)).map((name) => `assets/${name}`);

test('the shell of the explorer is at most 250 kB', () => {
  const files = shellFiles();
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((file) => /maplibre|draw|print|download/.test(file))).toEqual([]);
  expect(totalOf(files)).toBeLessThanOrEqual(250_000);
});

test('the desk is an app of its own of at most 60 kB, with its map', () => {
  const map = addedBy('map/map.ts');
  const own = addedBy('map/draft-map.ts').filter((file) => !map.includes(file));
  const files = [...new Set([...addedBy('desk/desk.tsx'), ...own])];
  expect(files.length).toBeGreaterThanOrEqual(3);
  expect(totalOf(files)).toBeLessThanOrEqual(60_000);
  expect(shellFiles().filter((file) => /desk|draft-map/.test(file))).toEqual([]);
});

test('the site finder is an app of its own of at most 70 kB, without its map', () => {
  const files = addedBy('sites/sites.tsx');
  expect(files.length).toBeGreaterThanOrEqual(2);
  expect(totalOf(files)).toBeLessThanOrEqual(70_000);
  expect(shellFiles().filter((file) => /sites|compare-page/.test(file))).toEqual([]);
});

test('the map with its worker is at most 450 kB', () => {
  // the worker is asked for by address
  const worker = assets().filter((file) => file.includes('/maplibre-gl-worker-'));
  const files = [...addedBy('map/map.ts'), ...worker];
  expect(files.length).toBeGreaterThanOrEqual(3);
  expect(totalOf(files)).toBeLessThanOrEqual(450_000);
});

test('deck.gl is in one file of at most 200 kB, and no script but the map of sites names it', () => {
  const files = assets().filter((file) => /\/sites-cells-[^/]+\.js$/.test(file));
  expect(files).toHaveLength(1);
  expect(totalOf(files)).toBeLessThanOrEqual(200_000);
  const speaking = assets().filter(
    (file) =>
      file.endsWith('.js') && readFileSync(new URL(file, FOLDER), 'utf8').includes('deck.gl'),
  );
  expect(speaking).toEqual(files);
});
