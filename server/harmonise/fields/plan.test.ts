import { describe, expect, it } from 'vitest';
import { Source } from '#data/schema/source.ts';
import { codesOf, run } from '#tests/support/harmonise.ts';

describe('harmonise() with a descriptor', () => {
  const source = Source.parse({
    odin: 1,
    id: 'trafford-council/depots',
    title: 'Depots',
    publisher: 'trafford-council',
    licence: { id: 'OGL-UK-3.0', basis: 'stated' },
    type: 'land/brownfield-site',
    key: { strategy: 'composite', columns: ['Code', 'Part'] },
    map: {
      name: { template: '{Street}, {Town}' },
      'area-ha': { from: 'Size', unit: 'm2' },
      notes: ['Remark', 'Comment'],
      'planning-status': { from: 'Stage', codes: { P: 'permissioned' } },
      'ownership-status': { const: 'unknown' },
    },
    defaults: { 'lifecycle-status': 'proposed' },
  });
  const text = [
    'Code,Part,Street,Town,Size,Remark,Comment,Stage,lon,lat',
    '7,a,Quay Road,Sale,5000,,spare,P,-2.32,53.42',
    '7,b,,Sale,12500,first,second,X,-2.33,53.43',
    '',
  ].join('\n');
  const read = run('depots.csv', text, { source });

  it('follows its rules before any suggestion', () => {
    expect(read.features[0]?.attributes).toMatchObject({
      name: 'Quay Road, Sale',
      'area-ha': 0.5,
      notes: 'spare',
      'planning-status': 'permissioned',
      'ownership-status': 'unknown',
      'lifecycle-status': 'proposed',
    });
    expect(read.features[1]?.attributes).toMatchObject({ name: 'Sale', notes: 'first' });
    expect(read.features[0]?.sources['area-ha']).toMatchObject({
      rule: 'm2 → ha',
      by: 'descriptor',
    });
    expect(read.licence).toBe('OGL-UK-3.0');
  });

  it('tells records apart by its composite key', () => {
    expect(codesOf(read)).not.toContain('id.duplicate');
    expect(read.lock[0]?.columns['area-ha']).toEqual(['Size']);
  });
});
