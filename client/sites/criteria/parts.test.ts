import { describe, expect, it } from 'vitest';
import type { Must, What } from '#data/siting/criterion.ts';
import { type Part, testParts, titleParts, worthParts } from './parts.ts';

const POWER: What = {
  kind: 'distance',
  of: {
    type: 'energy/substation',
    where: [{ kind: 'range', attribute: 'demand-headroom-mw', min: 10 }],
  },
};

const must = (what: What, test: Must['test'], title = 'It'): Must => ({
  id: 'it',
  title,
  short: 'It',
  what,
  test,
});

/** The sentence with what can be changed in brackets. */
const say = (parts: readonly Part[]): string =>
  parts
    .map((part) => (part.kind === 'text' ? part.text : `[${part.words}]`))
    .join(' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(' ,', ',');

const share: What = { kind: 'share', of: { type: 'environment/flood-risk-zone' } };

describe('testParts()', () => {
  it('puts brackets round the values of the grammar', () => {
    const cases: readonly (readonly [What, Must['test'], string])[] = [
      [{ kind: 'site', attribute: 'area-ha' }, { op: 'at-least', value: 1 }, 'at least [1 ha]'],
      [POWER, { op: 'at-most', value: 2_200 }, 'within [2.2 km]'],
      [POWER, { op: 'at-least', value: 100 }, 'at least [100 m away]'],
      [share, { op: 'at-most', value: 0 }, 'covers [none] of the site'],
      [share, { op: 'at-most', value: 30 }, 'covers at most [30 %] of the site'],
      [
        { kind: 'site', attribute: 'permission-type' },
        { op: 'is-not', values: ['full-for-homes'] },
        'is not [full for homes]',
      ],
      [{ kind: 'site', attribute: 'area-ha' }, { op: 'known' }, 'is known'],
    ];
    for (const [what, test, words] of cases) expect(say(testParts(must(what, test)))).toBe(words);
  });

  it('changes nothing but the value', () => {
    const figure = testParts(must(POWER, { op: 'at-most', value: 2_000 }))[1];
    expect(figure?.kind === 'figure' && figure.change(2_200)).toEqual({
      kind: 'must-test',
      id: 'it',
      test: { op: 'at-most', value: 2_200 },
    });
  });
});

describe('titleParts()', () => {
  it('lets a condition be changed where the title names it, and the title follows', () => {
    const title = 'A primary with at least 10 MW of demand headroom';
    const parts = titleParts(must(POWER, { op: 'at-most', value: 2_000 }, title));
    expect(say(parts)).toBe('A primary with at least [10 MW] of demand headroom');
    const figure = parts[1];
    expect(figure?.kind === 'figure' && figure.change(15)).toMatchObject({
      kind: 'what',
      title: 'A primary with at least 15 MW of demand headroom',
      what: { of: { where: [{ min: 15 }] } },
    });
  });

  it('names a condition the title does not', () => {
    expect(say(titleParts(must(POWER, { op: 'at-most', value: 1 }, 'A primary')))).toBe(
      'A primary with at least [10 MW] demand headroom',
    );
  });
});

it('worthParts() makes both anchors changeable, in one unit', () => {
  const parts = worthParts({
    id: 'near',
    title: 'Near',
    short: 'Near',
    what: POWER,
    worth: { kind: 'linear', full: 500, none: 5_000 },
    weight: 10,
  });
  expect(say(parts ?? [])).toBe('full at [0.5 km], none at [5 km]');
});
