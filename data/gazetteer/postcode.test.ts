import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  confusedPostcodes,
  keyOfPostcode,
  keysOfOutward,
  outwardsFrom,
  postcodeOfKey,
  readUprn,
  spellPostcode,
} from './postcode.ts';

const LETTERS = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const DIGIT = fc.constantFrom(...'0123456789');
const POSTCODES = fc
  .tuple(
    fc.array(LETTERS, { minLength: 1, maxLength: 2 }),
    DIGIT,
    fc.option(fc.oneof(LETTERS, DIGIT)),
    DIGIT,
    LETTERS,
    LETTERS,
  )
  .map(
    ([area, digit, more, sector, one, two]) =>
      `${area.join('')}${digit}${more ?? ''} ${sector}${one}${two}`,
  );

describe('spellPostcode()', () => {
  it.each([
    ['m33 7zf', 'M33 7ZF'],
    ['M337ZF', 'M33 7ZF'],
    [' M33-7ZF. ', 'M33 7ZF'],
    ['M1  1AA', 'M1 1AA'],
    ['gir0aa', 'GIR 0AA'],
    ['SW1A 1AA', 'SW1A 1AA'],
  ])('reads %j', (text, spelt) => {
    expect(spellPostcode(text)).toBe(spelt);
  });

  it.each([
    'M33',
    'M33 7',
    'M33 7Z',
    'M33 OAA',
    '',
    'postcode',
    '12345',
    'M33 7ZF, Sale',
  ])('refuses %j', (text) => {
    expect(spellPostcode(text)).toBeUndefined();
  });
});

it('keyOfPostcode() keeps the order of postcodes, and is read back', () => {
  fc.assert(
    fc.property(POSTCODES, (postcode) => {
      const key = keyOfPostcode(postcode) ?? -1;
      expect(key).toBeGreaterThan(0);
      expect(key).toBeLessThan(2 ** 40);
      expect(postcodeOfKey(key)).toBe(postcode);
      const [from, to] = keysOfOutward(postcode.split(' ')[0] ?? '');
      expect(key >= from && key < to).toBe(true);
    }),
  );
  const keys = ['M1 1AA', 'M11 1AA', 'M2 1AA', 'M20 1AA', 'OL1 1AA'].map(keyOfPostcode);
  expect(keys).toEqual(keys.toSorted((a = 0, b = 0) => a - b));
});

it('outwardsFrom() lists the codes that begin so, and none for what is no code', () => {
  expect(outwardsFrom('m3')).toContain('M33');
  expect(outwardsFrom('M33 7')).toEqual(['M33']);
  expect(outwardsFrom('M')).toEqual([]);
  expect(outwardsFrom('Sale Moor')).toEqual([]);
});

it('confusedPostcodes() exchanges O and 0, I and 1', () => {
  expect(confusedPostcodes('M33 OAA')).toEqual(['M330AA']);
  expect(confusedPostcodes('MI 1AA')).toEqual(['M11AA']);
  expect(confusedPostcodes('M33 7ZF')).toEqual([]);
});

it.each([
  ['100012345678', 100012345678],
  ['000012345', 12345],
  ['10001234.0', 10001234],
  ['1.00012E+11', undefined],
  ['0', undefined],
  ['', undefined],
  ['1234567890123', undefined],
])('readUprn() makes %j %s', (text, number) => {
  expect(readUprn(text)).toBe(number);
});

it('nothing here throws, whatever the text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      spellPostcode(text);
      keyOfPostcode(text);
      outwardsFrom(text);
      readUprn(text);
      expect(confusedPostcodes(text).length).toBeLessThan(200);
    }),
  );
});
