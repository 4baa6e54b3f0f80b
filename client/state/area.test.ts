import { describe, expect, it } from 'vitest';
import type { Area } from '#data/query/area.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import { areaOfBounds, areaOfSketch, changeArea, sketchOfArea, withBuffer } from './area.ts';
import { explore, START } from './explore.ts';
import { figuresOf } from './sketch-figures.ts';
import { readUrl, writeUrl } from './url.ts';

const A: LngLat = [-2.3, 53.4];
const B: LngLat = [-2.2, 53.4];
const C: LngLat = [-2.2, 53.5];
const triangle = areaOfSketch({ shape: 'polygon', corners: [A, B, C] });
const feature: Area = { subject: { kind: 'feature', id: 'odin:planning/x:1' } };

describe('areaOfSketch() and sketchOfArea()', () => {
  it('are inverses for what can be edited by hand', () => {
    for (const drawn of [
      { shape: 'polygon', corners: [A, B, C] },
      { shape: 'line', corners: [A, B] },
      { shape: 'point', corners: [A] },
    ] as const) {
      const area = areaOfSketch(drawn);
      expect(area && sketchOfArea(area)).toEqual(drawn);
    }
  });

  it('make a circle a point with a buffer, so that it is round', () => {
    const circle = areaOfSketch({ shape: 'circle', corners: [A, [-2.3, 53.401]] });
    expect(circle).toMatchObject({ subject: { geometry: { type: 'Point' } }, bufferM: 111 });
    const drawn = circle && sketchOfArea(circle);
    expect(drawn?.shape).toBe('circle');
    expect(drawn && figuresOf({ ...drawn, isFinished: true }).radiusM).toBeCloseTo(111, 3);
  });

  it('give nothing for too few corners, for features and for shapes with holes', () => {
    expect(areaOfSketch({ shape: 'polygon', corners: [A, B] })).toBeUndefined();
    expect(sketchOfArea(feature)).toBeUndefined();
    const ring = [A, B, C, A].map((each) => [...each]);
    const holed: Area = {
      subject: { kind: 'shape', geometry: { type: 'Polygon', coordinates: [ring, ring] } },
    };
    expect(sketchOfArea(holed)).toBeUndefined();
  });

  it('keep the strip round a shape that is drawn on', () => {
    expect(
      areaOfSketch({ shape: 'line', corners: [A, B] }, { ...feature, bufferM: 250 }),
    ).toMatchObject({ bufferM: 250 });
  });
});

describe('changeArea()', () => {
  it('is the same object when the same is asked again', () => {
    const asked = changeArea(undefined, { kind: 'area-asked', area: feature });
    expect(changeArea(asked, { kind: 'area-asked', area: { ...feature } })).toBe(asked);
    expect(changeArea(asked, { kind: 'area-listed', isListed: false })).toBe(asked);
  });

  it('sets a strip in whole metres that ODIN measures, and takes it away again', () => {
    const asked = changeArea(undefined, { kind: 'area-asked', area: feature });
    const wide = changeArea(asked, { kind: 'area-buffered', bufferM: 99_999 });
    expect(wide?.area.bufferM).toBe(5_000);
    expect(changeArea(wide, { kind: 'area-buffered', bufferM: 0 })).toEqual(asked);
    expect(withBuffer(feature, Number.NaN)).toEqual(feature);
  });
});

describe('explore()', () => {
  const ask = (area: Area) =>
    ({ kind: 'area-changed', change: { kind: 'area-asked', area } }) as const;

  it('opens the tab that answers, and survives the address', () => {
    const asked = explore({ ...START, stop: 'peek' }, ask({ ...feature, bufferM: 250 }));
    expect(asked).toMatchObject({ tab: 'area', stop: 'half', asked: { area: { bufferM: 250 } } });
    expect(readUrl(writeUrl(asked))).toEqual(asked);
  });

  it('keeps the list to the area, and lets it go', () => {
    const change = { kind: 'area-listed', isListed: true } as const;
    const listed = explore(explore(START, ask(feature)), { kind: 'area-changed', change });
    expect(listed).toMatchObject({ tab: 'list', asked: { isListed: true } });
    expect(readUrl(writeUrl(listed))).toEqual(listed);
    const cleared = explore(listed, { kind: 'area-changed', change: { kind: 'area-cleared' } });
    expect(cleared).not.toHaveProperty('asked');
  });

  it('writes corners that can be read in the address', () => {
    expect(triangle && writeUrl({ ...START, asked: { area: triangle } })).toBe(
      '?area=polygon:-2.3,53.4;-2.2,53.4;-2.2,53.5',
    );
  });
});

it('areaOfBounds() is a box of four corners with a name', () => {
  const area = areaOfBounds([-2.3, 53.4, -2.2, 53.5], 'The view');
  expect(area.title).toBe('The view');
  expect(sketchOfArea(area)?.corners).toHaveLength(4);
});
