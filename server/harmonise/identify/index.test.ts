import { describe, expect, it } from 'vitest';
import { Source } from '#data/schema/source.ts';
import { codesOf, run } from '#tests/support/harmonise.ts';

const header = 'Site Ref,Site name/address,GeoX,GeoY,Area (HA),Ownership';

describe('identity', () => {
  const line = (ref: string, name: string, x: number): string =>
    `${ref},${name},${x},392300,0.4,unknown`;
  const idsOf = (...lines: string[]): readonly string[] =>
    run('brownfield.csv', [header, ...lines, ''].join('\n')).features.map(({ id }) => id);

  it('survives reordering, new records and edits', () => {
    const first = idsOf(line('A1', 'Mill', 378900), line('A2', 'Depot', 379000));
    const next = idsOf(
      line('A3', 'New', 379300),
      line('A2', 'Old depot', 379010),
      line('A1', 'Mill', 378900),
    );
    expect([next[2], next[1]]).toEqual([first[0], first[1]]);
  });

  it('has the form odin:<theme>/<type>:<26 characters>', () => {
    expect(idsOf(line('A1', 'Mill', 378900))[0]).toMatch(
      /^odin:land\/brownfield-site:[0-9a-hjkmnp-tv-z]{26}$/,
    );
  });

  it('does not hang on a column that databases renumber', () => {
    const table = (first: number) =>
      run(
        'conservation areas.csv',
        `OBJECTID,Name,lon,lat\n${first},Ashton,-2.32,53.42\n${first + 1},Sale,-2.33,53.43\n`,
      );
    const [before, after] = [table(1), table(500)];
    expect(codesOf(before)).toContain('id.unstable-key');
    expect(after.features.map(({ id }) => id)).toEqual(before.features.map(({ id }) => id));
  });

  it('tells a record repeated word for word from two things in one place', () => {
    const read = run(
      'libraries.csv',
      'name,lon,lat,hours\nSale,-2.32,53.42,9-5\nSale,-2.32,53.42,9-5\nSale,-2.32,53.42,10-4\n',
    );
    const duplicates = read.issues.filter(({ code }) => code === 'id.duplicate');
    expect(duplicates.map(({ line }) => line)).toEqual([3]);
    expect(new Set(read.features.map(({ id }) => id)).size).toBe(3);
  });

  it('gives twenty thousand equal records an id each without counting from one each time', () => {
    const start = performance.now();
    const read = run('things.csv', `name,lon,lat\n${'Sale,-2.32,53.42\n'.repeat(20_000)}`);
    expect(new Set(read.features.map(({ id }) => id)).size).toBe(20_000);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('notices two references for one name in one place, and references that only count the rows', () => {
    const twins = run(
      'brownfield.csv',
      `${header}\n${line('A1', 'Mill', 378900)}\n${line('A2', 'MILL', 378900)}\n`,
    );
    expect(codesOf(twins)).toContain('id.possible-duplicate');
    expect(codesOf(twins)).not.toContain('id.duplicate');
    const rows = Array.from({ length: 12 }, (_, index) =>
      line(String(index + 1), `Site ${index}`, 378_900 + index * 100),
    );
    const counted = run('brownfield.csv', [header, ...rows, ''].join('\n'));
    const found = counted.issues.filter(({ code }) => code === 'id.unstable-key');
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('only count the rows, 1 to 12'),
    ]);
    const shuffled = run('brownfield.csv', [header, ...rows.reverse(), ''].join('\n'));
    expect(codesOf(shuffled)).not.toContain('id.unstable-key');
  });

  it('is the place alone when the descriptor says so', () => {
    const source = Source.parse({
      odin: 1,
      id: 'trafford-council/libraries',
      title: 'Libraries',
      publisher: 'trafford-council',
      licence: { id: 'OGL-UK-3.0', basis: 'stated' },
      type: 'social/library',
      key: { strategy: 'spatial' },
    });
    const read = (name: string) =>
      run('libraries.csv', `name,lon,lat\n${name},-2.32,53.42\n`, { source });
    const [before, after] = [read('Sale'), read('Sale library')];
    expect(after.features[0]?.id).toBe(before.features[0]?.id);
    expect(before.lock[0]?.key).toEqual({ strategy: 'spatial', from: [] });
    expect(codesOf(before)).not.toContain('id.missing');
  });

  it('takes an identifier of the type where no reference is given', () => {
    const read = run(
      'wards.csv',
      'WD23CD,WD23NM,lon,lat\nE05014831,North,-2.4,53.5\nE05014832,South,-2.41,53.51\n',
      { type: 'boundaries/ward' },
    );
    expect(read.features.map(({ reference }) => reference)).toEqual(['E05014831', 'E05014832']);
  });

  it('gives keys that a double holds exactly', () => {
    const { features } = run('brownfield.csv', `${header}\n${line('A1', 'Mill', 378900)}\n`);
    expect(features.every(({ key }) => Number.isSafeInteger(key) && key < 2 ** 52)).toBe(true);
  });
});
