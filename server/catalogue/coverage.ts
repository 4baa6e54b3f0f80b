import type { DatasetSummary } from '#data/schema/api.ts';
import type { Coverage, CoverageCell, CoverageRow, CoverageSupply } from '#data/schema/coverage.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { Source } from '#data/schema/source.ts';
import { daysUntil, dueOn } from './cadence.ts';
import { type FilledColumns, measuresOf } from './coverage-measures.ts';
import { isSupplied, statusOf } from './coverage-status.ts';
import { nextFixes } from './next-fix.ts';

/** One live dataset and what its edition says of itself. */
export type Supply = {
  readonly dataset: DatasetSummary;
  readonly source: Pick<Source, 'cadence' | 'coverage' | 'licence'>;
  /** Absent for editions kept before it was counted. */
  readonly filled?: FilledColumns;
};

/** A publisher's word that it has none of a kind. */
export type NoneHeld = { readonly publisher: string; readonly featureType: string };

export type CoverageInput = {
  /** ISO 8601 time to work it out for. */
  readonly at: string;
  readonly districts: Coverage['districts'];
  /** Kinds to tell of, in the order to tell them. */
  readonly types: readonly FeatureType[];
  readonly supplies: readonly Supply[];
  readonly publishers: ReadonlyMap<string, Publisher>;
  readonly noneHeld: readonly NoneHeld[];
};

/** Districts against kinds of thing: who has supplied what, how good it is, and what would help most. */
export function coverageOf(input: CoverageInput): Coverage {
  const { at, districts, supplies } = input;
  const told = supplies
    .map((supply) => tellSupply(supply, at))
    .sort((a, b) => compare(a.title, b.title) || compare(a.id, b.id));
  const rows = input.types.map((type) => rowOf(type, told, input));
  return {
    at,
    districts,
    rows,
    supplies: told,
    measures: measuresOf(rows, { districts, supplies, told }),
    fixes: nextFixes({ ...input, rows, told }),
  };
}

/** By code point, so that two machines order alike. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function tellSupply({ dataset, source }: Supply, at: string): CoverageSupply {
  const { id, title, publisher, licence, synthetic, edition, issueCounts } = dataset;
  const due = dueOn(edition.publishedAt, source.cadence);
  return {
    id,
    title,
    publisher,
    licence,
    synthetic,
    edition: edition.number,
    publishedAt: edition.publishedAt,
    ...(due === undefined ? {} : { dueOn: due, dueInDays: daysUntil(due, at) }),
    faults: issueCounts.critical + issueCounts.error,
    warnings: issueCounts.warning,
    ...(source.coverage ? { completeness: source.coverage.completeness } : {}),
  };
}

function rowOf(
  type: FeatureType,
  told: readonly CoverageSupply[],
  { supplies, districts, noneHeld, publishers }: CoverageInput,
): CoverageRow {
  const own = supplies.filter(({ dataset }) => dataset.featureType === type.id);
  const covers = new Map(own.map(({ dataset }) => [dataset.id, new Set(dataset.coverage)]));
  const nobody = new Set(
    noneHeld
      .filter(({ featureType }) => featureType === type.id)
      .flatMap(({ publisher }) => publishers.get(publisher)?.districts ?? []),
  );
  const cells = districts.map(({ gssCode }): CoverageCell => {
    const here = told.filter(({ id }) => covers.get(id)?.has(gssCode));
    const nothing = nobody.has(gssCode) ? 'none-held' : 'none';
    const status = here.length === 0 ? nothing : statusOf(here);
    return { gssCode, status, datasets: here.map(({ id }) => id) };
  });
  return {
    featureType: type.id,
    title: type.plural,
    theme: type.theme,
    cells,
    supplied: cells.filter(({ status }) => isSupplied(status)).length,
  };
}
