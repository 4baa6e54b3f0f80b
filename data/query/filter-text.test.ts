import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, LayerFilter } from './filter.ts';
import { FILTER_TEXT_MOST, readFilter, writeFilter } from './filter-text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom("'", '~', ':', ',', '.', '/', '(', ')', 'a', '1', ' ', '\ud800'),
  }),
  fc.constantFrom('__proto__', 'constructor', '(unknown)', '..', '../..', '1984/..', '0.5..8', ''),
);
const unknown = fc.constantFrom({}, { unknown: true as const });
const digits = (most: number) =>
  fc.integer({ min: 1, max: most }).map((n) => `${n}`.padStart(2, '0'));
const date = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), digits(12), digits(31), fc.nat(2))
  .map(([year, month, day, precision]) =>
    [`${year}`.padStart(4, '0'), month, day].slice(0, precision + 1).join('-'),
  );
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

function condition(): fc.Arbitrary<Condition> {
  const ends = <T>(end: fc.Arbitrary<T>) => fc.record({ min: end, max: end }, { requiredKeys: [] });
  const of = (kind: fc.Arbitrary<object>) =>
    fc
      .tuple(fc.record({ attribute: anyText }), unknown, kind)
      .map(([name, open, rest]) => ({ ...name, ...open, ...rest }) as Condition);
  return fc.oneof(
    of(ends(number).map((range) => ({ kind: 'range', ...range }))),
    of(ends(date).map((range) => ({ kind: 'range', ...range }))),
    of(fc.array(anyText, { maxLength: 4 }).map((values) => ({ kind: 'among', values }))),
  );
}

const filter: fc.Arbitrary<LayerFilter> = fc.record({
  layerId: anyText,
  conditions: fc.array(condition(), { maxLength: 4 }),
});

describe('writeFilter() and readFilter()', () => {
  it('give back any filter, whatever its texts hold', () => {
    fc.assert(
      fc.property(filter, (given) => {
        const text = writeFilter(given);
        fc.pre(text.length <= 4_000);
        expect(readFilter(text)).toEqual(given);
      }),
    );
  });

  it('give back any filter through an address', () => {
    fc.assert(
      fc.property(filter, (given) => {
        const text = writeFilter(given).replaceAll(/\p{Surrogate}/gu, '');
        const fields = new URLSearchParams(`filter=${encodeURIComponent(text)}`);
        expect(fields.get('filter')).toBe(text);
      }),
    );
  });

  it('never throw on any text, and write again what they read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readFilter(text);
        if (read) expect(readFilter(writeFilter(read))).toEqual(read);
      }),
    );
  });

  it('threat 28: take no text longer than any that was made here', () => {
    const values = Array.from({ length: FILTER_TEXT_MOST }, () => 'a').join(',');
    expect(readFilter(`layer~name:${values}`)).toBeUndefined();
    expect(readFilter(`layer~name:${values.slice(0, 99)}`)).toBeDefined();
  });

  it('write what a person can read', () => {
    const text =
      "brownfield-site.ogl-uk-3-0~area-ha:0.5..~planning-status:permissioned,(unknown)~start-date:1984/..~name:'Mill, Drake St'";
    expect(readFilter(text)).toEqual({
      layerId: 'brownfield-site.ogl-uk-3-0',
      conditions: [
        { attribute: 'area-ha', kind: 'range', min: 0.5 },
        {
          attribute: 'planning-status',
          kind: 'among',
          values: ['permissioned'],
          unknown: true,
        },
        { attribute: 'start-date', kind: 'range', min: '1984' },
        { attribute: 'name', kind: 'among', values: ['Mill, Drake St'] },
      ],
    });
    expect(
      encodeURIComponent(text.split('~name')[0] ?? '').replaceAll(/%(3A|2C|2F)/g, ''),
    ).not.toContain('%');
  });

  it.each([
    'a~',
    'a~b',
    'a~b:1..x',
    'a~b:1984/x',
    "a~b:'open",
    'a~b:c:d',
    '',
    '~',
    'a~b:0x10..',
  ])('refuse %j', (text) => {
    expect(readFilter(text)).toBeUndefined();
  });
});
