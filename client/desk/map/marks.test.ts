import { expect, it } from 'vitest';
import { marksOf } from './marks.ts';

it('marksOf() gives every mark its role, a way its beginning', () => {
  const { features } = marksOf({
    show: 'changes',
    moves: [{ from: [-2.1, 53.6], to: [-2.2, 53.7] }],
    removed: [[-2.3, 53.5]],
    candidates: [{ value: '415545', at: [-2.1, 53.6], isChosen: true }],
  });
  expect(features.map(({ properties, geometry }) => [properties?.role, geometry.type])).toEqual([
    ['way', 'LineString'],
    ['from', 'Point'],
    ['removed', 'Point'],
    ['candidate', 'Point'],
  ]);
  expect(features.at(-1)?.properties).toMatchObject({ value: '415545', chosen: true });
});

it('marksOf() draws nothing that is not wished for', () => {
  expect(marksOf({ show: 'places' }).features).toEqual([]);
});
