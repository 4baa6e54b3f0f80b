import { describe, expect, it } from 'vitest';
import type { Condition } from '#data/query/filter.ts';
import { readTypedDate, readTypedNumber, sayCondition, type Worded } from './words.ts';

const area: Worded = { name: 'area-ha', title: 'Area', unit: 'ha', type: 'decimal' };
const status: Worded = {
  name: 'planning-status',
  title: 'Planning status',
  values: ['permissioned', 'pending', 'other', 'none'].map((value) => ({
    value,
    title: value.charAt(0).toUpperCase() + value.slice(1),
    count: 1,
    whole: 1,
  })),
};

describe('sayCondition()', () => {
  it.each<[object, Worded, string]>([
    [{ kind: 'range', min: 0.5 }, area, '0.5 ha and over'],
    [{ kind: 'range', max: 12_000 }, area, 'up to 12,000 ha'],
    [{ kind: 'range', min: 1, max: 2, unknown: true }, area, '1 to 2 ha or not stated'],
    [{ kind: 'range', min: 1984, max: 1990 }, { name: 'year', title: 'Year' }, '1984 to 1990'],
    [{ kind: 'range', min: '1984-03' }, status, 'from March 1984'],
    [{ kind: 'range', min: '1984', max: '1990' }, status, '1984 to 1990'],
    [{ kind: 'among', values: ['permissioned'] }, status, 'Permissioned'],
    [{ kind: 'among', values: ['pending', 'other'] }, status, 'Pending or Other'],
    [
      { kind: 'among', values: ['pending', 'other', 'none'], unknown: true },
      status,
      'Pending, Other or 2 more',
    ],
    [{ kind: 'among', values: ['true'] }, area, 'Yes'],
    [{ kind: 'among', values: [], unknown: true }, area, 'not stated'],
  ])('says %j of %j as %s', (condition, attribute, words) => {
    expect(sayCondition({ attribute: 'x', ...condition } as Condition, attribute)).toBe(words);
  });
});

it.each([
  ['1,204.5', 1204.5],
  [' .5 ', 0.5],
  ['-3', -3],
  ['', undefined],
  ['1e9', undefined],
  ['half', undefined],
])('readTypedNumber() reads %j as %s', (text, value) => {
  expect(readTypedNumber(text)).toBe(value);
});

it.each([
  ['1984', '1984'],
  ['1984-03', '1984-03'],
  ['3/1984', '1984-03'],
  ['21/3/1984', '1984-03-21'],
  ['32/3/1984', undefined],
  ['84', undefined],
  ['', undefined],
])('readTypedDate() reads %j as %s', (text, value) => {
  expect(readTypedDate(text)).toBe(value);
});
