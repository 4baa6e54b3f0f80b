import { describe, expect, it } from 'vitest';
import type { Coverage } from '#data/schema/coverage.ts';
import { type CoverageAsked, coverageAddress, readCell } from './coverage-address.ts';
import { coveragePage, dueText } from './coverage-page.ts';
import { dataBlock, render } from './html.ts';

const EVIL = '"><script>alert(1)</script>';
const publisher = { id: 'x', name: EVIL, shortName: EVIL };
const START: CoverageAsked = { sort: 'name', types: 'supplied', cell: undefined };

const COVERAGE: Coverage = {
  at: '2026-11-23T09:00:00Z',
  districts: [
    { gssCode: 'E08000001', name: EVIL, areaKm2: 140 },
    { gssCode: 'E08000002', name: 'Bury', areaKm2: 100 },
  ],
  rows: [
    {
      featureType: 'land/brownfield-site',
      title: EVIL,
      theme: 'land',
      cells: [
        { gssCode: 'E08000001', status: 'live', datasets: ['a--b'] },
        { gssCode: 'E08000002', status: 'none', datasets: [] },
      ],
      supplied: 1,
    },
    {
      featureType: 'social/allotment',
      title: 'Allotments',
      theme: 'social',
      cells: [
        { gssCode: 'E08000001', status: 'fix', datasets: ['a--b'] },
        { gssCode: 'E08000002', status: 'none-held', datasets: [] },
      ],
      supplied: 1,
    },
  ],
  supplies: [
    {
      id: 'a--b',
      title: EVIL,
      publisher,
      licence: { id: 'OGL-UK-3.0', title: EVIL, chip: 'open', attribution: EVIL },
      synthetic: false,
      edition: 2,
      publishedAt: '2026-10-01T09:00:00Z',
      dueOn: '2026-11-20',
      dueInDays: -3,
      faults: 2,
      warnings: 1,
      completeness: 'full',
    },
  ],
  measures: {
    area: { value: 140, of: 480 },
    supplied: { value: 2, of: 3 },
    withoutFaults: { value: 0, of: 0 },
    requiredFilled: { value: 85, of: 100 },
  },
  fixes: [
    {
      ...{ publisher, kind: 'settle-faults', title: EVIL, because: EVIL, effort: EVIL },
      ...{ synthetic: false, datasetId: 'a--b' },
    },
  ],
};

const textOf = (page: string): string =>
  page.replaceAll(/<svg.*?<\/svg>|<[^>]+>/gs, ' ').replaceAll(/\s+/g, ' ');

describe('coveragePage()', () => {
  it('shows every status as a word, in text, with a script of its own and no other', () => {
    const page = coveragePage(COVERAGE, START);
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script src="/coverage-grid.js" defer>']);
    const text = textOf(page);
    for (const word of ['Live', 'Fix', 'None', 'Nil', '29 %', '66 %', '85 %']) {
      expect(text).toContain(word);
    }
  });

  it('tells a cell: its datasets, when the next edition is promised, what is wrong', () => {
    const cell = 'land/brownfield-site~E08000001';
    const text = textOf(coveragePage(COVERAGE, { ...START, cell }));
    expect(text).toContain('20 November 2026: 3 days late');
    expect(text).toContain('2 faults, 1 warning');
    expect(text).toContain('Edition 2, published here 1 October 2026');
  });

  it('puts what needs somebody first when it is sorted by a district', () => {
    const page = coveragePage(COVERAGE, { ...START, sort: 'E08000001' });
    const body = page.slice(page.indexOf('<tbody>'));
    expect(body.indexOf('Fix')).toBeLessThan(body.indexOf('Live'));
    expect(page).toContain('aria-sort="other"');
  });
});

describe('readCell()', () => {
  it('reads what cellName() writes, and nothing else', () => {
    expect(readCell('land/brownfield-site~E08000001')).toEqual({
      featureType: 'land/brownfield-site',
      gssCode: 'E08000001',
    });
    for (const text of [undefined, '', 'land~E1', `${EVIL}~E08000001`]) {
      expect(readCell(text)).toBeUndefined();
    }
  });
});

describe('coverageAddress()', () => {
  it('leaves out what is as at the start', () => {
    expect(coverageAddress(START)).toBe('/coverage');
    expect(coverageAddress({ sort: 'supplied', types: 'all', cell: 'a/b~E1' })).toBe(
      '/coverage?types=all&sort=supplied&cell=a%2Fb~E1',
    );
  });
});

describe('dueText()', () => {
  it('says when, and how far off', () => {
    expect(dueText({})).toBe('No date is promised');
    expect(dueText({ dueOn: '2026-11-23', dueInDays: 0 })).toBe('Today');
    expect(dueText({ dueOn: '2026-11-24', dueInDays: 1 })).toBe('24 November 2026, in 1 day');
  });
});

describe('dataBlock()', () => {
  it('cannot be ended by what stands in it', () => {
    const block = render(dataBlock({ name: '</script><script>alert(1)</script><!--' }));
    expect(block.match(/<\/script>/g)).toHaveLength(1);
    const json = block.slice(block.indexOf('{'), block.lastIndexOf('}') + 1);
    expect(JSON.parse(json)).toEqual({ name: '</script><script>alert(1)</script><!--' });
  });
});
