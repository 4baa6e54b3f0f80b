import { expect, it } from 'vitest';
import type { Attribute, AttributeValue } from '#data/schema/attribute.ts';
import { attributeView, formatValue } from './attribute.ts';

const of = (type: Attribute['type'], over: Partial<Attribute> = {}): Attribute => ({
  name: 'x',
  title: 'X',
  type,
  synonyms: [],
  standard: 'ODIN',
  ...over,
});
const CODES = [
  { value: 'bulk-supply-point', title: 'Bulk supply point' },
  { value: 'grid', title: 'Grid' },
];

it.each<[Attribute, AttributeValue, string]>([
  [of('integer'), 1204, '1,204'],
  [of('decimal'), 0.123456789, '0.123457'],
  [of('integer', { name: 'build-year' }), 1984, '1984'],
  [of('boolean'), false, 'No'],
  [of('boolean'), true, 'Yes'],
  [of('date'), '1984', '1984'],
  [of('date'), '1984-03', 'March 1984'],
  [of('date'), '1984-03-21', '21 March 1984'],
  [of('date'), 'unknown', 'unknown'],
  [of('code', { codes: CODES }), 'bulk-supply-point', 'Bulk supply point'],
  [of('code', { codes: CODES }), 'other', 'other'],
  [of('list', { codes: CODES }), ['grid', 'other'], 'Grid, other'],
  [of('text'), '<b>', '<b>'],
])('formatValue() of %j', (attribute, value, text) => {
  expect(formatValue(attribute, value)).toBe(text);
});

it('attributeView() of a value that is not stated has no text, which is not 0, no or empty', () => {
  expect(attributeView(of('integer', { unit: 'ha' }), undefined, undefined)).toEqual({
    name: 'x',
    title: 'X',
    unit: 'ha',
  });
  expect(attributeView(of('integer'), 0, undefined).text).toBe('0');
});

it.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['https://example.org/"onclick=', undefined],
])('attributeView() links %j only when it is a web address', (value, href) => {
  expect(attributeView(of('url'), value, undefined).href).toBe(href);
});
