import { describe, expect, it } from 'vitest';
import { parseSearch, writeSearch } from '#data/siting/search-text.ts';
import { criterionOf, type Draft, EMPTY } from './draft.ts';

const MAKING = { names: {}, taken: [] };
const draft = (change: Partial<Draft>): Draft => ({ ...EMPTY, ...change });

describe('criterionOf()', () => {
  it('makes a must in the grammar of all, under a name of its own', () => {
    const filled = draft({ subject: 'environment/watercourse', value: '100' });
    expect(criterionOf(filled, { names: {}, taken: ['added-watercourse'] })).toMatchObject({
      id: 'added-watercourse-2',
      title: 'Distance to the nearest watercourse',
      what: { kind: 'distance', of: { type: 'environment/watercourse' } },
      test: { op: 'at-least', value: 100 },
    });
  });

  it('makes a preference with its anchors and weight', () => {
    const filled = draft({ side: 'prefer', full: '20', none: '5', weight: '12' });
    expect(criterionOf(filled, MAKING)).toMatchObject({
      worth: { kind: 'linear', full: 20, none: 5 },
      weight: 12,
    });
  });

  it('says what is missing', () => {
    expect(criterionOf(draft({}), MAKING)).toEqual({ fault: 'Give a number.' });
    expect(criterionOf(draft({ attribute: '' }), MAKING)).toHaveProperty('fault');
    expect(criterionOf(draft({ op: 'is' }), MAKING)).toHaveProperty('fault');
    const same = draft({ side: 'prefer', full: '5', none: '5' });
    expect(criterionOf(same, MAKING)).toEqual({ fault: 'Full and none must differ.' });
  });

  it('counts only those that are so, and says it', () => {
    const part = { subject: 'energy/substation', side: 'must', value: '500' } as const;
    expect(
      criterionOf(draft({ ...part, only: 'demand-headroom-mw', onlyValue: '10' }), MAKING),
    ).toMatchObject({
      title: 'Distance to the nearest substation with at least 10 MW of demand headroom mw',
      what: { of: { where: [{ kind: 'range', attribute: 'demand-headroom-mw', min: 10 }] } },
    });
    expect(
      criterionOf(draft({ ...part, only: 'class', onlyValue: 'primary' }), MAKING),
    ).toMatchObject({
      title: 'Distance to the nearest substation whose class is primary',
      what: { of: { where: [{ kind: 'among', attribute: 'class', values: ['primary'] }] } },
    });
    expect(criterionOf(draft({ ...part, only: 'class' }), MAKING)).toEqual({
      fault: 'Say which of them count.',
    });
  });

  it('survives the address', () => {
    const filled = draft({ subject: 'energy/ev-charge-point', measure: 'count', value: '3' });
    const made = criterionOf(filled, MAKING);
    if (!('test' in made)) throw new TypeError('No must');
    const search = {
      profile: 'own',
      ground: { kind: 'sites' as const, types: ['land/brownfield-site'] },
      must: [made],
      prefer: [],
    };
    expect(parseSearch(writeSearch(search))).toMatchObject({ must: [made] });
  });
});
