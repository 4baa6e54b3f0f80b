import { describe, expect, it } from 'vitest';
import { Source } from '#data/schema/source.ts';
import type { Patch } from '#data/schema/source-rules.ts';
import { run } from '#tests/support/harmonise.ts';

const PATCH: Patch = {
  record: { SiteReference: 'SH 2132' },
  column: 'GeoX',
  was: '38890',
  becomes: '388900',
  reason: 'a digit was lost',
};

const sourceOf = (...patch: Patch[]): Source =>
  Source.parse({
    odin: 1,
    id: 'tameside-council/brownfield',
    title: 'Brownfield land',
    publisher: 'tameside-council',
    licence: { id: 'OGL-UK-3.0', basis: 'stated' },
    type: 'land/brownfield-site',
    patch,
  });

const read = (x: string, ...patch: Patch[]) =>
  run(
    'brownfield.csv',
    [
      'SiteReference,SiteNameAddress,GeoX,GeoY,Hectares',
      'SH 1,Mill,394000,398000,1',
      `SH 2132,Depot,${x},398000,1`,
      'SH 3,Yard,394200,398100,1',
      '',
    ].join('\n'),
    { source: sourceOf(...patch) },
  );

const patchIssues = (...given: Parameters<typeof read>) =>
  read(...given).issues.filter(({ code }) => code.startsWith('value.patch'));

describe('a patch', () => {
  it('puts one cell of one record right before anything reads it, and says so', () => {
    const { features, issues } = read('38890', PATCH);
    const depot = features.find(({ name }) => name === 'Depot');
    expect(depot?.nativeGeometry).toMatchObject({ coordinates: [388900, 398000] });
    expect(issues.filter(({ code }) => code === 'value.patched')).toEqual([
      expect.objectContaining({ line: 3, column: 'GeoX', value: '38890', severity: 'info' }),
    ]);
  });

  it.each([
    ['394100', 'the file says “394100” now'],
    ['388900', 'says “388900” itself now'],
  ])('is stale, and not applied, when the file says %s', (x, text) => {
    expect(patchIssues(x, PATCH)).toEqual([
      expect.objectContaining({
        code: 'value.patch-stale',
        line: 3,
        message: expect.stringContaining(text),
      }),
    ]);
  });

  it('is stale when its record is gone', () => {
    const gone = { ...PATCH, record: { SiteReference: 'SH 99' } };
    expect(patchIssues('394100', gone)).toEqual([
      expect.objectContaining({
        code: 'value.patch-stale',
        message: expect.stringContaining('SiteReference “SH 99” was not used'),
      }),
    ]);
  });
});
