import { issue } from '#data/issues/issue.ts';
import type { Comparison, FeatureChange } from '#data/schema/change.ts';
import type { Issue } from '#data/schema/issue.ts';
import { added, changeOf, removed } from '#server/compare/change.ts';
import type { GatedEdition } from '#server/compare/crossing.ts';
import { gateIssues } from '#server/compare/gate.ts';
import { openReuse } from '#server/compare/reuse.ts';
import { tallyChanges } from '#server/compare/tally-changes.ts';
import type { FeatureState } from '#server/store/compare-rows.ts';
import { pagesOf } from '#server/store/records/pages-of.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import { recogniseAll } from './recognise-all.ts';
import { twinIssues } from './twin-issues.ts';

/** Features compared at a time. */
const PAGE = 2_000;

export type Crossed = {
  /** Absent for the first edition. */
  readonly comparison?: Comparison;
  /** What the gate judges. */
  readonly issues: readonly Issue[];
  /** Things other datasets seem to hold too. */
  readonly twins: readonly Issue[];
};

/**
 * Hold a staged edition against the live one: give its features the ids of the things they were, keep every
 * difference with the edition, and say what is suspicious. A page at a time, however long the edition.
 */
export async function crossEditions(
  edition: EditionRow,
  before: EditionRow | undefined,
  store: Store,
): Promise<Crossed> {
  const twins = await twinIssues(edition, store);
  if (!before) return { issues: [], twins };
  const versus = { edition: edition.row, against: before.row };
  const keyed = isKeyed(edition);
  const followed = await store.followRedirects(edition.row, edition.dataset);
  const sameIds = await store.countMatched(versus);
  const found = await recogniseAll(edition, before, store);
  const { comparison, reused } = await compareAll(edition, before, store);
  const whole = { ...comparison, recognised: followed + found };
  const seen = await findSeen(edition, before, store);
  const issues = gateIssues(
    {
      before: await gated(before, store),
      after: await gated(edition, store),
      comparison: whole,
      sameIds,
      keyed,
      ...(seen ? { seen } : {}),
    },
    edition.source.gate,
  );
  const redirected =
    found > 0 ? [issue('id.redirected', { count: found }, redirectText(found, before.number))] : [];
  return { comparison: whole, issues: [...issues, ...reused], twins: [...redirected, ...twins] };
}

const redirectText = (found: number, number: number): string =>
  `${found} ${found === 1 ? 'record was' : 'records were'} recognised as of edition ${number} by name and place, though the reference is missing or written differently: they keep their ids.`;

/** True when references, not names and places, tell its records apart. */
const isKeyed = ({ lock }: EditionRow): boolean =>
  lock.every(({ key }) => key?.strategy === 'reference' || key?.strategy === 'composite');

const rowOf = ({ row }: FeatureState): number => row;

/** What comparing found. */
export type Differences = { readonly comparison: Comparison; readonly reused: readonly Issue[] };

/** Keep every difference between an edition and the one before it, and count them. */
export async function compareAll(
  edition: EditionRow,
  before: EditionRow,
  store: Store,
): Promise<Differences> {
  const versus = { edition: edition.row, against: before.row };
  const turned = { edition: before.row, against: edition.row };
  const tally = tallyChanges();
  const reuse = openReuse(before.number);
  const keep = async (changes: readonly FeatureChange[]): Promise<void> => {
    for (const change of changes) tally.add(change);
    await store.putChanges(edition.row, changes);
  };
  await store.startComparing(edition.row);
  const differing = (after: number) => store.pageDiffering(versus, after, PAGE);
  for await (const page of pagesOf(differing, (pair) => pair.after.row)) {
    for (const pair of page) reuse.see(pair);
    await keep(page.flatMap((pair) => changeOf(pair.before, pair.after) ?? []));
  }
  const fresh = (after: number) => store.pageUnmatched(versus, after, PAGE);
  for await (const page of pagesOf(fresh, rowOf)) await keep(page.map(added));
  const gone = (after: number) => store.pageUnmatched(turned, after, PAGE);
  for await (const page of pagesOf(gone, rowOf)) await keep(page.map(removed));
  const matched = await store.countMatched(versus);
  const comparison = { against: before.number, ...tally.figures(matched), recognised: 0 };
  return { comparison, reused: reuse.issues(matched) };
}

/** The superseded edition that was these very bytes, when there is one. */
async function findSeen(
  { dataset, sha256, row }: EditionRow,
  before: EditionRow,
  store: Store,
): Promise<EditionRow | undefined> {
  if (before.sha256 === sha256) return undefined;
  const editions = await store.listEditions(dataset);
  return editions.find(
    (each) => each.row !== row && each.status === 'superseded' && each.sha256 === sha256,
  );
}

async function gated(edition: EditionRow, store: Store): Promise<GatedEdition> {
  const { number, publishedAt, report, facts, lock, row } = edition;
  const mapped: Record<string, readonly string[]> = Object.create(null);
  for (const { columns } of lock) Object.assign(mapped, columns);
  return {
    ...{ number, publishedAt, mapped, features: report.features, records: report.records },
    kept: await store.countKept(row),
    columns: report.layers.flatMap(({ profile }) => profile),
    ...(report.bounds ? { bounds: report.bounds } : {}),
    ...(facts ? { facts } : {}),
  };
}
