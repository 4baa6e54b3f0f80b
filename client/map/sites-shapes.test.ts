import { expect, it } from 'vitest';
import type { SiteMark } from './sites-map-controller.ts';
import { cellShapes, circleShapes, lineShapes, markShapes, ringOf } from './sites-shapes.ts';

const VIEW = [-3, 53, -1, 54] as const;

const mark = (rank: number, more: Partial<SiteMark> = {}): SiteMark => ({
  key: `site-${rank}`,
  at: [-2, 53.5],
  form: 'ring',
  rank,
  ...more,
});

const signs = (marks: readonly SiteMark[]): string[] =>
  markShapes(marks, VIEW).features.map(({ properties }) => properties?.sign);

it('markShapes() gives every ranked site its figure while there are forty or fewer in view', () => {
  const marks = Array.from({ length: 40 }, (_, at) => mark(at + 1));
  expect(signs(marks)).toEqual(marks.map(({ rank }) => `ring/${rank}`));
});

it('markShapes() gives only the first twenty in view a figure in a crowd, and those ticked', () => {
  const crowd = [
    mark(1, { at: [0, 0] }),
    ...Array.from({ length: 41 }, (_, at) => mark(at + 2)),
    mark(43, { isCompared: true }),
    mark(44, { form: 'range' }),
  ];
  const drawn = signs(crowd);
  expect(drawn[0]).toBe('ring/');
  expect(drawn.slice(1, 21)).toEqual(Array.from({ length: 20 }, (_, at) => `ring/${at + 2}`));
  expect(drawn.slice(21, 42)).toEqual(new Array(21).fill('ring/'));
  expect(drawn.slice(42)).toEqual(['ring/43', 'range/']);
});

it('markShapes() gives what fails a must no figure', () => {
  const [{ rank, ...out }] = [mark(0, { form: 'out' })];
  expect(rank).toBe(0);
  expect(signs([out])).toEqual(['out/']);
});

it('circleShapes() draws a circle of the stated radius on the ground, and none where none is stated', () => {
  const { features } = circleShapes([mark(1, { radiusM: 150 }), mark(2)]);
  expect(features).toHaveLength(1);
  const ring = features[0]?.geometry.type === 'Polygon' ? features[0].geometry.coordinates[0] : [];
  const metres = (ring ?? []).map(([lng = 0, lat = 0]) =>
    Math.hypot((lng + 2) * 111_195 * Math.cos((53.5 * Math.PI) / 180), (lat - 53.5) * 111_195),
  );
  expect(Math.min(...metres)).toBeCloseTo(150, 3);
  expect(Math.max(...metres)).toBeCloseTo(150, 3);
  expect(ring?.at(-1)).toEqual(ring?.[0]);
});

it('lineShapes() draws a line, its end and its length for everything a site was measured to', () => {
  const end = { id: 'odin:energy/substation:1', at: [-2.1, 53.5] as const, title: 'Primary 1' };
  const { features } = lineShapes({
    key: 'site-1',
    lines: [{ from: [-2, 53.5], to: [-2.1, 53.5], label: '6.60 km', end }],
  });
  expect(features.map(({ properties }) => properties?.role)).toEqual(['line', 'end', 'length']);
  expect(features[1]?.properties).toMatchObject({ title: 'Primary 1' });
  expect(features[2]?.properties).toMatchObject({ label: '6.60 km' });
  expect(lineShapes(undefined).features).toEqual([]);
});

it('ringOf() closes the corners of a cell, and makes nothing of none', () => {
  expect(ringOf([0, 1, 2, 3, 4, 5])).toEqual([
    [0, 1],
    [2, 3],
    [4, 5],
    [0, 1],
  ]);
  expect(ringOf([])).toEqual([]);
  const [cell] = cellShapes([{ key: 'cell:8', corners: [0, 0, 1, 0, 1, 1], form: 'out' }]).features;
  expect(cell?.properties).toEqual({ key: 'cell:8', form: 'out', score: 0 });
});
