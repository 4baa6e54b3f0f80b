import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribute } from '#data/schema/attribute.ts';
import { dateCaster, dateOfNumber, edtf, readDate } from './date.ts';
import { chooseOrder, countVotes, orderOfHeading } from './date-order.ts';

const START: Attribute = {
  name: 'start-date',
  title: 'Start date',
  type: 'date',
  synonyms: [],
  standard: 'test',
};

const read = (text: string, order: 'dmy' | 'mdy' = 'dmy'): string | undefined => {
  const parts = readDate(text, order);
  return parts === undefined ? undefined : edtf(parts);
};

describe('readDate()', () => {
  it.each([
    ['1984', '1984'],
    ['1984-03', '1984-03'],
    ['1984-03-21', '1984-03-21'],
    ['1984/3/1', '1984-03-01'],
    ['2024-03-13T06:42:00Z', '2024-03-13'],
    ['20240313', '2024-03-13'],
    ['03/04/2019', '2019-04-03'],
    ['3.4.19', '2019-04-03'],
    ['03-04-2019 10:30', '2019-04-03'],
    ['21 March 1984', '1984-03-21'],
    ['21st of March 1984', '1984-03-21'],
    ['21-Mar-84', '1984-03-21'],
    ['Wednesday, 21 March 1984', '1984-03-21'],
    ['March 21, 1984', '1984-03-21'],
    ['Sept 1984', '1984-09'],
    ['Sep-63', '1963-09'],
    ['12/2019', '2019-12'],
    ['29/02/2020', '2020-02-29'],
    ['2019-Apr-01', '2019-04-01'],
    ['01APR2019', '2019-04-01'],
    ['2019-04-00', '2019-04'],
    ['00/04/2019', '2019-04'],
    ['1984.0', '1984'],
    ['Q3 2019', '2019'],
    ['2019 Q3', '2019'],
    ['Spring 2021', '2021'],
    ['c. 1850', '1850'],
    ['1850s', '1850'],
    ['2019/20', '2019'],
    ['2011/12', '2011'],
    ['2011-12', '2011-12'],
    ['2019/2020', '2019'],
    ['FY 2019/20', '2019'],
    ['2019/03/30 23:00:00+00', '2019-03-30'],
    ['2019/03/31 23:00:00+00', '2019-04-01'],
    ['2019-07-04T23:00:00.000Z', '2019-07-05'],
    ['2019-07-04T23:00:00', '2019-07-04'],
    ['2019-11-04T23:00:00Z', '2019-11-04'],
  ])('reads %j as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    '31/06/2019',
    '29/02/2019',
    '13/25/2019',
    '2019-13-01',
    'soon',
    '2019-20-01',
    '2019/22',
    'pre 1948',
    '0220/13/24',
    '0..46',
  ])('refuses %j', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('reads 03/04/2019 the way its column does', () => {
    expect(read('03/04/2019', 'mdy')).toBe('2019-03-04');
  });

  it('never throws, and only ever gives dates of the calendar', () => {
    const pieces = fc.constantFrom(
      '1',
      '12',
      '31',
      '2019',
      '99',
      '/',
      '-',
      ' ',
      'Mar',
      'T',
      ':',
      'Sep',
      '.',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          const date = read(text);
          if (date === undefined || date.length < 10) return;
          expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
        },
      ),
    );
  });
});

describe('dateOfNumber()', () => {
  it.each([
    [43101, '2018-01-01'],
    [43101.75, '2018-01-01'],
    [1984, '1984'],
    [1_546_300_800_000, '2019-01-01'],
  ])('reads %d as %s', (value, expected) => {
    const parts = dateOfNumber(value);
    expect(parts && edtf(parts)).toBe(expected);
  });

  it.each([0, 7, 999, 5000, 1e15, Number.NaN])('does not take %d for a date', (value) => {
    expect(dateOfNumber(value)).toBeUndefined();
  });
});

describe('the order of a column', () => {
  const vote = (texts: readonly string[]) =>
    chooseOrder(undefined, countVotes(texts), { dayFirst: 0, monthFirst: 0, either: 0 });

  it('is told by one date that fits only one order', () => {
    expect(vote(['03/04/2019', '25/12/2019'])).toEqual({ order: 'dmy', basis: 'values' });
    expect(vote(['03/04/2019', '12/25/2019'])).toEqual({ order: 'mdy', basis: 'values' });
  });

  it('is day first when nothing tells, and says that it was assumed', () => {
    expect(vote(['03/04/2019'])).toEqual({ order: 'dmy', basis: 'assumed' });
  });

  it('is the heading’s when the heading states one', () => {
    expect(orderOfHeading('Record Last Updated (dd/mm/yyyy)')).toBe('dmy');
    expect(orderOfHeading('Updated MM-DD-YY')).toBe('mdy');
    expect(orderOfHeading('Dummy heading')).toBeUndefined();
  });

  it('is in conflict when both are met', () => {
    expect(vote(['25/12/2019', '12/25/2019', '26/12/2019']).basis).toBe('conflict');
  });
});

describe('dateCaster()', () => {
  const cast = dateCaster(START, { order: 'dmy', now: '2026-01-31' });

  it.each([
    ['0220/12/24', 'value.date-far-past'],
    ['2099-01-01', 'value.date-far-future'],
    ['31/06/2019', 'value.date-invalid'],
    ['12/25/2019', 'value.date-invalid'],
  ])('leaves %j raw with %s', (cell, code) => {
    const reading = cast(cell);
    expect(reading.value).toBeUndefined();
    expect(reading.faults?.[0]?.code).toBe(code);
  });

  it('keeps a year as a year, and says the date is partial', () => {
    expect(cast('1250')).toEqual({
      value: '1250',
      rule: 'date year',
      faults: [{ code: 'value.date-partial' }],
    });
  });

  it('reads the date cells of a workbook', () => {
    expect(cast(new Date(Date.UTC(2019, 2, 4))).value).toBe('2019-03-04');
    expect(cast(43101).faults).toEqual([{ code: 'table.excel-date-serial' }]);
  });

  it('finds nothing in 00/00/0000', () => {
    expect(cast('00/00/0000').rule).toBe('null token');
  });
});
