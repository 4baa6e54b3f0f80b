import type { Comparison } from '#data/schema/change.ts';
import type { Issue } from '#data/schema/issue.ts';
import { holdingIssues, isGateCode } from '#server/compare/gate.ts';
import { isAccepted } from '#server/decide.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import { compareAll, crossEditions } from './cross-editions.ts';

/** An edition that waits. */
export type Held = {
  readonly edition: EditionRow;
  readonly reason: string;
  /** What a person has to accept. */
  readonly issues: readonly Issue[];
};

/** Compare a staged edition with the live one and say what must be accepted before it replaces it. */
export async function crossOver(
  row: number,
  before: EditionRow | undefined,
  store: Store,
): Promise<Issue[]> {
  const edition = await store.findEdition(row);
  if (!edition) throw new RangeError(`Edition ${row} is not in the store`);
  const { source, sha256 } = edition;
  const found = await crossEditions(edition, before, store);
  const isReread = before?.number === edition.number;
  const comparison = isReread ? await compareWithFormer(edition, store) : found.comparison;
  await store.finishComparing(row, comparison, [...found.issues, ...found.twins]);
  return holdingIssues(found.issues, source.gate ?? {}, (each) => isAccepted(source, each, sha256));
}

/** What an edition that is read again by newer rules changed: since the edition before it, as when it was new. */
async function compareWithFormer(
  edition: EditionRow,
  store: Store,
): Promise<Comparison | undefined> {
  const { dataset, number, row } = edition;
  const former = (await store.listEditions(dataset)).find((each) => each.number < number);
  if (former) return (await compareAll(edition, former, store)).comparison;
  await store.startComparing(row);
  return undefined;
}

/** Leave a staged edition waiting; what is live is not touched. */
export async function hold(
  row: number,
  issues: readonly Issue[],
  by: string,
  { store, now }: { readonly store: Store; readonly now: () => Date },
): Promise<Held> {
  const reason = issues.map(({ message }) => message).join(' ');
  await store.hold(row, { kind: 'held', by, why: reason }, now());
  await dropReplaced(row, store);
  const edition = await store.findEdition(row);
  if (!edition) throw new RangeError(`Edition ${row} is not in the store`);
  return { edition, reason, issues };
}

/** A held edition of just this file, descriptor and code: there is nothing to read anew. */
export async function findHeld(
  dataset: string,
  fingerprint: string,
  store: Store,
): Promise<Held | undefined> {
  const editions = await store.listEditions(dataset);
  const edition = editions.find(
    (each) => each.status === 'held' && each.fingerprint === fingerprint,
  );
  if (!edition) return undefined;
  const issues = await store.listIssues(edition.row, {
    severities: ['error', 'warning'],
    limit: 1_000,
  });
  const suspicious = issues.filter(({ code }) => isGateCode(code));
  return {
    edition,
    reason: edition.held ?? '',
    issues: holdingIssues(suspicious, edition.source.gate ?? {}, (each) =>
      isAccepted(edition.source, each, edition.sha256),
    ),
  };
}

/** Held editions of the same bytes, read by other rules, have had their day. */
export async function dropReplaced(row: number, store: Store): Promise<void> {
  const edition = await store.findEdition(row);
  if (!edition) return;
  const { dataset, sha256 } = edition;
  for (const each of await store.listEditions(dataset)) {
    if (each.status === 'held' && each.sha256 === sha256 && each.row !== row) {
      await store.dropEdition(each.row);
    }
  }
}
