import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Condition, matches } from '#data/query/filter.ts';
import type { Attribute, AttributeValue } from '#data/schema/attribute.ts';
import { columnBuilder } from './column-builders.ts';
import { failing } from './condition.ts';
import { dictionaryOf, findText, shortened, sizeOf, sortKey, textAt } from './dictionary.ts';
import { join } from './joined.ts';

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('a', 'b', 'Site 2', 'Site 10', '__proto__', 'x'.repeat(300), '1984', 'true'),
);
const date = fc.constantFrom('1984', '1984-03', '1984-03-21', '1984-04', '2001', '2000-12-31');
const VALUES: Readonly<Record<string, fc.Arbitrary<AttributeValue>>> = {
  text: texts,
  code: texts,
  boolean: fc.boolean(),
  decimal: fc.oneof(
    fc.constantFrom(0, 1, 0.5, 33),
    fc.double({ noNaN: true }).map((n) => n + 0),
  ),
  date,
  list: fc.array(texts, { maxLength: 3 }),
};
const maybe = fc.constantFrom({}, { unknown: true as const });
const ends = <T>(end: fc.Arbitrary<T>) => fc.record({ min: end, max: end }, { requiredKeys: [] });
const condition: fc.Arbitrary<Condition> = fc
  .tuple(
    maybe,
    fc.oneof(
      ends(fc.constantFrom(-1, 0, 0.5, 1, 33)).map((range) => ({ kind: 'range', ...range })),
      ends(date).map((range) => ({ kind: 'range', ...range })),
      fc
        .array(fc.oneof(texts, date, fc.constantFrom('33', '0', '0.50', 'true')), { maxLength: 4 })
        .map((values) => ({ kind: 'among', values: values.map(shortened) })),
    ),
  )
  .map(([open, rest]) => ({ attribute: 'x', ...open, ...rest }) as Condition);

describe('failing()', () => {
  it.each(Object.keys(VALUES))('judges a column of %s as matches() judges each value', (type) => {
    const values = fc.array(
      fc.option(VALUES[type] as fc.Arbitrary<AttributeValue>, { nil: undefined }),
    );
    fc.assert(
      fc.property(values, condition, (given, asked) => {
        const builder = columnBuilder(type as Attribute['type'], given.length);
        for (const [at, value] of given.entries()) if (value !== undefined) builder.add(at, value);
        const bad = new Uint8Array(given.length);
        failing(builder.finish(), asked, bad);
        const kept = (value: AttributeValue | undefined) =>
          typeof value === 'string'
            ? shortened(value)
            : typeof value === 'object'
              ? value.map(shortened)
              : value;
        expect([...bad].map((each) => each === 0)).toEqual(
          given.map((value) => matches(asked, kept(value))),
        );
      }),
    );
  });

  it('fails everything for an attribute nobody states, unless that is let through', () => {
    const bad = new Uint8Array(2);
    failing(undefined, { attribute: 'x', kind: 'range', unknown: true }, bad);
    expect([...bad]).toEqual([0, 0]);
    failing(undefined, { attribute: 'x', kind: 'range' }, bad);
    expect([...bad]).toEqual([1, 1]);
  });
});

describe('dictionaryOf()', () => {
  it('keeps every text, in order, and finds it again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(texts.map(shortened)), (given) => {
        const { dictionary, places } = dictionaryOf(given);
        expect(sizeOf(dictionary)).toBe(given.length);
        for (const [at, text] of given.entries()) {
          expect(textAt(dictionary, places[at] as number)).toBe(text);
          expect(findText(dictionary, text)).toBe(places[at]);
        }
        expect(findText(dictionary, 'not there at all')).toBeUndefined();
      }),
    );
  });

  it('orders texts as people do', () => {
    const given = ['site 10', 'Étang', 'Site 2', "'Old Mill'", 'eagle', 'Z', 'site 010'];
    const { dictionary } = dictionaryOf(given);
    expect(given.map((_, at) => textAt(dictionary, at))).toEqual([
      'eagle',
      'Étang',
      "'Old Mill'",
      'Site 2',
      'site 010',
      'site 10',
      'Z',
    ]);
  });
});

describe('join()', () => {
  it('ranks the texts of several dictionaries as one would', async () => {
    const several = fc.array(fc.uniqueArray(texts.map(shortened), { maxLength: 6 }), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(several, async (given) => {
        const held = given.map((each) => dictionaryOf(each).dictionary);
        const joined = await join([...held, undefined]);
        const all = [...new Set(given.flat())].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
        expect(Array.from({ length: joined.size }, (_, rank) => joined.textOf(rank))).toEqual(all);
        for (const [owner, dictionary] of held.entries()) {
          const ranked = Array.from(joined.ranks[owner] ?? [], joined.textOf);
          expect(ranked).toEqual(ranked.map((_, at) => textAt(dictionary, at)));
        }
      }),
    );
  });
});
