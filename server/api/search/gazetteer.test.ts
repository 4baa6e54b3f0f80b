import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openGazetteer } from './gazetteer.ts';

const basemap = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../data/basemap/${name}`, import.meta.url), 'utf8'));
const gazetteer = openGazetteer(basemap('places.json'), basemap('districts.json'));

it.each([
  ['bolton', 'Bolton', 'District'],
  ['BOLTON railway', 'Bolton', 'Railway station'],
  ['alt', 'Altrincham', 'Metrolink stop'],
  ['holling lake', 'Hollingworth Lake', 'Lake or reservoir'],
])('find(%j) puts %s, %s, first or among the first', (text, name, kind) => {
  expect(gazetteer.find(text, 3)).toContainEqual(expect.objectContaining({ name, kind }));
});

it('find() gives a district its box, the whole name first', () => {
  const [first] = gazetteer.find('trafford', 5);
  expect(first?.bounds).toHaveLength(4);
});

it('find() never throws and never answers nothing with everything', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(gazetteer.find(text, 5).length).toBeLessThanOrEqual(5);
    }),
  );
  expect(gazetteer.find('  ', 5)).toEqual([]);
});
