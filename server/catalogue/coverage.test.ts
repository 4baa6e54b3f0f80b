import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFeatureType } from '#data/features/index.ts';
import type { DatasetSummary } from '#data/schema/api.ts';
import { COVERAGE_STATUSES, Coverage } from '#data/schema/coverage.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import { Publisher } from '#data/schema/publisher.ts';
import { type CoverageInput, coverageOf, type Supply } from './coverage.ts';
import { coverageCsv } from './coverage-csv.ts';
import { isSupplied } from './coverage-status.ts';

const AT = '2026-11-23T09:00:00Z';
const BOLTON = 'E08000001';
const BURY = 'E08000002';
const DISTRICTS = [
  { gssCode: BOLTON, name: 'Bolton', areaKm2: 140 },
  { gssCode: BURY, name: 'Bury', areaKm2: 100 },
];

function type(id: string): FeatureType {
  const found = findFeatureType(id);
  if (!found) throw new RangeError(`No type "${id}"`);
  return found;
}

const council = (id: string, name: string, district: string) =>
  Publisher.parse({
    id,
    name,
    shortName: name,
    kind: 'district',
    districts: [district],
    synonyms: [],
  });
const PUBLISHERS = new Map([
  ['bolton-council', council('bolton-council', 'Bolton Council', BOLTON)],
  ['bury-council', council('bury-council', 'Bury Council', BURY)],
]);

type Given = {
  readonly id?: string;
  readonly covers?: string[];
  readonly faults?: number;
  readonly publishedAt?: string;
  readonly cadence?: string;
  readonly synthetic?: boolean;
  readonly basis?: 'stated' | 'presumed';
  readonly full?: boolean;
};

function supply(given: Given = {}): Supply {
  const { id = 'bolton--land', covers = [BOLTON], faults = 0, synthetic = false } = given;
  const dataset = {
    id,
    title: `Title of ${id}`,
    synthetic,
    featureType: 'land/brownfield-site',
    publisher: { id: 'bolton-council', name: 'Bolton Council', shortName: 'Bolton' },
    licence: { id: 'OGL-UK-3.0', title: 'OGL', chip: 'open', attribution: '' },
    edition: { number: 1, publishedAt: given.publishedAt ?? AT, features: 128 },
    issueCounts: { critical: 0, error: faults, warning: 2, notice: 0, info: 0 },
    coverage: covers,
  } as unknown as DatasetSummary;
  return {
    dataset,
    source: {
      licence: { id: 'OGL-UK-3.0', basis: given.basis ?? 'stated' },
      ...(given.cadence ? { cadence: given.cadence } : {}),
      ...(given.full ? { coverage: { area: covers, completeness: 'full' as const } } : {}),
    },
    filled: { filled: 85, cells: 100 },
  };
}

const input = (supplies: readonly Supply[], more: Partial<CoverageInput> = {}): CoverageInput => ({
  at: AT,
  districts: DISTRICTS,
  types: [type('land/brownfield-site')],
  supplies,
  publishers: PUBLISHERS,
  noneHeld: [],
  ...more,
});

const statuses = (supplies: readonly Supply[], more: Partial<CoverageInput> = {}) =>
  coverageOf(input(supplies, more)).rows[0]?.cells.map(({ status }) => status);

