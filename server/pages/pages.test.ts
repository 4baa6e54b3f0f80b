import { expect, it } from 'vitest';
import { ISSUE_REGISTER } from '#data/issues/register.ts';
import type { DatasetDetail } from '#data/schema/api.ts';
import { systemName } from '#data/words/systems.ts';
import { accessibilityPage } from './accessibility-page.ts';
import { dataPage } from './data-page.ts';
import { datasetPage } from './dataset-page.ts';
import { day, size } from './format.ts';
import { render } from './html.ts';
import { issuesPage } from './issues-page.ts';
import { shownTable } from './shown-table.ts';
import { withdrawnPage } from './withdrawn-page.ts';

const EVIL = '"><script>alert(1)</script>';

const edition: DatasetDetail['edition'] = {
  number: 2,
  status: 'live',
  publishedAt: '2026-07-01T22:30:00Z',
  sha256: 'ab'.repeat(32),
  fileName: `${EVIL}.csv`,
  format: 'csv',
  encoding: 'windows-1252',
  sizeBytes: 4_210,
  records: 3,
  features: 1,
  unplaced: 1,
  rejected: 1,
};

const dataset: DatasetDetail = {
  id: 'x--y',
  title: EVIL,
  description: EVIL,
  synthetic: true,
  theme: 'land',
  featureType: 'land/public-land',
  layerId: 'public-land.ogl-uk-3-0.synthetic',
  publisher: { id: 'x', name: EVIL, shortName: EVIL },
  licence: { id: 'OGL-UK-3.0', title: EVIL, chip: 'open', attribution: EVIL },
  edition,
  issueCounts: { critical: 0, error: 1, warning: 0, notice: 0, info: 2 },
  coverage: ['E08000005'],
  editions: [edition],
  columns: { name: [EVIL] },
  licenceBasis: EVIL,
  licenceEvidence: EVIL,
};

it('datasetPage() shows what is published as text, wherever it stands', () => {
  const page = datasetPage({
    dataset,
    licence: undefined,
    evidence: {
      dataset: 'x--y',
      basis: EVIL,
      evidence: EVIL,
      decided: { by: EVIL, at: '2026-07-01T22:30:00Z', why: EVIL },
      inFile: EVIL,
    },
    quality: [{ title: EVIL, value: 1, of: 3, note: EVIL }],
    due: { dueOn: '2026-10-01', dueInDays: -53 },
    origin: 'https://map.example.org',
    about: undefined,
    layerTitle: EVIL,
    crs: { id: 'EPSG:27700', axis: 'xy', confidence: 0.99, evidence: [EVIL] },
    table: {
      columns: dataset.columns,
      attributes: [{ name: 'name', title: EVIL, type: 'text', synonyms: [], standard: '' }],
      layers: [
        {
          name: EVIL,
          columns: [EVIL, 'kept'],
          profile: [{ name: EVIL, type: 'text', filled: 3, examples: [EVIL] }],
        },
      ],
      positions: [EVIL],
    },
    issues: [
      {
        code: 'value.missing',
        severity: 'error',
        mender: 'publisher',
        count: 1,
        examples: [
          {
            code: 'value.missing',
            severity: 'error',
            mender: 'publisher',
            line: 2,
            column: EVIL,
            value: EVIL,
            message: EVIL,
            featureId: 'odin:land/public-land:1',
          },
        ],
      },
    ],
    coverage: EVIL,
    map: { districts: [], features: [] },
    mayDownload: true,
    archive: '/api/layers/x/1.pmtiles',
    shown: { features: 1_000, minZoom: 9, maxZoom: 14, shown: { 9: 0.004, 10: 0.5, 14: 1 } },
    changes: {
      comparison: {
        ...{ against: 1, added: 0, removed: 0, changed: 1, moved: 1, unchanged: 2, recognised: 1 },
        furthestM: 12.5,
      },
      changes: [
        {
          kinds: ['changed', 'moved'],
          id: EVIL,
          name: EVIL,
          layer: EVIL,
          line: 2,
          fields: [{ name: EVIL, from: EVIL, to: 1_200 }],
          move: { distanceM: 12.5 },
        },
      ],
      attributes: [],
      address: '/api/datasets/x--y/editions/2/changes',
    },
    events: [{ kind: 'published', edition: 2, by: EVIL, at: '2026-07-01T22:30:00Z', why: EVIL }],
  });
  expect(page).not.toContain('<script');
  expect(page).toContain('1 moved (the furthest by 13 m)');
  expect(page).toContain('Position: moved 13 m');
  expect(page).toContain('class="synthetic"');
  expect(page).toContain('feature=odin%3Aland%2Fpublic-land%3A1');
  expect(page).toContain('1 kept without a position');
  expect(page).toContain('1 that could not be used');
  expect(page).toContain('1 October 2026: 53 days late');
  expect(page).toContain('33 %</strong>');
});

it('withdrawnPage() says when, by whom and why, as text', () => {
  const page = withdrawnPage({
    id: 'x--y',
    title: EVIL,
    events: [{ kind: 'withdrawn', edition: 2, by: EVIL, at: '2026-07-01T22:30:00Z', why: EVIL }],
  });
  expect(page).not.toContain('<script');
  expect(page).toContain('</strong> on 1 July 2026 by');
});

it('dataPage() says what would be there when nothing is', () => {
  const page = dataPage([]);
  expect(page).toContain('Nothing is published yet');
});

it('issuesPage() explains every code of the register', () => {
  const page = issuesPage();
  for (const code of Object.keys(ISSUE_REGISTER)) expect(page).toContain(`id="${code}"`);
});

it('formats figures as people in Britain read them', () => {
  expect(day('2026-07-01T23:30:00Z')).toBe('2 July 2026');
  expect([size(1), size(4_210), size(24_000), size(1_300_000)]).toEqual([
    '1 byte',
    '4.2 kB',
    '24 kB',
    '1.3 MB',
  ]);
  expect(systemName('EPSG:27700')).toBe('British National Grid (EPSG:27700)');
});

it('shownTable() says how many features a zoom leaves out, and when it leaves out none', () => {
  const layer = { features: 20_000, minZoom: 9, maxZoom: 14 };
  const page = render(shownTable({ ...layer, shown: { 9: 0.004, 10: 0.123, 14: 1 } }));
  for (const text of ['0.4 %', '12 %', '2,460', '100 %', '20,000', 'from zoom 14 on']) {
    expect(page).toContain(text);
  }
  for (const shown of [undefined, { 9: 1, 14: 1 }]) {
    expect(render(shownTable({ ...layer, shown }))).toContain(
      'every feature of the layer from zoom 9',
    );
  }
});

it('accessibilityPage() invents no contact, and escapes the one it is given', () => {
  expect(accessibilityPage({})).toContain('has not said how to be reached');
  const page = accessibilityPage({ name: EVIL, contact: 'map@council.example' });
  expect(page).toContain('href="mailto:map@council.example"');
  expect(page).not.toContain('<script');
  expect(accessibilityPage({ contact: 'https://council.example/map' })).toContain(
    'href="https://council.example/map"',
  );
});
