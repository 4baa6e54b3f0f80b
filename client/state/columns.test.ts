import { describe, expect, it } from 'vitest';
import { arrangeTable, chooseColumns, type Table, turnSort } from './columns.ts';

const third: Table = { layer: 'sewer', sort: { by: 'depth-m', descending: true }, page: 2 };

describe('arrangeTable()', () => {
  it('begins at the first page when order or origin changes', () => {
    expect(arrangeTable(third, { sort: { by: 'name', descending: false } })?.page).toBeUndefined();
    expect(arrangeTable(third, { from: { point: [-2, 53], title: 'Sale' } })?.page).toBeUndefined();
    expect(arrangeTable(third, { width: 'full' })?.page).toBe(2);
  });

  it('forgets an order another layer may not know', () => {
    expect(arrangeTable(third, { layer: 'valve' })).toEqual({ layer: 'valve' });
    expect(arrangeTable(third, { layer: 'sewer' })?.sort).toEqual(third.sort);
  });

  it('is nothing when everything is as at the start', () => {
    expect(arrangeTable({ page: 1 }, { page: 0 })).toBeUndefined();
    expect(arrangeTable({ width: 'wide' }, { width: undefined })).toBeUndefined();
  });
});

it('chooseColumns() keeps what was chosen for other layers', () => {
  const both = chooseColumns({ columns: { sewer: ['depth-m'] } }, 'valve', ['kind', 'state']);
  expect(both?.columns).toEqual({ sewer: ['depth-m'], valve: ['kind', 'state'] });
  expect(chooseColumns(both, 'sewer', undefined)?.columns).toEqual({ valve: ['kind', 'state'] });
  expect(chooseColumns({ columns: { valve: [] } }, 'valve', undefined)).toBeUndefined();
});

it('turnSort() turns the same column about, and begins another ascending', () => {
  const up = turnSort(undefined, 'area-ha');
  expect(up).toEqual({ by: 'area-ha', descending: false });
  expect(turnSort(up, 'area-ha').descending).toBe(true);
  expect(turnSort(turnSort(up, 'area-ha'), 'name')).toEqual({ by: 'name', descending: false });
  expect(turnSort(undefined, 'distance').descending).toBe(true);
});