describe('coverageOf()', () => {
  it('says live, and that nobody supplied the rest', () => {
    expect(statuses([supply()])).toEqual(['live', 'none']);
  });

  it('tells due, late and wrong apart, and what is wrong comes first', () => {
    const old = { publishedAt: '2025-11-30T09:00:00Z', cadence: 'P1Y' };
    expect(statuses([supply(old)])?.[0]).toBe('due');
    expect(statuses([supply({ ...old, cadence: 'P3M' })])?.[0]).toBe('late');
    expect(statuses([supply({ ...old, cadence: 'P3M', faults: 2 })])?.[0]).toBe('fix');
    expect(statuses([supply({ cadence: 'P1Y' })])?.[0]).toBe('live');
  });

  it('lets the freshest of several decide lateness', () => {
    const late = supply({ id: 'a--old', publishedAt: '2025-01-01T09:00:00Z', cadence: 'P3M' });
    expect(statuses([late, supply({ id: 'b--new' })])?.[0]).toBe('live');
  });

  it('never takes made-up data for a supply', () => {
    const { rows, measures } = coverageOf(input([supply({ synthetic: true, full: true })]));
    expect(rows[0]).toMatchObject({ supplied: 0 });
    expect(rows[0]?.cells[0]?.status).toBe('synthetic');
    expect(measures).toMatchObject({ supplied: { value: 0, of: 2 }, area: { value: 0 } });
  });

  it('keeps “we hold none” apart from “nobody supplied it”, and out of the gaps', () => {
    const noneHeld = [{ publisher: 'bury-council', featureType: 'land/brownfield-site' }];
    const { rows, measures, fixes } = coverageOf(input([supply()], { noneHeld }));
    expect(rows[0]?.cells[1]?.status).toBe('none-held');
    expect(measures.supplied).toEqual({ value: 1, of: 1 });
    expect(fixes).toEqual([]);
  });

  it('measures area in full, supplies, faults and required values', () => {
    const { measures } = coverageOf(input([supply({ full: true, faults: 1 })]));
    expect(measures).toEqual({
      area: { value: 140, of: 240 },
      supplied: { value: 1, of: 2 },
      withoutFaults: { value: 0, of: 1 },
      requiredFilled: { value: 85, of: 100 },
    });
  });

  it('names one next job a publisher: faults before a presumed licence, and what neighbours publish', () => {
    const { fixes } = coverageOf(
      input([supply({ faults: 2, basis: 'presumed' }), supply({ id: 'c', basis: 'presumed' })]),
    );
    expect(fixes.map(({ publisher, title, because }) => [publisher.name, title, because])).toEqual([
      [
        'Bolton Council',
        'Settle 2 faults in Title of bolton--land',
        '128 features could then be relied on',
      ],
      ['Bury Council', 'Publish brownfield land registers', '1 other council does already'],
    ]);
  });

  it('answers in the shape the API promises', () => {
    expect(Coverage.safeParse(coverageOf(input([supply()]))).success).toBe(true);
  });

  const given = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    covers: fc.subarray([BOLTON, BURY]),
    faults: fc.nat(2),
    synthetic: fc.boolean(),
    cadence: fc.constantFrom('P1M', 'P1Y', 'rubbish'),
  });
  const some = fc.uniqueArray(given, { selector: ({ id }) => id });

  it('does not depend on the order of the datasets', () => {
    fc.assert(
      fc.property(some, (list) => {
        const supplies = list.map(supply);
        const turned = coverageOf(input([...supplies].reverse()));
        expect(turned).toEqual(coverageOf(input(supplies)));
      }),
    );
  });

  it('gives a status other than none exactly where a dataset covers', () => {
    fc.assert(
      fc.property(some, (list) => {
        for (const { gssCode, status } of coverageOf(input(list.map(supply))).rows[0]?.cells ??
          []) {
          const covered = list.some(({ covers }) => covers.includes(gssCode));
          expect(status === 'none').toBe(!covered);
        }
      }),
    );
  });
});

describe('coverageCsv()', () => {
  it('gives a line a kind and district, quoted as CSV asks', () => {
    const lines = coverageCsv(coverageOf(input([supply({ cadence: 'P1Y' })]))).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe(
      'land/brownfield-site,Brownfield land registers,land,E08000001,Bolton,live,bolton--land,Bolton Council,OGL-UK-3.0,2026-11-23,2027-11-23,0,2,not said',
    );
    expect(lines[2]).toBe(
      'land/brownfield-site,Brownfield land registers,land,E08000002,Bury,none,,,,,,,,',
    );
  });
});

describe('isSupplied()', () => {
  it('knows every status', () => {
    expect(COVERAGE_STATUSES.filter(isSupplied)).toEqual(['live', 'due', 'late', 'fix']);
  });
});
