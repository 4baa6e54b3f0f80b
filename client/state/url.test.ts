import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APPEARANCES } from './appearance.ts';
import { type Explore, START, TABS } from './explore.ts';
import { STOPS } from './sheet.ts';
import { readUrl, writeUrl } from './url.ts';

const layer = fc.record({
  id: fc.stringMatching(/^[a-z][a-z0-9.-]{0,30}$/u),
  visible: fc.boolean(),
  opacity: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
});
const degrees = (limit: number) =>
  fc.integer({ min: -limit * 1e5, max: limit * 1e5 }).map((value) => value / 1e5);
const view = fc.record({
  lat: degrees(85),
  lng: degrees(180),
  zoom: fc.integer({ min: 0, max: 2400 }).map((value) => value / 100),
});
const condition = fc.oneof(
  fc.record({
    attribute: fc.stringMatching(/^[a-z][a-z-]{0,9}$/u),
    kind: fc.constant('range' as const),
    min: fc.integer(),
  }),
  fc.record({
    attribute: fc.stringMatching(/^[a-z][a-z-]{0,9}$/u),
    kind: fc.constant('among' as const),
    values: fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 3 }),
    unknown: fc.constant(true as const),
  }),
);
const filter = fc.record({
  layerId: fc.stringMatching(/^[a-z][a-z0-9.-]{0,30}$/u),
  conditions: fc.uniqueArray(condition, {
    selector: ({ attribute }) => attribute,
    minLength: 1,
    maxLength: 3,
  }),
});
const state: fc.Arbitrary<Explore> = fc
  .record(
    {
      view,
      layers: fc.uniqueArray(layer, { selector: ({ id }) => id, maxLength: 12 }),
      ref: fc.string({ minLength: 1, unit: 'grapheme' }),
      explain: fc.string({ minLength: 1 }),
      gaps: fc.string({ minLength: 1 }),
      filters: fc.uniqueArray(filter, {
        selector: ({ layerId }) => layerId,
        minLength: 1,
        maxLength: 3,
      }),
      misses: fc.constant('hide' as const),
      changes: fc.record(
        {
          layer: fc.stringMatching(/^[a-z][a-z0-9.-]{0,30}$/u),
          since: fc.constant('2026-10-02'),
        },
        { requiredKeys: ['layer'] },
      ),
      tab: fc.constantFrom(...TABS),
      appearance: fc.constantFrom(...APPEARANCES),
      stop: fc.constantFrom(...STOPS),
    },
    { requiredKeys: ['tab', 'appearance', 'stop'] },
  )
  .map(({ ref, explain, ...rest }) => ({
    ...rest,
    ...(ref && { selection: { refs: [ref], index: 0 } }),
    ...(ref && explain && { explain }),
    ...(rest.tab === 'changes' && !rest.changes && { tab: START.tab }),
  }));

describe('the address', () => {
  it('readUrl() gives back whatever writeUrl() wrote', () => {
    fc.assert(
      fc.property(state, (value) => {
        expect(readUrl(writeUrl(value))).toEqual(value);
      }),
    );
  });

  it('readUrl() never throws, whatever the address holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        const read = readUrl(`?view=${text}&layers=${other}&feature=${text}&panel=${other}`);
        expect(STOPS).toContain(read.stop);
      }),
    );
  });

  it('writeUrl() leaves out what is as at the start', () => {
    expect(writeUrl(START)).toBe('');
  });

  it('writeUrl() stays readable', () => {
    const url = writeUrl({
      ...START,
      view: { lat: 53.432123, lng: -2.23454, zoom: 12.5 },
      layers: [
        { id: 'substation.odbl-1-0', visible: true, opacity: 1 },
        { id: 'sewer.ogl-uk-3-0.synthetic', visible: false, opacity: 0.4 },
      ],
      selection: { refs: ['odin:energy/substation:ABC'], index: 0 },
    });
    expect(url).toBe(
      '?view=53.43212,-2.23454,12.5&layers=substation.odbl-1-0,!sewer.ogl-uk-3-0.synthetic~40&feature=odin:energy/substation:ABC',
    );
  });

  it('readUrl() tells no layers from layers not named', () => {
    expect(readUrl('?layers=').layers).toEqual([]);
    expect(readUrl('').layers).toBeUndefined();
  });

  it('readUrl() refuses a view that is not on the map', () => {
    expect(readUrl('?view=153,2,9').view).toBeUndefined();
    expect(readUrl('?view=53,,9').view).toBeUndefined();
    expect(readUrl('?view=1.2.3,2,9').view).toBeUndefined();
  });
});
