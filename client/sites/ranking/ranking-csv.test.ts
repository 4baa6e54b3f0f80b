import { describe, expect, it } from 'vitest';
import type { SitesAnswer } from '#data/schema/sites.ts';
import { rankSites } from '#data/siting/rank.ts';
import type { SiteSearch } from '#data/siting/search.ts';
import { plant } from '#tests/support/planted-sites.ts';
import { rankingCsv } from './ranking-csv.ts';

const AREA = { kind: 'site', attribute: 'area-ha' } as const;

const SEARCH: SiteSearch = {
  profile: 'own',
  ground: { kind: 'sites', types: ['land/brownfield-site'] },
  must: [
    { id: 'area', title: 'Area', short: 'Area', what: AREA, test: { op: 'at-least', value: 1 } },
  ],
  prefer: [
    {
      id: 'size',
      title: 'Size, "big"',
      short: 'Size',
      what: AREA,
      worth: { kind: 'linear', full: 10, none: 0 },
      weight: 100,
    },
  ],
};

const answerOf = (titles: readonly string[]): SitesAnswer => ({
  search: '',
  ...plant(titles, [[AREA, titles.map((_, at) => (at === 0 ? [2, null] : 5))]]),
  sites: [...plant(titles, []).sites],
  columns: [
    ...plant(titles, [[AREA, titles.map((_, at) => (at === 0 ? ([2, null] as const) : 5))]])
      .columns,
  ],
  things: [],
  sources: [],
  districts: {},
  notes: [],
  credits: { short: '', long: [] },
  terms: { form: 'merged', label: '', reason: '' },
  asOf: '2026-11-23T12:00:00Z',
});

const linesOf = (titles: readonly string[]) => {
  const answer = answerOf(titles);
  return rankingCsv(answer, rankSites(answer, SEARCH), SEARCH).split('\r\n');
};

describe('rankingCsv()', () => {
  it('begins with a byte order mark and has as many cells in every row', () => {
    const [head = '', ...rows] = linesOf(['plain', 'other']);
    expect(head.startsWith('\uFEFFRank,Site,')).toBe(true);
    const cells = (row: string) => row.replaceAll(/"(?:[^"]|"")*"/gu, 'x').split(',').length;
    expect(new Set([head, ...rows.slice(0, -1)].map(cells)).size).toBe(1);
  });

  it('disarms what a spreadsheet would take for a formula, and keeps numbers numbers', () => {
    const text = linesOf(['=cmd|1', '＠x']).join('\n');
    expect(text).toContain("'=cmd|1");
    expect(text).toContain("'＠x");
    expect(text).toContain(',-2.24,53.48,');
  });

  it('leaves an end that is not known empty: it is no nought', () => {
    const row = linesOf(['open', 'known']).find((line) => line.includes(',open,'));
    expect(row).toContain(',2,,partly covered,');
  });
});
