import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AttributeSource } from '#data/schema/feature.ts';
import type { FeatureDraft } from './draft.ts';
import { markExtras } from './mark.ts';
import { openBlock, writeBlock } from './published.ts';

const BASE = {
  ...{ key: 1, id: 'odin:land/public-land:1', type: 'land/public-land' },
  lifecycle: 'existing' as const,
  ...{ layer: 'sites', line: 2, attributes: {}, words: '' },
} as const;

const COLUMNS = [['Name'], ['Area'], ['__proto__']];
const cell = fc.constantFrom('', 'Mill Lane', '12', '__proto__', 'é · ü');
const name = fc.constantFrom('name', 'area', '__proto__', 'constructor', 'toString');
const source = fc.record({
  columns: fc.constantFrom(...COLUMNS),
  raw: cell,
  rule: fc.constantFrom('as published', 'code'),
  by: fc.constantFrom<AttributeSource['by']>('suggestion', 'descriptor'),
});
const kept = fc.oneof(cell, fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const dictionaryOf = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc
    .uniqueArray(fc.tuple(name, value), { selector: ([key]) => key })
    .map((entries) => Object.fromEntries(entries));
const native = fc.option(
  fc.record({
    type: fc.constant('Point' as const),
    coordinates: fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true })),
  }),
  { nil: undefined },
);
const draft = fc.record({
  sources: dictionaryOf(source),
  extra: dictionaryOf(kept),
  cells: fc.array(cell, { maxLength: 4 }),
  native,
});

it('openBlock() gives back every record that writeBlock() wrote, in its own words and order', () => {
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 8 }), (records) => {
      const drafts = records.map(
        ({ native: geometry, ...rest }): FeatureDraft => ({
          ...BASE,
          ...rest,
          ...(geometry ? { native: geometry } : {}),
        }),
      );
      const record = openBlock(writeBlock(drafts));
      for (const [index, { sources, extra, cells, native: geometry }] of records.entries()) {
        const found = record(index);
        expect(JSON.stringify([found?.sources, found?.extra, found?.cells])).toBe(
          JSON.stringify([sources, extra, cells].map(inOrder)),
        );
        expect(found?.native).toEqual(geometry);
      }
      expect(record(records.length)).toBeUndefined();
    }),
  );
});

/** Sources in the order of their keys in `AttributeSource`, which is all that may differ. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([key, each]) => [key, ordered(each)]),
  );
}

const ordered = (each: unknown): unknown => {
  if (typeof each !== 'object' || each === null) return each;
  const { columns, raw, rule, by } = each as AttributeSource;
  return { columns, raw, rule, by };
};

it('writeBlock() writes words that records share once', () => {
  const shared: AttributeSource = {
    columns: ['Street name'],
    raw: 'Mill Lane',
    rule: 'as published',
    by: 'suggestion',
  };
  const one = { ...BASE, sources: { address: shared }, extra: {}, cells: ['Mill Lane'] };
  const text = Buffer.from(writeBlock(Array(50).fill(one)).text).toString();
  expect(text.match(/Street name/g)).toHaveLength(1);
  expect(text.match(/Mill Lane/g)).toHaveLength(50);
});

it('markExtras() differs where names, values or their order differ', () => {
  const markOfExtra = markExtras();
  const marks = [
    markOfExtra({}),
    markOfExtra({ a: 'x' }),
    markOfExtra({ a: 'y' }),
    markOfExtra({ b: 'x' }),
    markOfExtra({ a: 1 }),
    markOfExtra({ a: '1' }),
    markOfExtra({ a: 'x', b: 'y' }),
    markOfExtra({ b: 'y', a: 'x' }),
  ];
  expect(new Set(marks).size).toBe(marks.length);
  expect(marks.every(Number.isSafeInteger)).toBe(true);
  expect(markOfExtra({ a: 'x' })).toBe(markOfExtra({ a: 'x' }));
});
