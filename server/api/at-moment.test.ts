import { describe, expect, it } from 'vitest';
import type { EditionEvent } from '#data/schema/change.ts';
import type { EditionRow, EditionStatus } from '#server/store/rows.ts';
import { standing } from './at-moment.ts';

const edition = (number: number, status: EditionStatus): EditionRow =>
  ({
    dataset: 'a--b',
    number,
    row: number,
    status,
    publishedAt: `2026-01-0${number}T00:00:00.000Z`,
    source: { title: 'A list', coverage: { area: ['E08000003'], completeness: 'full' } },
  }) as unknown as EditionRow;

const event = (kind: EditionEvent['kind'], number: number, day: number): EditionEvent => ({
  kind,
  edition: number,
  by: 'test',
  at: `2026-01-0${day}T12:00:00.000Z`,
});

const on = (day: number): string => `2026-01-0${day}T18:00:00.000Z`;

describe('standing', () => {
  const editions = [edition(2, 'live'), edition(1, 'superseded')];
  const events = [event('published', 2, 4), event('held', 2, 3), event('published', 1, 2)];

  it('is the edition that was live, by when it went live and not by when it came', () => {
    expect(standing(editions, events, on(1))).toEqual({});
    expect(standing(editions, events, on(3)).edition?.number).toBe(1);
    expect(standing(editions, events, on(4)).edition?.number).toBe(2);
  });

  it('goes by the day of publication where events were not kept yet', () => {
    expect(standing(editions, [], on(1)).edition?.number).toBe(1);
    expect(standing(editions, [], on(9)).edition?.number).toBe(2);
  });

  it('tells what was withdrawn since, and when; nothing of what was not live then', () => {
    const gone = [edition(1, 'withdrawn')];
    const told = [event('withdrawn', 1, 5), event('published', 1, 2)];
    expect(standing(gone, told, on(3))).toEqual({
      withdrawn: { dataset: 'a--b', title: 'A list', coverage: ['E08000003'], at: told[0]?.at },
    });
    expect(standing(gone, told, on(6))).toEqual({});
  });

  it('shows no more what was replaced by restoring an edition before it', () => {
    const restored = [edition(2, 'superseded'), edition(1, 'live')];
    const told = [event('restored', 1, 6), ...events];
    expect(standing(restored, told, on(4)).withdrawn?.at).toBe(told[0]?.at);
    expect(standing(restored, told, on(3)).edition?.number).toBe(1);
    expect(standing(restored, told, on(7)).edition?.number).toBe(1);
  });
});
