import { describe, expect, it } from 'vitest';
import { PROFILES } from '#data/profiles/index.ts';
import type { Profile } from '#data/siting/search.ts';
import { type Finder, type FinderAction, find, searchOf, startOf } from './finder.ts';

const profile = (id: string): Profile => {
  const found = PROFILES.find((each) => each.id === id);
  if (found === undefined) throw new TypeError(`No profile "${id}"`);
  return found;
};

const START = startOf(searchOf(profile('data-centre')));

const doing = (...actions: readonly FinderAction[]): Finder => actions.reduce(find, START);

const weightsOf = ({ search }: Finder) =>
  Object.fromEntries(search.prefer.map(({ id, weight }) => [id, weight]));

const sumOf = (finder: Finder): number =>
  Object.values(weightsOf(finder)).reduce((sum, weight) => sum + weight, 0);

const [first, second] = START.search.prefer.map(({ id }) => id);

describe('find()', () => {
  it('keeps the sum of the weights at 100, whatever is moved, added or taken out', () => {
    const added = find(START, {
      kind: 'add-prefer',
      prefer: {
        id: 'added-river',
        title: 'River',
        short: 'River',
        what: { kind: 'distance', of: { type: 'environment/watercourse' } },
        worth: { kind: 'linear', full: 0, none: 500 },
        weight: 25,
      },
    });
    expect(weightsOf(added)['added-river']).toBe(25);
    expect(sumOf(added)).toBeCloseTo(100, 6);
    expect(sumOf(find(added, { kind: 'drop', id: first ?? '' }))).toBeCloseTo(100, 6);
    expect(
      sumOf(find(added, { kind: 'weight', id: first ?? '', weight: 61, isMoving: false })),
    ).toBeCloseTo(100, 6);
  });

  it('gives a drag that goes to the end and back every other weight back', () => {
    const drag = (weight: number): FinderAction => ({
      kind: 'weight',
      id: first ?? '',
      weight,
      isMoving: true,
    });
    const began = START.search.prefer.find(({ id }) => id === first)?.weight ?? 0;
    const finder = doing(drag(100), drag(0), drag(began), { kind: 'weight-rest' });
    const [base, now] = [weightsOf(START), weightsOf(finder)];
    for (const [id, weight] of Object.entries(base)) expect(now[id]).toBeCloseTo(weight, 0);
    expect(finder.moving).toBeUndefined();
  });

  it('takes a whole drag back as one edit', () => {
    const finder = doing(
      { kind: 'weight', id: first ?? '', weight: 40, isMoving: true },
      { kind: 'weight', id: first ?? '', weight: 70, isMoving: true },
      { kind: 'weight-rest' },
      { kind: 'undo' },
    );
    expect(finder.search).toEqual(START.search);
  });

  it('leaves a locked weight where it is', () => {
    const finder = doing(
      { kind: 'lock', id: second ?? '', on: true },
      { kind: 'weight', id: first ?? '', weight: 70, isMoving: false },
    );
    expect(weightsOf(finder)[second ?? '']).toBe(weightsOf(START)[second ?? '']);
    expect(
      find(finder, { kind: 'lock', id: second ?? '', on: false }).search.prefer[1],
    ).not.toHaveProperty('locked');
  });

  it('keeps a must that is left out in the search, and puts it back as it was', () => {
    const [must] = START.search.must;
    const off = doing({ kind: 'must-on', id: must?.id ?? '', on: false });
    expect(off.search.must[0]).toEqual({ ...must, off: true });
    expect(find(off, { kind: 'must-on', id: must?.id ?? '', on: true }).search).toEqual(
      START.search,
    );
  });

  it('ticks at most four sites to compare', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const finder = doing(...keys.map((key) => ({ kind: 'compare', key, on: true }) as const));
    expect(finder.compare).toEqual(['a', 'b', 'c', 'd']);
    expect(find(finder, { kind: 'compare', key: 'b', on: false }).compare).toEqual(['a', 'c', 'd']);
  });

  it('forgets which site was meant when the ground is other ground', () => {
    const finder = doing(
      { kind: 'open', key: 'a' },
      { kind: 'compare', key: 'a', on: true },
      { kind: 'map', map: 'surface' },
      { kind: 'start', ground: { kind: 'areas', areas: ['point:-2.2,53.5'] } },
    );
    expect(finder).toMatchObject({ isOpen: false, compare: [], map: 'sites' });
    expect(finder).not.toHaveProperty('site');
  });

  it('closes the evidence and keeps the site selected', () => {
    expect(doing({ kind: 'open', key: 'a' }, { kind: 'close' })).toMatchObject({
      site: 'a',
      isOpen: false,
    });
  });
});
