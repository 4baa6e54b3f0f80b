import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '#data/schema/geometry.ts';
import { newSketch, SKETCH_SHAPES, type Sketch, type SketchAction, sketch } from './sketch.ts';

const A: LngLat = [-2.3, 53.4];
const B: LngLat = [-2.2, 53.4];
const C: LngLat = [-2.2, 53.5];

const run = (start: Sketch, ...actions: readonly SketchAction[]): Sketch =>
  actions.reduce(sketch, start);
const place = (at: LngLat): SketchAction => ({ kind: 'placed', at });

describe('sketch()', () => {
  it('places corners and finishes an area on its first corner or on the last again', () => {
    const three = run(newSketch('area', 'polygon'), place(A), place(B), place(C));
    expect(three).toMatchObject({ corners: [A, B, C], isFinished: false });
    expect(run(three, place(A))).toMatchObject({ corners: [A, B, C], isFinished: true });
    expect(run(three, place(C))).toMatchObject({ corners: [A, B, C], isFinished: true });
  });

  it('does not finish with too few corners', () => {
    const two = run(newSketch('area', 'polygon'), place(A), place(B));
    expect(run(two, { kind: 'finished' })).toBe(two);
    expect(run(two, place(B))).toBe(two);
  });

  it('makes four corners of a rectangle, and keeps a circle as centre and edge', () => {
    expect(run(newSketch('area', 'rectangle'), place(A), place(C))).toMatchObject({
      shape: 'polygon',
      corners: [A, B, C, [-2.3, 53.5]],
      isFinished: true,
    });
    const circle = run(newSketch('area', 'circle'), place(A), place(B));
    expect(circle).toMatchObject({ shape: 'circle', corners: [A, B], isFinished: true });
    expect(run(circle, { kind: 'moved', index: 0, at: C }).corners[1]?.[0]).toBeCloseTo(-2.1, 9);
  });

  it('begins another shape where a finished one was, and undo brings that back', () => {
    const point = run(newSketch('measure', 'point'), place(A));
    const another = run(point, place(B));
    expect(another).toMatchObject({ corners: [B], isFinished: true });
    const back = run(another, { kind: 'undone' }, { kind: 'undone' });
    expect(back).toMatchObject({ corners: [A], isFinished: true });
  });

  it('drops what is unfinished when a shape is chosen again, and undo brings it back', () => {
    const two = run(newSketch('area', 'polygon'), place(A), place(B));
    const dropped = run(two, { kind: 'shape-chosen', shape: 'polygon' });
    expect(dropped.corners).toEqual([]);
    expect(run(dropped, { kind: 'undone' }).corners).toEqual([A, B]);
    expect(run(dropped, { kind: 'shape-chosen', shape: 'polygon' })).toBe(dropped);
  });

  it('keeps the fewest corners a finished shape can have', () => {
    const line = run(newSketch('area', 'line'), place(A), place(B), { kind: 'finished' });
    expect(run(line, { kind: 'removed', index: 0 })).toBe(line);
    const longer = run(line, { kind: 'inserted', index: 1, at: C });
    expect(longer.corners).toEqual([A, C, B]);
    expect(run(longer, { kind: 'removed', index: 1 }).corners).toEqual([A, B]);
  });

  it('undoes any run of actions to the beginning, and redoes it to the end', () => {
    const at = fc.tuple(fc.double({ min: -3, max: -1, noNaN: true }), fc.constantFrom(53.4, 53.5));
    const index = fc.nat(4);
    const action: fc.Arbitrary<SketchAction> = fc.oneof(
      fc.record({ kind: fc.constant('placed' as const), at }),
      fc.record({ kind: fc.constant('moved' as const), index, at }),
      fc.record({ kind: fc.constant('inserted' as const), index, at }),
      fc.record({ kind: fc.constant('removed' as const), index }),
      fc.constant({ kind: 'finished' as const }),
      fc.record({
        kind: fc.constant('shape-chosen' as const),
        shape: fc.constantFrom(...SKETCH_SHAPES),
      }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
        const start = newSketch('area', 'polygon');
        const end = run(start, ...actions);
        const back = run(end, ...end.past.map((): SketchAction => ({ kind: 'undone' })));
        expect({ ...back, future: [] }).toEqual(start);
        const forth = run(back, ...back.future.map((): SketchAction => ({ kind: 'redone' })));
        expect(forth).toEqual(end);
      }),
    );
  });
});
