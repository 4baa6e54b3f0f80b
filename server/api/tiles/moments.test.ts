import { describe, expect, it } from 'vitest';
import type { EditionRow, EditionStatus } from '#server/store/rows.ts';
import { momentsOf } from './moments.ts';

const LAYER = 'mast.ogl-uk-3-0';

/** As much of an edition as a moment is made of. */
const edition = (
  dataset: string,
  number: number,
  status: EditionStatus,
  layerId = LAYER,
): EditionRow =>
  ({
    dataset,
    number,
    status,
    layerId,
    publishedAt: `2026-0${number}-01T00:00:0${dataset.length}.000Z`,
    fingerprint: `${dataset} ${number}`,
  }) as EditionRow;

const numbersOf = (histories: readonly (readonly EditionRow[])[]) =>
  momentsOf(LAYER, histories, 'code').map(({ editions }) =>
    editions.map(({ dataset, number }) => `${dataset}${number}`).join(' '),
  );

describe('momentsOf()', () => {
  it('has one moment a publish, with what each dataset had by then', () => {
    const a = [edition('a', 2, 'live'), edition('a', 1, 'superseded')];
    const bb = [edition('bb', 2, 'live'), edition('bb', 1, 'superseded')];
    expect(numbersOf([a, bb])).toEqual(['a2 bb2', 'a2 bb1', 'a1 bb1', 'a1']);
  });

  it('holds nothing withdrawn, held, rolled back or of another layer', () => {
    const rolledBack = [edition('a', 2, 'superseded'), edition('a', 1, 'live')];
    expect(numbersOf([rolledBack])).toEqual(['a1']);
    const mixed = [
      edition('a', 5, 'held'),
      edition('a', 4, 'live'),
      edition('a', 3, 'withdrawn'),
      edition('a', 2, 'superseded', 'mast.odbl-1-0'),
      edition('a', 1, 'superseded'),
    ];
    expect(numbersOf([mixed])).toEqual(['a4', 'a1']);
    expect(numbersOf([[edition('a', 1, 'withdrawn')]])).toEqual([]);
  });

  it('names a moment by its editions and the code, whatever their order', () => {
    const [a, bb] = [[edition('a', 1, 'live')], [edition('bb', 1, 'live')]];
    const nameOf = (histories: readonly (readonly EditionRow[])[], code: string) =>
      momentsOf(LAYER, histories, code)[0]?.name;
    expect(nameOf([a, bb], 'code')).toBe(nameOf([bb, a], 'code'));
    expect(nameOf([a, bb], 'code')).not.toBe(nameOf([a, bb], 'other code'));
    expect(nameOf([a, bb], 'code')).toMatch(/^as-of-[0-9a-f]{16}$/);
  });
});
