import { describe, expect, it } from 'vitest';
import { newSketch, type Sketch, type SketchAction, sketch } from '#client/state/sketch.ts';
import { nextStep, sayFigures, sayStep } from './say.ts';

const run = (start: Sketch, ...actions: readonly SketchAction[]): Sketch =>
  actions.reduce(sketch, start);
const place = (lng: number, lat: number): SketchAction => ({ kind: 'placed', at: [lng, lat] });
const empty = newSketch('measure', 'polygon');
const one = run(empty, place(-2.3, 53.43));
const two = run(one, place(-2.24, 53.46));
const three = run(two, place(-2.24, 53.43));

describe('sayStep()', () => {
  it('says each corner with how far it is and how long the drawing is so far', () => {
    expect(sayStep(empty, one, 'metric')).toBe('Corner 1 placed.');
    expect(sayStep(one, two, 'metric')).toBe(
      'Corner 2 placed, 5.20 km from the last, 5.20 km · 050° so far.',
    );
    expect(sayStep(two, three, 'metric')).toMatch(
      /^Corner 3 placed, 3\.34 km from the last, .* ha/u,
    );
  });

  it('says when it is finished, and when a corner went', () => {
    expect(sayStep(three, run(three, { kind: 'finished' }), 'metric')).toMatch(
      /^Area finished, 3 corners, /u,
    );
    expect(sayStep(three, two, 'metric')).toMatch(/^Corner removed, 2 corners/u);
    expect(sayStep(one, empty, 'metric')).toBe('Drawing cleared.');
  });
});

it('sayFigures() speaks the units asked for', () => {
  expect(sayFigures(three, 'metric')).toMatch(/^665\.\d ha · edge 12\.\d km$/u);
  expect(sayFigures(three, 'imperial')).toMatch(/^1,64\d acres · edge 7\.\d\d miles$/u);
  const circle = run(newSketch('measure', 'circle'), place(-2.3, 53.43), place(-2.3, 53.44));
  expect(sayFigures(circle, 'metric')).toMatch(/^radius 1\.11 km · 38\d\.\d ha$/u);
});

it('nextStep() says what to click, and how to end', () => {
  expect(nextStep(empty)).toBe('Place the first corner');
  expect(nextStep(three)).toBe('Place the next corner, or finish: double click, or Enter');
  expect(nextStep(run(three, { kind: 'finished' }))).toBe('');
});
