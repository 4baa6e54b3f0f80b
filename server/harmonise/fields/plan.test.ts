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

describe('a descriptor that no longer fits its file', () => {
  const source = (map: object, defaults = {}) =>
    Source.parse({
      odin: 1,
      id: 'trafford-council/depots',
      title: 'Depots',
      publisher: 'trafford-council',
      licence: { id: 'OGL-UK-3.0', basis: 'stated' },
      type: 'land/brownfield-site',
      map,
      defaults,
    });
  const text = 'Code,Street,lon,lat\n7a,Quay Road,-2.32,53.42\n';
  const told = (map: object, defaults = {}) =>
    run('depots.csv', text, { source: source(map, defaults) }).issues.flatMap(
      ({ code, column, severity, value }) =>
        code === 'column.missing-required' || code === 'value.pattern'
          ? [`${code} ${severity} ${column ?? value}`]
          : [],
    );

  it('names each column it asks for and the file lacks', () => {
    expect(told({ name: 'Road' })).toContain('column.missing-required error Road');
    expect(told({ name: ['Road', 'Street'] })).toContain('column.missing-required warning Road');
    expect(told({ name: { template: '{Street}, {Town}' } })).toContain(
      'column.missing-required warning Town',
    );
    expect(told({ 'area-ha': { from: 'Size', unit: 'm2' } })).toContain(
      'column.missing-required error Size',
    );
  });

  it('takes no value that the attribute does not', () => {
    expect(told({ 'ownership-status': { const: 'the church' } })).toContain(
      'value.pattern error the church',
    );
    expect(told({}, { 'area-ha': 'large' })).toContain('value.pattern error large');
    expect(told({ 'ownership-status': { const: 'council owned' } })).not.toContain(
      'value.pattern error council owned',
    );
  });
});

describe('several figures in one cell', () => {
  it('give both ends of a range where only one column is there', () => {
    const text =
      'site_name,voltage,lon,lat\nA,132/33kV,-2.3,53.4\nB,400000;132000,-2.31,53.4\nC,33,-2.32,53.4\n';
    const read = run('primary substations.csv', text);
    const pairs = read.features.map(({ attributes }) => [
      attributes['voltage-kv-high'],
      attributes['voltage-kv-low'],
    ]);
    expect(pairs).toEqual([
      [132, 33],
      [400, 132],
      [33, undefined],
    ]);
    expect(codesOf(read)).toContain('value.several-figures');
  });
});
