import type { DatasetSummary } from '#data/schema/api.ts';
import type { CoverageRow, CoverageSupply, NextFix } from '#data/schema/coverage.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { Source } from '#data/schema/source.ts';
import { isSupplied } from './coverage-status.ts';

type Known = {
  readonly rows: readonly CoverageRow[];
  readonly told: readonly CoverageSupply[];
  readonly supplies: readonly {
    readonly dataset: Pick<
      DatasetSummary,
      'id' | 'edition' | 'featureType' | 'publisher' | 'synthetic'
    >;
    readonly source: Pick<Source, 'licence'>;
  }[];
  readonly publishers: ReadonlyMap<string, Publisher>;
};

/** A job, and how it ranks: the lowest first. */
type Job = NextFix & { readonly rank: readonly number[] };

/**
 * For each publisher the smallest job that would help most: what is wrong in live data (fewest faults first), then
 * what is late, then a licence that is only presumed, then what most other districts supply already. A league
 * table of publishers is no part of it.
 */
export function nextFixes(known: Known): NextFix[] {
  const jobs = [...faultJobs(known), ...lateJobs(known), ...licenceJobs(known), ...gapJobs(known)];
  const best = new Map<string, Job>();
  for (const job of jobs) {
    const before = best.get(job.publisher.id);
    if (!before || byRank(job, before) < 0) best.set(job.publisher.id, job);
  }
  return [...best.values()].sort(byRank).map(({ rank: _own, ...fix }) => fix);
}

function byRank(a: Job, b: Job): number {
  for (const [at, value] of a.rank.entries()) {
    const other = b.rank[at] ?? 0;
    if (value !== other) return value - other;
  }
  return (
    a.publisher.name.localeCompare(b.publisher.name, 'en-GB') || a.title.localeCompare(b.title)
  );
}

function faultJobs({ told, supplies }: Known): Job[] {
  return told.flatMap(({ id, title, publisher, synthetic, faults }) => {
    if (faults === 0) return [];
    const supply = supplies.find(({ dataset }) => dataset.id === id);
    const features = supply?.dataset.edition.features ?? 0;
    return [
      {
        kind: 'settle-faults' as const,
        publisher,
        synthetic,
        datasetId: id,
        title: `Settle ${many(faults, 'fault')} in ${title}`,
        because: `${many(features, 'feature')} could then be relied on`,
        effort:
          faults <= 5
            ? 'A few minutes'
            : `${many(faults, 'fault')} to look at; like ones are settled together`,
        rank: [Number(synthetic), 0, faults],
      },
    ];
  });
}

function lateJobs({ told }: Known): Job[] {
  return told.flatMap(({ id, title, publisher, synthetic, dueInDays = 0, dueOn = '' }) =>
    dueInDays >= 0
      ? []
      : [
          {
            kind: 'send-edition' as const,
            publisher,
            synthetic,
            datasetId: id,
            title: `Send the next edition of ${title}`,
            because: `It was promised for ${dueOn}, ${many(-dueInDays, 'day')} ago`,
            effort: 'One upload; everything else is remembered',
            rank: [Number(synthetic), 1, dueInDays],
          },
        ],
  );
}

function licenceJobs({ told, supplies }: Known): Job[] {
  return supplies.flatMap(({ dataset, source }) => {
    const supply = told.find(({ id }) => id === dataset.id);
    if (source.licence.basis !== 'presumed' || !supply) return [];
    const { id, title, publisher, synthetic } = supply;
    return [
      {
        kind: 'state-licence' as const,
        publisher,
        synthetic,
        datasetId: id,
        title: `State the licence of ${title}`,
        because: 'It is presumed: nobody who needs certainty can rely on it',
        effort: 'Four questions',
        rank: [Number(synthetic), 2, -dataset.edition.features],
      },
    ];
  });
}

/** What a council does not supply and at least one other council does. */
function gapJobs({ rows, supplies, publishers }: Known): Job[] {
  const councils = [...publishers.values()].filter(({ kind }) => kind === 'district');
  return councils.flatMap((council) =>
    rows.flatMap((row): Job[] => {
      const [home] = council.districts;
      const cell = row.cells.find(({ gssCode }) => gssCode === home);
      if (!cell || isSupplied(cell.status) || cell.status === 'none-held') return [];
      const others = supplyingCouncils(row, supplies, publishers);
      if (others === 0) return [];
      const { id, name, shortName } = council;
      return [
        {
          kind: 'publish',
          publisher: { id, name, shortName },
          synthetic: false,
          featureType: row.featureType,
          title: `Publish ${row.title.toLowerCase()}`,
          because: `${many(others, 'other council')} ${others === 1 ? 'does' : 'do'} already`,
          effort: 'One upload',
          rank: [0, 3, -others],
        },
      ];
    }),
  );
}

function supplyingCouncils(
  row: CoverageRow,
  supplies: Known['supplies'],
  publishers: Known['publishers'],
): number {
  const found = supplies
    .filter(({ dataset }) => dataset.featureType === row.featureType && !dataset.synthetic)
    .map(({ dataset }) => dataset.publisher.id)
    .filter((id) => publishers.get(id)?.kind === 'district');
  return new Set(found).size;
}

const many = (count: number, noun: string): string =>
  `${String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')} ${noun}${count === 1 ? '' : 's'}`;
