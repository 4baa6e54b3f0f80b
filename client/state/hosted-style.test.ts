import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readHostedStyle } from './hosted-style.ts';

const AT = 'https://maps.example/styles/day/style.json';

it('readHostedStyle() makes relative addresses whole, and keeps the braces of templates', () => {
  const style = readHostedStyle(
    {
      version: 8,
      sprite: '../sprite',
      glyphs: '/fonts/{fontstack}/{range}.pbf',
      sources: {
        land: { type: 'vector', tiles: ['/t/{z}/{x}/{y}.pbf'] },
        sea: { url: 'sea.json' },
      },
      layers: [
        { id: 'ground', type: 'background' },
        { id: 'wood', type: 'fill', source: 'land' },
      ],
    },
    AT,
  );
  expect(style).toMatchObject({
    sprite: 'https://maps.example/styles/sprite',
    sources: {
      land: { tiles: ['https://maps.example/t/{z}/{x}/{y}.pbf'] },
      sea: { url: 'https://maps.example/styles/day/sea.json' },
    },
  });
  expect(style).not.toHaveProperty('glyphs');
});

it('readHostedStyle() takes nothing whose layers have no source, and never throws', () => {
  const layers = [{ id: 'wood', type: 'fill', source: 'nowhere' }];
  expect(readHostedStyle({ version: 8, sources: {}, layers }, AT)).toBeUndefined();
  expect(readHostedStyle({ version: 7, sources: {}, layers: [] }, AT)).toBeUndefined();
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (given, url) => {
      readHostedStyle(given, url);
      readHostedStyle({ version: 8, sources: { a: given }, layers: [given] }, url);
    }),
  );
});
