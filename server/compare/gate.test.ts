import { describe, expect, it } from 'vitest';
import type { Comparison, EditionFacts } from '#data/schema/change.ts';
import type { ColumnProfile } from '#data/schema/harmonised.ts';
import type { Crossing, GatedEdition } from './crossing.ts';
import { gateIssues, holdingIssues } from './gate.ts';

const FACTS: EditionFacts = {
  shapes: { point: 0, line: 0, polygon: 100, none: 0 },
  filled: { name: 100, 'area-ha': 90 },
  newest: '2026-06-30',
  formats: [['A/9', 100]],
};

const column = (name: string, over: Partial<ColumnProfile> = {}): ColumnProfile => ({
  ...{ name, type: 'text', filled: 100, examples: [`${name} 1`, `${name} 2`] },
  ...over,
});

const BEFORE: GatedEdition = {
  number: 3,
  publishedAt: '2026-07-01T09:00:00Z',
  kept: 100,
  features: 100,
  records: 100,
  bounds: [-2.5, 53.3, -2.0, 53.7],
  facts: FACTS,
  columns: [column('Ref'), column('Site'), column('Area'), column('Remarks')],
  mapped: { reference: ['Ref'], name: ['Site'], 'area-ha': ['Area'] },
};

const SAME: Comparison = {
  ...{ against: 3, added: 0, removed: 0, changed: 1, moved: 0, unchanged: 99, recognised: 0 },
};

const cross = (after: Partial<GatedEdition>, over: Partial<Crossing> = {}): Crossing => ({
  before: BEFORE,
  after: { ...BEFORE, number: 4, ...after },
  comparison: SAME,
  sameIds: 100,
  keyed: true,
  ...over,
});

const found = (after: Partial<GatedEdition>, over: Partial<Crossing> = {}) =>
  gateIssues(cross(after, over)).map(({ code, severity }) => `${severity} ${code}`);

describe('gateIssues()', () => {
  it('says nothing of an ordinary refresh', () => {
    expect(found({ kept: 104, features: 104 })).toEqual([]);
  });

  it.each([
    [91, []],
    [90, ['warning version.count-drop']],
    [71, ['warning version.count-drop']],
    [70, ['error version.count-drop']],
    [0, ['error version.count-drop']],
    [149, []],
    [150, ['warning version.count-spike']],
  ])('of 100 records where %i are left: %j', (kept, issues) => {
    const facts = { ...FACTS, filled: { name: kept, 'area-ha': kept * 0.9 } };
    expect(found({ kept, features: kept, facts })).toEqual(issues);
  });

  it('counts records that lost their position as lost', () => {
    expect(found({ features: 60 })).toEqual(['error version.count-drop']);
  });

  it.each([
    ['half the area', { bounds: [-2.5, 53.3, -2.3, 53.7] as const }],
    ['another county', { bounds: [-1.5, 53.3, -1.0, 53.7] as const }],
    ['one stray record', { bounds: [-7.5, 49.9, -2.0, 53.7] as const }],
  ])('warns of an extent that is %s', (_, after) => {
    expect(found(after)).toEqual(['warning version.extent-shift']);
  });

  it('tells points in place of areas, but not a layer of both', () => {
    const points = { ...FACTS, shapes: { point: 100, line: 0, polygon: 0, none: 0 } };
    expect(found({ facts: points })).toEqual(['error version.geometry-type-change']);
    const both = { ...FACTS, shapes: { point: 50, line: 0, polygon: 50, none: 0 } };
    expect(found({ facts: both })).toEqual([]);
  });

  it('warns of an attribute or a column that emptied, by 20 points or more', () => {
    const facts = { ...FACTS, filled: { name: 81, 'area-ha': 70 } };
    const columns = BEFORE.columns.map((each) =>
      each.name === 'Remarks' ? { ...each, filled: 10 } : each,
    );
    const issues = gateIssues(cross({ facts, columns }));
    expect(issues.map((each) => `${each.code} ${each.column}`)).toEqual([
      'version.field-null-rise Area',
      'version.field-null-rise Remarks',
    ]);
  });

  it('tells columns that came, went and were renamed', () => {
    const columns = [
      column('Ref'),
      column('site'),
      column('Hectares', { examples: ['Area 1', 'Area 2'] }),
      column('New'),
    ];
    const [drift] = gateIssues(cross({ columns }));
    expect(drift?.message).toContain('“Site” is now “site”; “Area” is now “Hectares”');
    expect(drift?.message).toContain('“Remarks” is gone; “New” is new');
  });

  it('tells references that are all new from references written differently', () => {
    const facts: EditionFacts = { ...FACTS, formats: [['A-9', 100]] };
    const over = { sameIds: 0, comparison: { ...SAME, recognised: 98, removed: 2 } };
    const [all] = gateIssues(cross({ facts }, over));
    expect(all?.code).toBe('version.all-ids-changed');
    expect(all?.message).toContain('“ABC/123” and now like “ABC-123”. 98 could be recognised');
    expect(found({ facts })).toEqual(['warning id.format-changed']);
  });

  it.each([
    ['2026-06-30', []],
    ['2026-06-12', ['warning version.older-than-published']],
    ['2026-03-31', ['error version.older-than-published']],
  ])('of entry dates up to %s: %j', (newest, issues) => {
    expect(found({ facts: { ...FACTS, newest } })).toEqual(issues);
  });

  it('says when the file was live before, and when nothing differs', () => {
    const seen = { number: 2, publishedAt: '2026-04-01T09:00:00Z' };
    expect(found({}, { seen })).toEqual(['error version.older-than-published']);
    const comparison = { ...SAME, changed: 0, unchanged: 100 };
    expect(found({}, { comparison })).toEqual(['info version.no-change']);
  });

  it('takes its thresholds from the descriptor', () => {
    const crossing = cross({ kept: 60, features: 60 });
    const [drop] = gateIssues(crossing, { maxDrop: 0.5 });
    expect(drop?.severity).toBe('warning');
    expect(gateIssues(crossing, { warnDrop: 0.45, maxDrop: 0.5 })).toEqual([]);
  });
});

describe('holdingIssues()', () => {
  const issues = gateIssues(cross({ kept: 60, features: 60, bounds: [-1.5, 53.3, -1.0, 53.7] }));

  it.each([
    ['on-error', ['version.count-drop']],
    ['on-warning', ['version.count-drop', 'version.extent-shift']],
    ['never', []],
  ] as const)('holding %s holds %j', (hold, codes) => {
    const holding = holdingIssues(issues, { hold }, () => false);
    expect(holding.map(({ code }) => code)).toEqual(codes);
  });

  it('leaves out what a person has accepted', () => {
    expect(holdingIssues(issues, {}, ({ code }) => code === 'version.count-drop')).toEqual([]);
  });
});
