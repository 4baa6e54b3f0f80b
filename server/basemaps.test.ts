import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { originsOf } from '#data/schema/basemap.ts';
import { readBasemaps } from './basemaps.ts';
import { readConfig } from './config.ts';

const STREETS = {
  id: 'streets',
  title: 'Streets',
  attribution: '© Streets',
  tiles: ['https://tiles.example/{z}/{x}/{y}.png'],
};
const STYLED = {
  id: 'styled',
  title: 'Styled',
  attribution: '© Styled',
  styleUrl: 'https://style.example:8443/v1/style.json?key=1',
  origins: ['https://tiles.example'],
};

it('readBasemaps() takes JSON as it is or from a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'odin-basemaps-'));
  const file = join(folder, 'basemaps.json');
  writeFileSync(file, JSON.stringify([STREETS, STYLED]));
  expect(readBasemaps(file)).toEqual(readBasemaps(JSON.stringify([STREETS, STYLED])));
  rmSync(folder, { recursive: true });
});

it('originsOf() names every host that is asked, without its paths and keys', () => {
  const [streets, styled] = readBasemaps(JSON.stringify([STREETS, STYLED]));
  expect(streets && originsOf(streets)).toEqual(['https://tiles.example']);
  expect(styled && originsOf(styled)).toEqual([
    'https://style.example:8443',
    'https://tiles.example',
  ]);
});

it.each([
  ['a script', [{ ...STREETS, tiles: ['javascript:alert(1)//{z}{x}{y}'] }]],
  ['a template without its parts', [{ ...STREETS, tiles: ['https://tiles.example/'] }]],
  ['no credit', [{ ...STREETS, attribution: ' ' }]],
  ['a name that would not do in an address', [{ ...STREETS, id: 'A&b' }]],
  ['an origin with a path', [{ ...STYLED, origins: ['https://tiles.example/a'] }]],
  ['two of one name', [STREETS, STREETS]],
])('readConfig() refuses base maps with %s', (_, basemaps) => {
  expect(() => readConfig({ ODIN_BASEMAPS: JSON.stringify(basemaps) })).toThrow(/ODIN_BASEMAPS/);
});

it('readConfig() says which file of base maps cannot be read', () => {
  expect(() => readConfig({ ODIN_BASEMAPS: '/nowhere.json' })).toThrow(/ODIN_BASEMAPS.*nowhere/);
  expect(() => readConfig({ ODIN_BASEMAPS: '[1' })).toThrow(/ODIN_BASEMAPS/);
  expect(readConfig({}).basemaps).toEqual([]);
});
