import { describe, expect, it } from 'vitest';
import { DustCounter, isUnseen } from './dust.ts';
import { LINE, POLYGON } from './flat-layer.ts';

/** Polygons of so many square tile units of zoom 14 (16 world units each way), all in one place. */
const squares = (areas: readonly number[]) => ({
  count: areas.length,
  shapes: new Uint8Array(areas.length).fill(POLYGON),
  sizes: Float32Array.from(areas, (area) => area * 256),
  positions: new Uint32Array(areas.length).fill(2 ** 30),
  boxes: new Int32Array(4 * areas.length),
  motes: new Uint16Array(areas.length),
});

/** Places of polygons drawn as motes at a zoom. */
const drawnAt = (motes: Uint16Array, zoom: number): number[] =>
  [...motes.keys()].filter((i) => ((motes[i] as number) >> zoom) & 1);

describe('DustCounter', () => {
  it('draws the polygon that completes a mote’s worth, at each zoom by its own measure', () => {
    const layer = squares([3, 2, 3, 3, 1, 4]);
    new DustCounter().count(layer);
    expect(drawnAt(layer.motes, 14)).toEqual([1, 2, 4]);
    // a quarter of the size each zoom further out; the last is dust only there
    expect(drawnAt(layer.motes, 13)).toEqual([5]);
    expect(drawnAt(layer.motes, 12)).toEqual([]);
  });

  it('draws the same when a layer is given in stretches', () => {
    const areas = Array.from({ length: 60 }, (_, i) => 0.3 + (i % 7) / 2);
    const whole = squares(areas);
    new DustCounter().count(whole);
    const counter = new DustCounter();
    const stretches = [areas.slice(0, 11), areas.slice(11, 40), areas.slice(40)].map(squares);
    for (const stretch of stretches) counter.count(stretch);
    expect(stretches.flatMap(({ motes }) => [...motes])).toEqual([...whole.motes]);
    expect(drawnAt(whole.motes, 10).length).toBeLessThan(drawnAt(whole.motes, 13).length);
  });

  it('begins anew in every tile', () => {
    const layer = squares([3, 3]);
    layer.positions[1] = 2 ** 30 + 16;
    new DustCounter().count(layer);
    expect(drawnAt(layer.motes, 14)).toEqual([]);
    expect(drawnAt(layer.motes, 13)).toEqual([]);
  });
});

describe('isUnseen()', () => {
  it('holds of dust that is no mote and of lines shorter than a tile unit', () => {
    const layer = squares([3, 3, 9]);
    new DustCounter().count(layer);
    expect([0, 1, 2].map((i) => isUnseen(layer, i, 14))).toEqual([true, false, false]);
    const line = { ...squares([0]), shapes: Uint8Array.of(LINE) };
    line.boxes.set([100, 100, 115, 100]);
    expect([13, 14, 15].map((zoom) => isUnseen(line, 0, zoom))).toEqual([true, true, false]);
  });
});
