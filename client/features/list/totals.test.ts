import { describe, expect, it } from 'vitest';
import { addsUp, lowerFirst, sayTotals } from './totals.ts';

const area = { name: 'area-ha', title: 'Area', unit: 'ha', type: 'decimal' } as const;
const homes = {
  name: 'min-net-dwellings',
  title: 'Homes at least (2017 form)',
  type: 'integer',
} as const;
const voltage = { name: 'voltage-kv', title: 'Voltage', unit: 'kV', type: 'decimal' } as const;

describe('sayTotals()', () => {
  it('adds up what can be added, and says where some state nothing', () => {
    expect(
      sayTotals([area, voltage, homes], {
        'area-ha': { sum: 44.04, stated: 30, unstated: 0 },
        'voltage-kv': { sum: 990, stated: 30, unstated: 0 },
        'min-net-dwellings': { sum: 1982, stated: 28, unstated: 2 },
      }),
    ).toBe('together 44.0 ha, at least 1,982 homes');
  });

  it('says of the upper end of a range that it is one', () => {
    const most = { name: 'net-dwellings-to', title: 'Dwellings to', type: 'integer' } as const;
    expect(sayTotals([most], { 'net-dwellings-to': { sum: 90, stated: 3, unstated: 1 } })).toBe(
      'together up to 90 dwellings',
    );
  });

  it('says nothing where nothing adds up or nobody states it', () => {
    expect(sayTotals([voltage], { 'voltage-kv': { sum: 9, stated: 1, unstated: 0 } })).toBe('');
    expect(sayTotals([area], { 'area-ha': { sum: 0, stated: 0, unstated: 4 } })).toBe('');
  });
});

it('addsUp() knows amounts from measures of one thing', () => {
  expect(addsUp({ name: 'turbine-capacity-mw', title: '', type: 'decimal' })).toBe(false);
  expect(addsUp({ name: 'length-m', title: '', type: 'decimal' })).toBe(true);
  expect(addsUp({ name: 'superfast-percent', title: '', type: 'decimal' })).toBe(false);
});

it('lowerFirst() leaves short forms their capitals', () => {
  expect([lowerFirst('Brownfield sites'), lowerFirst('EV charge points')]).toEqual([
    'brownfield sites',
    'EV charge points',
  ]);
});
