import { describe, expect, it } from 'vitest';
import type { AreaAsked, AreaNone } from '#data/schema/area.ts';
import { missingByReach, noneByPart, sayFigure, sayOrigin, sayPercent, saySize } from './words.ts';

const asked: AreaAsked = {
  text: 'polygon:',
  from: 'shape',
  drawn: 'polygon',
  geometry: { type: 'Polygon', coordinates: [] },
  bounds: [0, 0, 0, 0],
  areaM2: 4_184_000,
  edgeM: 7_480,
  corners: 8,
};

it('sayPercent() never says all or nothing of a part', () => {
  expect([0, 0.001, 0.21, 0.997, 1].map(sayPercent)).toEqual([
    '0 %',
    'under 1 %',
    '21 %',
    'over 99 %',
    '100 %',
  ]);
});

it('sayFigure() takes the unit of what was measured', () => {
  expect(sayFigure({ kind: 'share', share: 0.21, areaM2: 859_000 })).toBe('21 %');
  expect(sayFigure({ kind: 'length', lengthM: 3_000 })).toBe('3.00 km');
  expect(sayFigure({ kind: 'count', count: 1_204 })).toBe('1,204');
});

describe('saySize() and sayOrigin()', () => {
  it('tell a drawn area', () => {
    expect(saySize(asked)).toBe('418.4 ha');
    expect(sayOrigin(asked)).toBe('drawn by you · edge 7.48 km');
  });

  it('tell a strip round what was drawn, and round a feature by its name', () => {
    expect(sayOrigin({ ...asked, bufferM: 250 })).toContain('within 250 m of what you drew');
    expect(sayOrigin({ ...asked, bufferM: 250, title: 'Mill Lane' })).toContain('of Mill Lane');
  });
});

it('noneByPart() puts the whole area first, then each part', () => {
  const none = (title: string, ...districts: string[]): AreaNone => ({
    layerId: title,
    title,
    synthetic: false,
    featureType: 'x',
    ...(districts.length > 0 && { districts }),
  });
  expect(
    noneByPart([none('Allotments', 'Trafford'), none('Hospitals'), none('Parks', 'Trafford')]),
  ).toEqual([
    { part: undefined, titles: ['Hospitals'] },
    { part: 'Trafford', titles: ['Allotments', 'Parks'] },
  ]);
  expect(noneByPart([])).toEqual([]);
});

it('missingByReach() tells what others supplied from what nobody did', () => {
  const part = { gssCode: 'E08000003', name: 'Manchester', share: 0.5, ask: [] };
  const trees = { featureType: 'planning/tree', title: 'Trees', layerId: 'tree.x' };
  const mines = { featureType: 'land/mine', title: 'Mines' };
  expect(
    missingByReach([
      { ...part, layers: [trees, mines] },
      { ...part, layers: [mines] },
    ]),
  ).toEqual({
    parts: [{ ...part, layers: [trees] }],
    nowhere: ['Mines'],
  });
});
