import type { Coverage, CoverageSupply } from '#data/schema/coverage.ts';
import { csvHead, csvLine } from './csv-table.ts';

const COLUMNS = [
  'feature-type',
  'what',
  'theme',
  'district-code',
  'district',
  'status',
  'datasets',
  'publishers',
  'licences',
  'published',
  'next-due',
  'faults',
  'warnings',
  'completeness',
] as const;

/** The coverage table as CSV (RFC 4180), one line a kind and district; several datasets parted by semicolons. */
export function coverageCsv({ rows, districts, supplies }: Coverage): string {
  const byId = new Map(supplies.map((supply) => [supply.id, supply]));
  const names = new Map(districts.map(({ gssCode, name }) => [gssCode, name]));
  const lines = rows.flatMap(({ featureType, title, theme, cells }) =>
    cells.map(({ gssCode, status, datasets }) => {
      const here = datasets.flatMap((id) => byId.get(id) ?? []);
      const place = [featureType, title, theme, gssCode, names.get(gssCode) ?? '', status];
      return [...place, ...supplyCells(here)];
    }),
  );
  return csvHead(COLUMNS) + lines.map(csvLine).join('');
}

function supplyCells(here: readonly CoverageSupply[]): string[] {
  const joined = (of: (supply: CoverageSupply) => string): string => here.map(of).join('; ');
  const sum = (of: (supply: CoverageSupply) => number): string =>
    here.length === 0 ? '' : String(here.reduce((total, supply) => total + of(supply), 0));
  return [
    joined(({ id }) => id),
    joined(({ publisher }) => publisher.name),
    joined(({ licence }) => licence.id),
    joined(({ publishedAt }) => publishedAt.slice(0, 10)),
    joined(({ dueOn = 'not promised' }) => dueOn),
    sum(({ faults }) => faults),
    sum(({ warnings }) => warnings),
    joined(({ completeness = 'not said' }) => completeness),
  ];
}
