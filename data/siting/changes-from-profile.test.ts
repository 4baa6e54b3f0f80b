import { describe, expect, it } from 'vitest';
import { findProfile } from '#data/profiles/index.ts';
import type { Condition } from '#data/query/filter.ts';
import { keepUnits as keep } from '#tests/support/keep-units.ts';
import { changesFromProfile, sayChanges, sayOrigin } from './changes-from-profile.ts';
import type { Must, Prefer, What } from './criterion.ts';
import type { SiteSearch } from './search.ts';
import { isFault } from './search-fault.ts';
import { parseSearch } from './search-text.ts';
import { setWeight } from './weights.ts';

describe('changesFromProfile()', () => {
  const read = (text: string): SiteSearch => {
    const search = parseSearch(text);
    if (isFault(search)) throw new TypeError(search.what);
    return search;
  };
  const find = ({ must: musts, prefer }: SiteSearch, id: string): Must | Prefer => {
    const found = [...musts, ...prefer].find((each) => each.id === id);
    if (!found) throw new RangeError(id);
    return found;
  };

  it('counts settings, and says beside each what it was', () => {
    const search = read(
      'data-centre~area:1..~power:..2200~-green-belt~!water~headroom:5..20~must:river:distance(environment/watercourse):100..:River:River',
    );
    const changes = changesFromProfile(search);
    expect(sayChanges(changes)).toBe('5 of its 15 settings changed, 1 added');
    const said = ['area', 'power', 'headroom', 'river', 'fibre'].map((id) =>
      sayOrigin(find(search, id), changes),
    );
    expect(said).toEqual([
      keep('Changed from 5 ha'),
      keep('Changed from 2 km'),
      keep('Changed from full at 40 MW, none at 10 MW'),
      'Added by you',
      'Profile default',
    ]);
    expect(sayOrigin(find(search, 'green-belt'), changes)).toContain('Abbots Langley');
  });

  it('says figures of conditions, several changes at once, and a must made a preference', () => {
    const search = read('data-centre~power:..3000');
    const power = find(search, 'power');
    const where = 'of' in power.what ? power.what.of.where : undefined;
    const what: What = {
      kind: 'distance',
      of: {
        type: 'energy/substation',
        where: where?.map((each) =>
          each.kind === 'range' ? { ...each, min: 20 } : each,
        ) as readonly Condition[],
      },
    };
    const other = {
      ...search,
      must: search.must.map((each) => (each === power ? { ...each, what } : each)),
    };
    expect(changesFromProfile(other).changes).toEqual([
      { id: 'power', kind: 'changed', from: keep('10 MW and 2 km') },
    ]);
    const soft = read('data-centre~prefer:area:site(area-ha):0..5*10:Site area:Area');
    expect(changesFromProfile(soft).changes).toContainEqual({
      id: 'area',
      kind: 'changed',
      from: 'a must',
    });
    const renamed = read('data-centre~must:green-belt:share(planning/green-belt):..0:Belt:Belt');
    expect(changesFromProfile(renamed).changes).toEqual([
      { id: 'green-belt', kind: 'changed', from: 'Green belt' },
    ]);
  });

  it('calls one weight changed, not those that gave way to it', () => {
    const prefer = findProfile('data-centre')?.prefer ?? [];
    const search = { ...read('data-centre'), prefer: setWeight(prefer, 'fibre', 30) };
    const changes = changesFromProfile(search);
    expect(changes.changes).toEqual([{ id: 'fibre', kind: 'changed', from: 'weight 17' }]);
    expect(sayChanges(changes)).toBe('1 of its 15 settings changed');
  });

  it('says nothing of a profile as it is, of an own one, and of an order', () => {
    expect(sayChanges(changesFromProfile(read('solar')))).toBe('As the profile has it');
    expect(changesFromProfile(read('data-centre~order:green-belt')).changed).toBe(0);
    expect(changesFromProfile(read('own~in:land/public-land~must:a:site(a):1..'))).toMatchObject({
      changed: 0,
      of: 0,
    });
  });
});
