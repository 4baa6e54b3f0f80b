import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

// What the browser has to fetch, gzipped. Source: the budget of the design, docs/architecture.md.

const FOLDER = new URL('../../dist/client/', import.meta.url);

const gzippedBytes = (file: string): number =>
  gzipSync(readFileSync(new URL(file, FOLDER)), { level: 9 }).length;

const totalOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzippedBytes(file), 0);

/** Scripts and styles the page asks for before it shows anything. */
function shellFiles(): string[] {
  const page = readFileSync(new URL('index.html', FOLDER), 'utf8');
  return [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].flatMap(
    ([, file]) => file ?? [],
  );
}

const assets = (): string[] =>
  readdirSync(new URL('assets/', FOLDER)).map((name) => `assets/${name}`);

test('the shell of the explorer is at most 250 kB', () => {
  const files = shellFiles();
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((file) => /maplibre|draw|print|download/.test(file))).toEqual([]);
  expect(totalOf(files)).toBeLessThanOrEqual(250_000);
});

test('the desk is an app of its own of at most 60 kB, with its map', () => {
  const files = assets().filter((file) => /\/(?:desk|draft-map)-[^/]+\.(?:js|css)$/.test(file));
  expect(files.length).toBeGreaterThanOrEqual(3);
  expect(totalOf(files)).toBeLessThanOrEqual(60_000);
  expect(shellFiles().filter((file) => /desk|draft-map/.test(file))).toEqual([]);
});

test('the site finder is an app of its own of at most 70 kB, without its map', () => {
  const files = assets().filter((file) => /\/sites-[^/]{8}\.(?:js|css)$/.test(file));
  expect(files).toHaveLength(2);
  expect(totalOf(files)).toBeLessThanOrEqual(70_000);
  expect(shellFiles().filter((file) => /sites|compare-page/.test(file))).toEqual([]);
});

test('the map with its worker is at most 450 kB', () => {
  const files = assets().filter((file) =>
    /\/(?:map(?:libre(?:-gl-worker)?)?|restyle|start-worker)-[^/]{8}\.(?:js|css)$/.test(file),
  );
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
